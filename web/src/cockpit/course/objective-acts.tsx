import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ObjectivePage } from '#cockpit/course/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { say } from '#web/ui/toast.tsx';
import { useCourseChanged } from './course-query.ts';
import { WhyDialog } from './why-dialog.tsx';

interface ObjectiveActsProps {
  readonly ws: string;
  readonly objective: ObjectivePage;
}

/** Setting it going, and measuring it again once it is. */
export function Going({ ws, objective }: ObjectiveActsProps): ReactNode {
  const t = useWords();
  const changed = useCourseChanged(ws);
  const { id, version, can, keyResults, state } = objective;
  const act = async (work: () => Promise<string>): Promise<void> => {
    try {
      say(await work());
    } catch (error) {
      sayProblem(error, t);
    }
    await changed();
  };
  const start = () =>
    act(async () => {
      await api.post(`/objectives/${id}/start`, { version });
      return t('course.started');
    });
  const measure = () =>
    act(async () => {
      const { readings } = await api.post<{ readings: number }>(`/objectives/${id}/readings`);
      return t('course.remeasured', { n: readings });
    });
  return (
    <>
      {can.measure && state === 'live' && keyResults.length > 0 && (
        <Button onClick={() => void measure()}>{t('course.remeasure')}</Button>
      )}
      {can.start && (
        <Button tone={keyResults.length > 0 ? 'main' : 'plain'} onClick={() => void start()}>
          {t('course.start')}
        </Button>
      )}
    </>
  );
}

type End = 'reached' | 'missed' | 'dropped';

const END_WORDS = { reached: 'course.reach', missed: 'course.miss', dropped: 'course.drop' } as const;

/** How it may end now, each with what was learnt; what may not be is not there. */
export function Ending({ ws, objective: { id, version, can } }: ObjectiveActsProps): ReactNode {
  const t = useWords();
  const changed = useCourseChanged(ws);
  const [ending, setEnding] = useState<End>();
  return (
    <span className="no-print ml-auto flex flex-wrap gap-1.5">
      {can.drop && (
        <Button tone="quiet" onClick={() => setEnding('dropped')}>
          {t('course.drop')}
        </Button>
      )}
      {can.miss && <Button onClick={() => setEnding('missed')}>{t('course.miss')}</Button>}
      {can.reach && <Button onClick={() => setEnding('reached')}>{t('course.reach')}</Button>}
      {ending !== undefined && (
        <WhyDialog
          title={t(`course.end.${ending}.title`)}
          lead={t('course.end.lead')}
          label={t('course.end.why')}
          act={t(END_WORDS[ending])}
          isDanger={ending === 'dropped'}
          isOptional={ending === 'reached'}
          onClose={() => setEnding(undefined)}
          run={async (why) => {
            await api.post(`/objectives/${id}/end`, { version, as: ending, ...(why === undefined ? {} : { why }) });
            say(t('course.end.done'));
            await changed();
          }}
        />
      )}
    </span>
  );
}
