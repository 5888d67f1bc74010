import type { ReactNode } from 'react';
import type { ForecastView, RecordView } from '#cockpit/course/pace/wire.ts';
import type { CourseKeyResult } from '#cockpit/course/wire.ts';
import type { Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { StateChip, type State } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { isForecastDue, measured, tensionText } from './say-course.ts';

type Word = NonNullable<NonNullable<ForecastView['value']>['word']>;

const WORDS = {
  on_course: 'good',
  likely: 'good',
  open: 'waiting',
  unlikely: 'late',
  out_of_reach: 'late',
} as const satisfies Readonly<Record<Word, State>>;

interface ForecastProps {
  readonly keyResult: CourseKeyResult;
  /** Only what is under way has a pace, which the forecast may contradict. */
  readonly isLive: boolean;
}

/** The chance of its target in a word; nothing where no chance is told, or it contradicts the pace: a sentence says both. */
export function ForecastChip({ keyResult, isLive }: ForecastProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const word = keyResult.forecast?.value?.word ?? undefined;
  if (word === undefined || (isLive && tensionText(keyResult, speech) !== undefined)) return undefined;
  return <StateChip state={WORDS[word]}>{t(`course.forecast.word.${word}`)}</StateChip>;
}

/** Why a young key result may be well on its line and yet far from its target, or the other way round. */
export function Tension({ keyResult, isLive }: ForecastProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const said = isLive ? tensionText(keyResult, speech) : undefined;
  return said === undefined ? undefined : <p className="text-sm">{said}</p>;
}

/** What is expected, on one line of a list. */
export function ForecastShort({ keyResult }: Pick<ForecastProps, 'keyResult'>): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { forecast } = keyResult;
  if (forecast === null) return undefined;
  const show = (value: number): string => measured(keyResult, value, speech);
  if (forecast.value === null) return <small>{forecast.because}</small>;
  const { median, low, high } = forecast.value;
  return <small>{speech.t('course.forecast.short', { median: show(median), low: show(low), high: show(high) })}</small>;
}

/** What is expected on its day, how probable the target is, and what that was made from; or why nothing is said. */
export function Forecast({ keyResult, isLive }: ForecastProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { forecast, target } = keyResult;
  if (forecast === null)
    return isForecastDue(keyResult) ? <p className="text-sm text-soft">{t('course.forecast.none')}</p> : undefined;
  const show = (value: number): string => measured(keyResult, value, speech);
  const { value, because, weeks, day, aimDay } = forecast;
  if (value === null) return <p className="text-sm text-soft">{because}</p>;
  const { median, low, high, chance } = value;
  const line = { median: show(median), low: show(low), high: show(high), day: format.day(aimDay) };
  return (
    <div className="grid gap-0.5">
      <Tension keyResult={keyResult} isLive={isLive} />
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <ForecastChip keyResult={keyResult} isLive={isLive} />
        <span>
          {chance === null ? because : t('course.forecast.chance', { tenths: tenthsOf(chance), target: show(target) })}
        </span>
      </p>
      <p className="text-sm text-soft">
        <Dots>
          {t('course.forecast.line', line)}
          {t('course.forecast.made', { n: weeks, day: format.day(day) })}
        </Dots>
      </p>
    </div>
  );
}

/** Whole tenths that are surely there, so that number and word never differ: 0 under one in ten, 9 from nine on. */
function tenthsOf(chance: number): number {
  return Math.min(9, Math.floor(chance * 10 + 1e-9));
}

/** What forecasts of this workspace were worth so far. */
export function ForecastRecord({ record }: { readonly record: RecordView }): ReactNode {
  const t = useWords();
  const { forecasts, held, trust } = record;
  if (forecasts === 0) return <small>{t('course.record.none')}</small>;
  return (
    <p className={trust === 'off' ? 'text-late' : 'text-sm text-soft'}>
      {t('course.record', { forecasts, held })} {t(`course.record.${trust}`)}
    </p>
  );
}
