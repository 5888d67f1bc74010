import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '#web/app/api.ts';
import { returnAddress } from '#web/app/return-address.ts';
import type { SessionView } from '#web/app/session.ts';
import { sessionQuery, takeSession } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { OidcCode } from '#workspace/oidc/wire.ts';
import type { SignInForm } from '#workspace/sign-in/wire.ts';
import { OidcLink } from './oidc-link.tsx';
import { ProblemRefusal, Refusal } from './refusal.tsx';

const route = getRouteApi('/outside/sign-in');

/** Signing in by e-mail and password, then by a code when the account asks for one; or by the organisation's service. */
export function SignInPage(): ReactNode {
  const t = useWords();
  const router = useRouter();
  const session = useQuery(sessionQuery);
  const { return: asked, problem: sentBack } = route.useSearch();
  const { busy, problem, run } = useAct();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const asksForCode = problem?.code === 'sign-in/code_needed';
  const needsCode = asksForCode || problem?.code === 'sign-in/wrong_code' || code !== '';
  const back = returnAddress(asked);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const form: SignInForm = { email, password, ...(code === '' ? {} : { code }) };
      await takeSession(await api.post<SessionView>('/sign-in', form));
      router.history.push(back);
    });
  };
  return (
    <Page title={t('entry.sign_in')}>
      <Card>
        <form onSubmit={submit} className="grid gap-3 py-1">
          {sentBack !== undefined && problem === undefined && <Refusal words={t(sentBackWord(sentBack))} />}
          <ProblemRefusal problem={asksForCode ? undefined : problem} />
          <Field label={t('entry.email')}>
            <TextInput
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </Field>
          <Field label={t('entry.password')}>
            <TextInput
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
          {needsCode && (
            <Field label={t('entry.code')} hint={t('entry.code.hint')}>
              <TextInput
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            </Field>
          )}
          <Button type="submit" tone="main" busy={busy}>
            {t('entry.sign_in.go')}
          </Button>
          <OidcLink session={session.data} asked={{ return: back }} />
        </form>
      </Card>
      <p className="text-soft">{t('entry.no_account')}</p>
    </Page>
  );
}

const WORDS = {
  'sign-in/oidc_unverified': 'entry.refused.oidc_unverified',
  'sign-in/oidc_unknown': 'entry.refused.oidc_unknown',
  'sign-in/oidc_failed': 'entry.refused.oidc_failed',
  'sign-in/oidc_expired': 'entry.refused.oidc_expired',
  'team/other_email': 'entry.refused.other_email',
} as const satisfies Readonly<Record<OidcCode, WordKey>>;

/** The organisation's service sends people back with a code in the address, where anybody may write anything. */
function sentBackWord(code: string): WordKey {
  return isKnown(code) ? WORDS[code] : WORDS['sign-in/oidc_failed'];
}

function isKnown(code: string): code is OidcCode {
  return Object.hasOwn(WORDS, code);
}
