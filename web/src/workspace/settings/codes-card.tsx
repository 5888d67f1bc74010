import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { sessionQuery, useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import type { Enrolment, RecoveryCodes } from '#workspace/totp/wire.ts';

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'confirm'; readonly enrolment: Enrolment }
  | { readonly at: 'keep'; readonly codes: readonly string[] };

/** Codes at sign-in: a second proof besides the password, with recovery codes for the day the telephone is lost. */
export function CodesCard(): ReactNode {
  const t = useWords();
  const { person } = useHere();
  const [step, setStep] = useState<Step>({ at: 'start' });
  const done = async (): Promise<void> => {
    await queryClient.invalidateQueries(sessionQuery);
    setStep({ at: 'start' });
  };
  return (
    <Card title={t('settings.codes')}>
      {step.at === 'start' && person.codes === undefined && (
        <>
          <p className="mb-3 text-soft">{t('settings.codes.about')}</p>
          <ByPassword
            word={t('settings.codes.begin')}
            onDone={async (password) =>
              setStep({ at: 'confirm', enrolment: await api.post<Enrolment>('/me/totp', { password }) })
            }
          />
        </>
      )}
      {step.at === 'start' && person.codes !== undefined && (
        <>
          <p className="mb-3">{t('settings.codes.on', { left: person.codes.recoveryCodesLeft })}</p>
          <ByPassword
            word={t('settings.codes.remove')}
            onDone={async (password) => {
              await api.post('/me/totp/remove', { password });
              await done();
            }}
          />
        </>
      )}
      {step.at === 'confirm' && (
        <Confirm enrolment={step.enrolment} onCodes={(codes) => setStep({ at: 'keep', codes })} />
      )}
      {step.at === 'keep' && <Keep codes={step.codes} onDone={() => void done()} />}
    </Card>
  );
}

function ByPassword({
  word,
  onDone,
}: {
  readonly word: string;
  readonly onDone: (password: string) => Promise<void>;
}): ReactNode {
  const t = useWords();
  const { busy, problem, run } = useAct();
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(() => onDone(password));
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <ProblemRefusal problem={problem} />
      <Field label={t('settings.codes.password')}>
        <TextInput
          required
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" busy={busy} className="justify-self-start">
        {word}
      </Button>
    </form>
  );
}

function Confirm({
  enrolment,
  onCodes,
}: {
  readonly enrolment: Enrolment;
  readonly onCodes: (codes: readonly string[]) => void;
}): ReactNode {
  const t = useWords();
  const { busy, problem, run } = useAct();
  const [code, setCode] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => onCodes((await api.post<RecoveryCodes>('/me/totp/confirm', { code })).codes));
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <p>{t('settings.codes.secret')}</p>
      <p className="flex flex-wrap items-center gap-2">
        <code className="rounded-md bg-sunk px-2 py-1 font-mono break-all">{enrolment.secret}</code>
        <CopyButton text={enrolment.secret} />
        <a href={enrolment.uri} className="underline">
          {t('settings.codes.open')}
        </a>
      </p>
      <ProblemRefusal problem={problem} />
      <Field label={t('settings.codes.first')}>
        <TextInput
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Button type="submit" busy={busy} className="justify-self-start">
        {t('settings.codes.confirm')}
      </Button>
    </form>
  );
}

function Keep({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }): ReactNode {
  const t = useWords();
  return (
    <div className="grid gap-3">
      <p>{t('settings.codes.keep')}</p>
      <ul className="grid grid-cols-2 gap-1 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex gap-2">
        <CopyButton text={codes.join('\n')} />
        <Button onClick={onDone}>{t('settings.codes.kept')}</Button>
      </div>
    </div>
  );
}
