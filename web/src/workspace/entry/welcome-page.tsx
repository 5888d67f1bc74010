import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '#web/app/api.ts';
import { preferences } from '#web/app/preferences.ts';
import type { SessionView } from '#web/app/session.ts';
import { takeSession } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Field } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { WelcomeForm } from '#workspace/sign-in/wire.ts';
import { ProblemRefusal } from './refusal.tsx';

const route = getRouteApi('/outside/welcome');

/** The very first page of an installation: its first admin and the first workspace. */
export function WelcomePage(): ReactNode {
  const t = useWords();
  const { token } = route.useSearch();
  if (token === undefined) {
    return (
      <Page title={t('entry.welcome')}>
        <EmptyState why={t('entry.welcome.no_token')} example={t('entry.welcome.no_token.example')} />
      </Page>
    );
  }
  return (
    <Page title={t('entry.welcome')}>
      <p className="text-soft">{t('entry.welcome.lead')}</p>
      <Card>
        <FirstAdmin token={token} />
      </Card>
    </Page>
  );
}

function FirstAdmin({ token }: { readonly token: string }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { busy, problem, run } = useAct();
  const [form, setForm] = useState({ workspaceName: '', name: '', email: '', password: '' });
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const body: WelcomeForm = { ...form, token, zone, language: preferences().language };
      const session = await api.post<SessionView>('/welcome', body);
      await takeSession(session);
      // Nothing has come into what was just opened: straight to its doors, not by way of pages that lead on.
      const [opened] = session.workspaces;
      await (opened === undefined
        ? navigate({ to: '/' })
        : navigate({ to: '/$ws/start', params: { ws: opened.slug } }));
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-3 py-1">
      <ProblemRefusal problem={problem} />
      <Field label={t('entry.workspace')} hint={t('entry.workspace.hint')} error={problem?.about('workspaceName')}>
        <TextInput required maxLength={120} value={form.workspaceName} onChange={set('workspaceName')} />
      </Field>
      <Field label={t('entry.name')} error={problem?.about('name')}>
        <TextInput required maxLength={120} autoComplete="name" value={form.name} onChange={set('name')} />
      </Field>
      <Field label={t('entry.email')} error={problem?.about('email')}>
        <TextInput required type="email" autoComplete="username" value={form.email} onChange={set('email')} />
      </Field>
      <Field label={t('entry.password')} hint={t('entry.password.hint')} error={problem?.about('password')}>
        <TextInput
          required
          type="password"
          autoComplete="new-password"
          value={form.password}
          onChange={set('password')}
        />
      </Field>
      <Button type="submit" tone="main" busy={busy}>
        {t('entry.welcome.go')}
      </Button>
    </form>
  );
}
