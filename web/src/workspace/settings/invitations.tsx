import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { FunctionName } from '#kernel/actor.ts';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import type { InvitationsPage, MadeInvitation, NewInvitation } from '#workspace/invitations/wire.ts';
import { FunctionsField } from './functions-field.tsx';

/** Inviting colleagues: a link that works once, for a week, for one address. */
export function Invitations({ ws }: { readonly ws: string }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const key = [ws, 'invitations'];
  const waiting = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<InvitationsPage>('/team/invitations', { signal }),
  });
  const [link, setLink] = useState<string>();
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: key });
  const revoke = (id: string) => (): void => {
    api.delete(`/team/invitations/${id}`).then(refresh, (error: unknown) => sayProblem(error, t));
  };
  return (
    <Card title={t('team.invite')}>
      <InviteForm
        onMade={({ token }) => {
          setLink(`${location.origin}/invitation/${token}`);
          refresh();
        }}
      />
      {link !== undefined && (
        <div role="status" className="mt-3 grid gap-2 rounded-md bg-field-wash px-3 py-2">
          <p>{t('team.invite.link')}</p>
          <p className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-sm break-all">{link}</code>
            <CopyButton text={link} />
          </p>
        </div>
      )}
      <ul className="mt-3">
        {waiting.data?.items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-2 border-t border-line py-2">
            <span className="min-w-0 flex-1">
              <b>{one.email}</b> <small>{one.functions.map((name) => t(`team.function.${name}`)).join(', ')}</small>
              <small className="block">
                {t('team.invite.waiting', { inviter: one.inviterName, day: format.dayOf(one.expiresAt) })}
              </small>
            </span>
            <Button onClick={revoke(one.id)}>{t('team.invite.revoke')}</Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function InviteForm({ onMade }: { readonly onMade: (made: MadeInvitation) => void }): ReactNode {
  const t = useWords();
  const { busy, problem, run } = useAct();
  const [email, setEmail] = useState('');
  const [title, setTitle] = useState('');
  const [functions, setFunctions] = useState<FunctionName[]>(['host']);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const body: NewInvitation = { email, functions, ...(title.trim() === '' ? {} : { title: title.trim() }) };
      onMade(await api.post<MadeInvitation>('/team/invitations', body));
      setEmail('');
    });
  };
  return (
    <form onSubmit={submit} className="grid max-w-[44rem] gap-3">
      <ProblemRefusal problem={problem} />
      <div className="grid gap-3 wide:grid-cols-2">
        <Field label={t('team.email')}>
          <TextInput required type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <Field label={t('team.title')} hint={t('team.title.hint')} optional>
          <TextInput maxLength={80} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
      </div>
      <FunctionsField value={functions} onChange={setFunctions} />
      <Button type="submit" tone="main" busy={busy} disabled={functions.length === 0} className="justify-self-start">
        {t('team.invite.go')}
      </Button>
    </form>
  );
}
