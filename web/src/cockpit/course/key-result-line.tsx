import type { ReactNode } from 'react';
import type { CourseKeyResult } from '#cockpit/course/wire.ts';
import type { Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { StateChip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { ForecastChip, ForecastShort, Tension } from './forecast.tsx';
import { PaceDrawing } from './pace-drawing.tsx';
import { lastReading, measured, PACE_STATES } from './say-course.ts';
import { SliceWords } from './slice-words.tsx';

interface KeyResultLineProps {
  readonly ws: string;
  readonly keyResult: CourseKeyResult;
  readonly today: string;
  /** Only what is under way has a pace. */
  readonly isLive: boolean;
}

/** One key result on one line: what, from where over where to where, its way, and where that stands in words. */
export function KeyResultLine({ ws, keyResult, today, isLive }: KeyResultLineProps): ReactNode {
  const t = useWords();
  const { figure, slice, spanDays } = keyResult;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7.5rem] items-center gap-x-4 gap-y-1 py-1.5 wide:grid-cols-[minmax(0,1fr)_12rem_9rem_13rem] large:grid-cols-[minmax(0,1fr)_14rem_14rem_22rem]">
      <span className="col-span-2 grid min-w-0 wide:col-span-1">
        <span className="truncate">{figure.name}</span>
        <small className="truncate">
          <Dots>
            {t('course.over_weeks', { n: spanDays / 7 })}
            {Object.keys(slice).length > 0 && <SliceWords ws={ws} slice={slice} />}
          </Dots>
        </small>
      </span>
      <Way keyResult={keyResult} />
      <span className="max-wide:col-span-2 max-wide:row-start-4">
        <PaceDrawing keyResult={keyResult} today={today} />
      </span>
      <Standing keyResult={keyResult} isLive={isLive} />
    </div>
  );
}

function Way({ keyResult }: { readonly keyResult: CourseKeyResult }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const value = lastReading(keyResult)?.value ?? null;
  return (
    <span className="grid tabular-nums">
      <span>
        <span className="text-soft">{measured(keyResult, keyResult.baseline.value, speech)}</span>
        <span aria-hidden className="text-faint">
          {' → '}
        </span>
        <b>{value === null ? '–' : measured(keyResult, value, speech)}</b>
        <span aria-hidden className="text-faint">
          {' → '}
        </span>
        <span className="text-soft">{measured(keyResult, keyResult.target, speech)}</span>
      </span>
      <small>{t('course.due', { day: format.day(keyResult.due) })}</small>
    </span>
  );
}

/** The state in a word, and where the line stands; or why nothing can be said. */
function Standing(props: StandingProps): ReactNode {
  const note = useStandingNote(props);
  return (
    <span className="col-span-2 grid min-w-0 wide:col-span-1">
      <span className="flex flex-wrap items-baseline gap-x-2.5">
        <PaceChip {...props} />
        <ForecastChip {...props} />
      </span>
      <Tension {...props} />
      {note !== undefined && <small>{note}</small>}
      <ForecastShort keyResult={props.keyResult} />
    </span>
  );
}

type StandingProps = Pick<KeyResultLineProps, 'keyResult' | 'isLive'>;

/** What has not begun, or has ended, is neither ahead nor behind. */
export function PaceChip({ keyResult: { state }, isLive }: StandingProps): ReactNode {
  const t = useWords();
  if (!isLive && state !== 'reached') return undefined;
  return <StateChip state={PACE_STATES[state]}>{t(`course.pace.${state}`)}</StateChip>;
}

/** Where the line stands beside what was measured, or why its pace cannot be told. */
export function useStandingNote({ keyResult, isLive }: StandingProps): string | undefined {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { state, because, expected } = keyResult;
  if (because !== null) return because;
  if (!isLive || state === 'reached') return undefined;
  return speech.t('course.expected', { value: measured(keyResult, expected, speech) });
}
