import type { ForecastView } from '#cockpit/course/pace/wire.ts';
import type { KeyResultView } from '#cockpit/course/key-results/wire.ts';
import type { CourseObjective, CourseKeyResult } from '#cockpit/course/wire.ts';
import type { ObjectiveLine } from '#cockpit/course/objectives/wire.ts';
import { addDays, lengthOf } from '#web/cockpit/health/days.ts';
import { valueText, type Speech } from '#web/cockpit/health/say-figure.ts';
import type { State } from '#web/ui/chip.tsx';

/** Colours and marks of a pace; the word is `course.pace.<state>`. */
export const PACE_STATES = {
  ahead: 'good',
  on_course: 'good',
  reached: 'good',
  behind: 'late',
  cannot_tell: 'off',
} as const satisfies Readonly<Record<KeyResultView['state'], State>>;

export const OBJECTIVE_STATES = {
  draft: 'off',
  live: 'running',
  reached: 'good',
  missed: 'late',
  dropped: 'off',
} as const satisfies Readonly<Record<ObjectiveLine['state'], State>>;

/** The kind of an objective in words of the product, or of the house. */
export function kindText({ kind, ownKind }: Pick<ObjectiveLine, 'kind' | 'ownKind'>, { t }: Speech): string {
  return kind === 'own' && ownKind !== null ? ownKind : t(`course.kind.${kind}`);
}

/** A value of a key result as its figure writes it. */
export function measured({ figure }: Pick<KeyResultView, 'figure'>, value: number, speech: Speech): string {
  return valueText(figure, value, speech);
}

/** The last reading that has a value. */
export function lastReading({
  readings,
}: Pick<KeyResultView, 'readings'>): KeyResultView['readings'][number] | undefined {
  return readings.at(-1);
}

type Word = NonNullable<NonNullable<ForecastView['value']>['word']>;

/**
 * Whether the line and the forecast say opposite things: `low`: well on the line, and yet the pace of the weeks before
 * leads elsewhere; `high`: behind the line, and yet that pace leads there.
 */
export function tensionOf(state: KeyResultView['state'], word: Word | undefined): 'low' | 'high' | undefined {
  if (state === 'ahead' || state === 'on_course')
    return word === 'unlikely' || word === 'out_of_reach' ? 'low' : undefined;
  return state === 'behind' && (word === 'likely' || word === 'on_course') ? 'high' : undefined;
}

/** So many weeks of a way say little of where it leads. */
const YOUNG_WEEKS = 8;

/** One sentence where line and forecast say opposite things: which is the state, how young it is, what the pace says. */
export function tensionText({ state, baseline, readings, forecast }: CourseKeyResult, { t }: Speech) {
  const word = forecast?.value?.word ?? undefined;
  const tension = tensionOf(state, word);
  const last = readings.at(-1);
  if (tension === undefined || word === undefined || forecast === null || last === undefined) return undefined;
  const n = Math.max(0, Math.floor(lengthOf({ from: baseline.until, until: addDays(last.day, 1) }) / 7));
  const age = n < YOUNG_WEEKS ? 'young' : 'old';
  return t(`course.tension.${tension}`, { state, word, n, age, weeks: forecast.weeks });
}

/** Whether a forecast will come in a moment: one was measured, its day is to come, and nothing is said of it yet. */
export function isForecastDue({ forecast, readings, due }: CourseKeyResult): boolean {
  const last = readings.at(-1);
  return forecast === null && last?.value != null && last.day < due;
}

/** How long to wait before asking again, in milliseconds, while a forecast is being made. */
export function askAgain(objectives: readonly Pick<CourseObjective, 'keyResults' | 'endedAt'>[]): number | false {
  const isWaiting = objectives.some(({ keyResults, endedAt }) => endedAt === null && keyResults.some(isForecastDue));
  return isWaiting ? 2500 : false;
}
