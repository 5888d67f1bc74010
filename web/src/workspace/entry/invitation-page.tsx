import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '#web/app/api.ts';
import { preferences } from '#web/app/preferences.ts';
import { queryClient } from '#web/app/query.ts';
import { sessionQuery } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { AcceptInvitation, InvitationPreview } from '#workspace/invitations/wire.ts';
import { OidcLink } from './oidc-link.tsx';
import { ProblemRefusal } from './refusal.tsx';

const route = getRouteApi('/outside/invitation/$token');

/** What an invitation says, and taking it up: with the account one has, or a new one. */
export function InvitationPage(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { token } = route.useParams();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.get<InvitationPreview>(`/invitations/${token}`, { signal }),
    retry: false,
  });
  return (
    <Page title={t('entry.invitation')}>
      {invitation.isPending && <Skeleton />}
      {invitation.isError && <ErrorNote error={invitation.error} />}
      {invitation.data !== undefined && (
        <>
          <p>
            {t('entry.invitation.lead', {
              inviter: invitation.data.inviterName,
              workspace: invitation.data.workspaceName,
            })}{' '}
            {t('entry.invitation.until', { day: format.dayOf(invitation.data.expiresAt) })}
          </p>
          <ul className="flex flex-wrap gap-1.5 text-soft">
            {invitation.data.functions.map((name) => (
              <li key={name}>{t(`team.function.${name}`)}</li>
            ))}
          </ul>
          <Card>
            <Accept token={token} invitation={invitation.data} />
          </Card>
        </>
      )}
    </Page>
  );
}

interface AcceptProps {
  readonly token: string;
  readonly invitation: InvitationPreview;
}

function Accept({ token, invitation }: AcceptProps): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery);
  const { busy, problem, run } = useAct();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const isSignedIn = session.data?.person !== undefined;
  const accept = (body: AcceptInvitation): void =>
    run(async () => {
      await api.post(`/invitations/${token}/accept`, body);
      await queryClient.invalidateQueries(sessionQuery);
      await navigate({ to: '/' });
    });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    accept(isSignedIn ? {} : { newcomer: { name, password, language: preferences().language } });
  };
  if (!isSignedIn && invitation.hasAccount) {
    return (
      <div className="grid gap-2">
        <p>{t('entry.invitation.sign_in', { email: invitation.email })}</p>
        <LinkButton tone="main" to="/sign-in" search={{ return: `/invitation/${token}` }}>
          {t('entry.sign_in')}
        </LinkButton>
        <OidcLink session={session.data} asked={{ invitation: token }} />
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="grid gap-3 py-1">
      <ProblemRefusal problem={problem} />
      <p className="text-soft">{t('entry.invitation.as', { email: invitation.email })}</p>
      {!isSignedIn && (
        <>
          <Field label={t('entry.name')}>
            <TextInput
              required
              maxLength={120}
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field label={t('entry.password')} hint={t('entry.password.hint')}>
            <TextInput
              required
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </>
      )}
      <Button type="submit" tone="main" busy={busy}>
        {t('entry.invitation.accept')}
      </Button>
      {!isSignedIn && <OidcLink session={session.data} asked={{ invitation: token }} />}
    </form>
  );
}
