import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { MandateParts, MandateView } from '#bridge/mandates/wire.ts';
import type { FigureCard } from '#cockpit/figures/wire.ts';
import type { Problem } from '#web/app/problem.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { AskFields } from './ask-fields.tsx';
import { Changed } from './changed.tsx';
import { missingIn, termsOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { ExpectFields } from './expect-fields.tsx';
import { RuleFields } from './rule-fields.tsx';
import { stepIn } from './size.ts';
import { useSave } from './use-save.ts';
import { WhomFields } from './whom-fields.tsx';

interface MandateFormProps {
  readonly ws: string;
  readonly parts: MandateParts;
  readonly figures: readonly FigureCard[];
  readonly start: Draft;
  /** Absent: a new one. Under discussion: an answer. */
  readonly mandate?: MandateView;
}

/** What is asked, for whom, what would show that it worked, and which acts are proposed for it. */
export function MandateForm({ ws, parts, figures, start, mandate }: MandateFormProps): ReactNode {
  const t = useWords();
  const [draft, setDraft] = useState(start);
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const isAnswer = mandate?.can.answer === true;
  const { busy, problem, save } = useSave(ws, mandate);
  const change = (one: Partial<Draft>): void => setDraft({ ...draft, ...one });
  const trySave = (version?: number): void => {
    setTried(true);
    const terms = termsOf(draft, stepIn(figures));
    const said = answer.trim();
    if (terms !== undefined && (!isAnswer || said !== '')) save(terms, isAnswer ? said : undefined, version);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    trySave();
  };
  useShortcut('mandateSave', () => trySave());
  const missing = tried ? missingIn(draft) : {};
  const shared = { draft, missing, change, parts };
  return (
    <form onSubmit={submit} className="grid max-w-[52rem] gap-3.5">
      {isAnswer && <AnswerField answer={answer} isMissing={tried && answer.trim() === ''} onChange={setAnswer} />}
      <Card title={t('mandates.terms')}>
        <AskFields {...shared} isGiven={isAnswer} />
      </Card>
      <Card title={t('mandates.audience')}>
        <WhomFields {...shared} ws={ws} />
      </Card>
      {!isAnswer && (
        <Card title={t('mandates.expects')}>
          <ExpectFields {...shared} figures={figures} />
        </Card>
      )}
      <Card title={t('mandates.rule')}>
        <RuleFields {...shared} />
      </Card>
      <Refused problem={problem}>
        {mandate !== undefined && (
          <Changed ws={ws} mandate={mandate} figures={figures} start={start} onTake={setDraft} onKeep={trySave} />
        )}
      </Refused>
      {Object.keys(missing).length > 0 && <p className="text-late">{t('mandates.missing')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="main" keys="mod+enter" busy={busy}>
          {t(isAnswer ? 'mandates.act.answer' : 'mandates.save')}
        </Button>
        <GiveUp ws={ws} mandate={mandate} />
      </div>
    </form>
  );
}

interface RefusedProps {
  readonly problem: Problem | undefined;
  /** What is shown where somebody changed it meanwhile. */
  readonly children: ReactNode;
}

function Refused({ problem, children }: RefusedProps): ReactNode {
  if (problem === undefined) return null;
  if (problem.code === 'mandate/stale') return children;
  return (
    <p role="alert" className="text-late">
      {problem.detail}
    </p>
  );
}

interface AnswerFieldProps {
  readonly answer: string;
  readonly isMissing: boolean;
  readonly onChange: (typed: string) => void;
}

function AnswerField({ answer, isMissing, onChange }: AnswerFieldProps): ReactNode {
  const t = useWords();
  return (
    <Field
      label={t('mandates.answer.text')}
      hint={t('mandates.answer.hint')}
      error={isMissing ? t('mandates.why.missing') : undefined}
    >
      <TextArea maxLength={2000} value={answer} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}

/** Back to where one came from. */
function GiveUp({ ws, mandate }: { readonly ws: string; readonly mandate: MandateView | undefined }): ReactNode {
  const t = useWords();
  if (mandate === undefined)
    return (
      <LinkButton tone="quiet" to="/$ws/mandates" params={{ ws }}>
        {t('mandates.cancel')}
      </LinkButton>
    );
  return (
    <LinkButton tone="quiet" to="/$ws/mandates/$mandate" params={{ ws, mandate: mandate.id }}>
      {t('mandates.cancel')}
    </LinkButton>
  );
}
