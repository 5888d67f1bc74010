import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Act, MandateView, Verdict } from '#bridge/mandates/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { RadioList } from '#web/ui/segmented.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useStep } from './use-step.ts';

interface ActDialogProps {
  readonly ws: string;
  readonly mandate: MandateView;
  readonly act: Act;
  readonly onClose: () => void;
}

const WITH_REASON: readonly Act[] = ['discuss', 'answer', 'withdraw', 'judge'];
const VERDICTS: readonly Verdict[] = ['shown', 'not_shown', 'cannot_tell'];

/** One act that wants words: why, or what was learnt. */
export function ActDialog({ ws, mandate, act, onClose }: ActDialogProps): ReactNode {
  const t = useWords();
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<Verdict>('cannot_tell');
  const [tried, setTried] = useState(false);
  const { busy, problem, step } = useStep(ws, mandate);
  const needsText = WITH_REASON.includes(act);
  const isMissing = needsText && text.trim() === '';
  const send = (): void => {
    setTried(true);
    if (isMissing) return;
    const said = text.trim() === '' ? {} : { text: text.trim() };
    step(act, { ...said, ...(act === 'judge' ? { verdict } : {}) }, onClose);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`mandates.act.${act}`)}
      lead={t(`mandates.ask.${act}`, { host: mandate.host.name })}
      actions={
        <>
          {act === 'answer' && (
            <LinkButton tone="quiet" to="/$ws/mandates/$mandate/edit" params={{ ws, mandate: mandate.id }}>
              {t('mandates.answer.change')}
            </LinkButton>
          )}
          <Button tone="quiet" onClick={onClose}>
            {t('mandates.cancel')}
          </Button>
          <Button tone={act === 'withdraw' ? 'danger' : 'main'} busy={busy} onClick={send}>
            {t(`mandates.act.${act}`)}
          </Button>
        </>
      }
    >
      {act !== 'give' && (
        <div className="grid gap-3">
          {act === 'judge' && (
            <RadioList
              label={t('mandates.verdict')}
              value={verdict}
              onChange={setVerdict}
              choices={VERDICTS.map((one) => ({ value: one, label: t(`mandates.verdict.${one}`) }))}
            />
          )}
          <Field
            label={t(needsText ? 'mandates.why' : 'mandates.learnt')}
            optional={!needsText}
            error={tried && isMissing ? t('mandates.why.missing') : undefined}
          >
            <TextArea maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
        </div>
      )}
      {problem !== undefined && (
        <p role="alert" className="mt-2 text-late">
          {problem.detail}
        </p>
      )}
    </Dialog>
  );
}
