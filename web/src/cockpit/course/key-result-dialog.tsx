import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { BaselineView } from '#cockpit/course/key-results/wire.ts';
import type { ObjectivePage } from '#cockpit/course/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { say } from '#web/ui/toast.tsx';
import { AimFields } from './aim-fields.tsx';
import { useCourseChanged } from './course-query.ts';
import { MeasureFields } from './measure-fields.tsx';
import type { Asked } from './measure-fields.tsx';
import { suggestedTarget, typedValue } from './target.ts';

interface KeyResultDialogProps {
  readonly ws: string;
  readonly objective: ObjectivePage;
  /** The figure to begin with. */
  readonly figure: string;
  readonly onClose: () => void;
}

const USUAL_WEEKS = 13;

/** A new key result: a figure in a slice, its measured baseline, then a target and its day. */
export function KeyResultDialog({ ws, objective, figure, onClose }: KeyResultDialogProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const form = useId();
  const changed = useCourseChanged(ws);
  const { busy, problem, run } = useAct();
  const [asked, setAsked] = useState<Asked>({ figure, slice: {}, weeks: USUAL_WEEKS, until: '' });
  const [found, setFound] = useState<BaselineView>();
  const [target, setTarget] = useState('');
  const [due, setDue] = useState(objective.horizon);
  const value = found === undefined ? undefined : typedValue(found.figure.unit, target);
  const ask = (next: Asked): void => {
    setAsked(next);
    // What was measured was measured for something else.
    setFound(undefined);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    run(async () => {
      if (found === undefined) {
        const baseline = await api.post<BaselineView>('/key-results/baseline', bodyOf(asked));
        setFound(baseline);
        setTarget(format.number(suggestedTarget(baseline.figure.unit, baseline.baseline, isLessBetter(baseline)), 2));
        return;
      }
      // The window that was shown is the window that is kept.
      const { until } = found.baseline;
      await api.post(`/objectives/${objective.id}/key-results`, { ...bodyOf({ ...asked, until }), target: value, due });
      say(t('course.key_result.added'));
      await changed();
      onClose();
    });
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('course.baseline.title')}
      lead={t('course.baseline.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('course.cancel')}
          </Button>
          <Button
            tone="main"
            type="submit"
            form={form}
            busy={busy}
            disabled={found !== undefined && (value === undefined || due === '')}
          >
            {t(found === undefined ? 'course.baseline.measure' : 'course.key_result.add')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <MeasureFields ws={ws} asked={asked} onChange={ask} />
        {found !== undefined && (
          <AimFields
            found={found}
            target={target}
            value={value}
            onTarget={setTarget}
            due={due}
            horizon={objective.horizon}
            onDue={setDue}
          />
        )}
        {problem !== undefined && <ErrorNote error={problem} />}
      </form>
    </Dialog>
  );
}

function bodyOf({ figure, slice, weeks, until }: Asked) {
  return { figure, slice, spanDays: weeks * 7, ...(until === '' ? {} : { until }) };
}

function isLessBetter({ figure }: BaselineView): boolean {
  return figure.direction === 'less_is_better';
}
