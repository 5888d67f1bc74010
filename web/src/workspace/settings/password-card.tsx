import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { sessionQuery, useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import type { ChangePassword } from '#workspace/sign-in/wire.ts';

/** Changing one's password ends every other session. */
export function PasswordCard(): ReactNode {
  const t = useWords();
  const { person } = useHere();
  const { busy, problem, run } = useAct();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const body: ChangePassword = person.hasPassword ? { current, next } : { next };
      await api.post('/me/password', body);
      await queryClient.invalidateQueries(sessionQuery);
      setCurrent('');
      setNext('');
      say(t('settings.password.done'));
    });
  };
  return (
    <Card title={t('settings.password')}>
      <form onSubmit={submit} className="grid gap-3">
        <ProblemRefusal problem={problem} />
        {person.hasPassword && (
          <Field label={t('settings.password.current')}>
            <TextInput
              required
              type="password"
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          </Field>
        )}
        <Field label={t('settings.password.next')} hint={t('entry.password.hint')}>
          <TextInput
            required
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        </Field>
        <Button type="submit" busy={busy} className="justify-self-start">
          {t('settings.password.change')}
        </Button>
      </form>
    </Card>
  );
}
