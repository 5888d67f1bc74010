import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CourseObjective } from '#cockpit/course/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Chip, StateChip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { KeyResultLine } from './key-result-line.tsx';
import { kindText, OBJECTIVE_STATES } from './say-course.ts';

interface ObjectiveRowProps {
  readonly ws: string;
  readonly objective: CourseObjective;
  readonly today: string;
}

/** One objective with what measures it. */
export function ObjectiveRow({ ws, objective, today }: ObjectiveRowProps): ReactNode {
  const { id, title, keyResults, state } = objective;
  return (
    <li className="grid gap-1 border-t border-line px-4 py-3 break-inside-avoid first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        <h3 className="text-md">
          <Link to="/$ws/course/$objective" params={{ ws, objective: id }} className="hover:underline">
            {title}
          </Link>
        </h3>
        <ObjectiveState objective={objective} today={today} />
      </div>
      <Holding objective={objective} />
      {keyResults.length === 0 ? (
        <Unmeasured state={state} />
      ) : (
        <ul className="grid divide-y divide-line">
          {keyResults.map((one) => (
            <li key={one.id}>
              <KeyResultLine ws={ws} keyResult={one} today={today} isLive={state === 'live'} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Under way and not measured, nobody will know whether it was reached: said as what is missing. */
export function Unmeasured({ state }: Pick<CourseObjective, 'state'>): ReactNode {
  const t = useWords();
  if (state !== 'live') return <p className="text-soft">{t('course.no_key_result')}</p>;
  return (
    <p>
      <StateChip state="late">{t('course.unmeasured')}</StateChip>{' '}
      <span className="text-soft">{t('course.unmeasured.why')}</span>
    </p>
  );
}

type ObjectiveStateProps = Pick<ObjectiveRowProps, 'objective' | 'today'>;

/** Its state in a word; a horizon that has come asks for a conclusion. */
export function ObjectiveState({ objective: { state, horizon }, today }: ObjectiveStateProps): ReactNode {
  const t = useWords();
  const isOver = state === 'live' && horizon <= today;
  return (
    <StateChip state={isOver ? 'late' : OBJECTIVE_STATES[state]}>
      {isOver ? t('course.over') : t(`course.state.${state}`)}
    </StateChip>
  );
}

/** Its kind, who carries it, for whom, until when. */
export function Holding({ objective }: Pick<ObjectiveRowProps, 'objective'>): ReactNode {
  const speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { owner, sponsor, horizon, mandates, state } = objective;
  return (
    <p className="text-sm text-soft">
      <Dots>
        <Chip>{kindText(objective, speech)}</Chip>
        <span className={owner.hasLeft ? 'text-late' : undefined}>
          {t(owner.hasLeft ? 'course.owner.left' : 'course.owner', { name: owner.name })}
        </span>
        {sponsor === null ? t('course.sponsor.none') : t('course.sponsor', { name: sponsor.name })}
        {t('course.horizon', { day: format.day(horizon) })}
        {state === 'live' && t('course.mandates', { n: mandates })}
      </Dots>
    </p>
  );
}
