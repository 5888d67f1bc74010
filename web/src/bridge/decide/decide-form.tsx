import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { Answer } from '#bridge/decisions/wire.ts';
import type { Problem } from '#web/app/problem.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { RadioList, Segmented } from '#web/ui/segmented.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';

/** What is answered, as both doors take it. */
export interface Given {
  readonly answer: Answer;
  readonly reason: string;
  readonly until?: string;
  readonly option?: string;
}

interface DecideFormProps {
  readonly options: readonly string[];
  /** The first day until which the answer may be put off. */
  readonly tomorrow: string;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly onGive: (given: Given) => void;
}

const ANSWERS = ['yes', 'no', 'later', 'need_more'] as const;

/** Yes, no, later or more is needed, each with a reason; with the ways that were offered, where there are some. */
export function DecideForm({ options, tomorrow, busy, problem, onGive }: DecideFormProps): ReactNode {
  const t = useWords();
  const [answer, setAnswer] = useState<Answer>('yes');
  const [option, setOption] = useState(options[0] ?? '');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onGive({
      answer,
      reason,
      ...(answer === 'later' ? { until } : {}),
      ...(answer === 'yes' && option !== '' ? { option } : {}),
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <ProblemRefusal problem={problem} />
      <div className="[&>div]:grid [&>div]:w-full [&>div]:grid-cols-2 [&_label]:justify-center">
        <Segmented
          label={t('decide.answer')}
          value={answer}
          onChange={setAnswer}
          choices={ANSWERS.map((value) => ({ value, label: t(`decide.answer.${value}`) }))}
        />
      </div>
      {answer === 'yes' && options.length > 0 && (
        <RadioList
          label={t('decide.option')}
          value={option}
          onChange={setOption}
          choices={options.map((value) => ({ value, label: value }))}
        />
      )}
      {answer === 'later' && (
        <Field label={t('decide.until')} hint={t('decide.until.hint')}>
          <TextInput
            type="date"
            required
            min={tomorrow}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
            className="w-44"
          />
        </Field>
      )}
      <Field label={t(`decide.reason.${answer}`)} hint={t(`decide.reason.${answer}.hint`)}>
        <TextArea required maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button type="submit" tone="main" busy={busy} className="justify-self-start">
        {t(`decide.give.${answer}`)}
      </Button>
    </form>
  );
}
