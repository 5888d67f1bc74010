import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { SheetView, ValueView } from '#cockpit/value/telling/wire.ts';
import { api } from '#web/app/api.ts';
import { useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { draftOf, freshLine } from './draft.ts';
import { LineDialog } from './line-dialog.tsx';
import { ScenarioDialog } from './scenario-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { Templates } from './start.tsx';
import { useValueChanged } from './value-query.ts';
import type { Writing } from './value-page.tsx';

interface DialogsProps {
  readonly ws: string;
  readonly value: ValueView;
  readonly writing: Writing;
  readonly onWrite: (writing: Writing) => void;
  readonly onClose: () => void;
}

/** Whatever is being written over the page. */
export function Dialogs({ ws, value, writing, onWrite, onClose }: DialogsProps): ReactNode {
  const { sheet } = value;
  if (writing.is === 'settings') return <SettingsDialog ws={ws} value={value} onClose={onClose} />;
  if (sheet === null) return undefined;
  if (writing.is === 'review') return <ReviewDialog ws={ws} sheet={sheet} onClose={onClose} />;
  if (writing.is === 'choosing')
    return <Choosing value={value} sheet={sheet} side={writing.side} onWrite={onWrite} onClose={onClose} />;
  return <Editing ws={ws} value={value} sheet={sheet} writing={writing} onClose={onClose} />;
}

interface EditingProps extends Pick<DialogsProps, 'ws' | 'value' | 'onClose'> {
  readonly sheet: SheetView;
  readonly writing: Extract<Writing, { is: 'adding' | 'editing' | 'scenario' }>;
}

function Editing({ ws, value, sheet, writing, onClose }: EditingProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const { person } = useHere();
  const saying = { by: person.name, on: value.today };
  if (writing.is === 'scenario')
    return <ScenarioDialog ws={ws} sheet={sheet} saying={saying} scenario={writing.scenario} onClose={onClose} />;
  if (writing.is === 'adding') {
    const { stream } = writing;
    const start = freshLine(stream, t(`value.stream.${stream.id}`), saying);
    return <LineDialog ws={ws} sheet={sheet} stream={stream} start={start} onClose={onClose} />;
  }
  const { line } = writing;
  const stream = value.streams.find(({ id }) => id === line.stream);
  if (stream === undefined) return undefined;
  const start = draftOf(line, language);
  return <LineDialog ws={ws} sheet={sheet} stream={stream} start={start} line={line} onClose={onClose} />;
}

interface ChoosingProps extends Pick<DialogsProps, 'value' | 'onWrite' | 'onClose'> {
  readonly sheet: SheetView;
  readonly side: 'in' | 'out';
}

function Choosing({ value, sheet, side, onWrite, onClose }: ChoosingProps): ReactNode {
  const t = useWords();
  const [shown, setShown] = useState(side);
  return (
    <Dialog open wide onClose={onClose} title={t('value.choose')} lead={t('value.choose.lead')}>
      <div className="grid gap-3">
        <Segmented
          label={t('value.choose')}
          value={shown}
          choices={[
            { value: 'in', label: t('value.side.in') },
            { value: 'out', label: t('value.side.out') },
          ]}
          onChange={setShown}
        />
        <Templates
          streams={value.streams}
          sheet={sheet}
          side={shown}
          onChoose={(stream) => onWrite({ is: 'adding', stream })}
        />
      </div>
    </Dialog>
  );
}

interface ReviewDialogProps {
  readonly ws: string;
  readonly sheet: SheetView;
  readonly onClose: () => void;
}

/** Read through, and still true. */
function ReviewDialog({ ws, sheet, onClose }: ReviewDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const changed = useValueChanged(ws);
  const { busy, problem, run } = useAct();
  const [note, setNote] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    run(async () => {
      await api.post('/value/reviews', {
        version: sheet.number,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      });
      await changed();
      say(t('value.reviewed'));
      onClose();
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('value.review')}
      lead={t('value.review.lead')}
      actions={
        <>
          <Button onClick={onClose}>{t('value.cancel')}</Button>
          <Button tone="main" type="submit" form={form} busy={busy}>
            {t('value.review.say')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        <Field label={t('value.review.note')} optional>
          <TextArea rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {problem !== undefined && <ErrorNote error={problem} />}
      </form>
    </Dialog>
  );
}
