import type { FigureAnswer, FigureRefusal, Figures, SingleSlice } from '#cockpit/figures/index.ts';
import { queryOfSingle } from '#cockpit/figures/index.ts';
import { addDays, dayIn, mondayOf } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import type { OwnMissing, PastWeek, Reading } from './model.ts';

export interface MeasuringDeps {
  readonly database: Database;
  /** Guarded: what is measured here is shown to everybody of the team. */
  readonly figures: Pick<Figures, 'answer' | 'lend'>;
  readonly clock: Clock;
}

/** A figure, in a slice, over so many days. */
export interface Asked {
  readonly figure: string;
  readonly slice: SingleSlice;
  readonly spanDays: number;
}

/**
 * What a figure was over some weeks up to the one before `end`, the newest that is over unless it is said. Everybody of
 * the team is shown the same, so it is asked for as whoever may see the least.
 */
export async function measure(
  deps: Pick<MeasuringDeps, 'figures'>,
  scope: Scope,
  asked: Asked,
  end: string | undefined,
): Promise<Result<FigureAnswer, FigureRefusal>> {
  const newest = end === undefined ? await newestOf(deps, scope, asked) : yes(mondayOf(end));
  if (!newest.ok) return newest;
  const window = { from: addDays(newest.value, -asked.spanDays), until: newest.value };
  const answers = await deps.figures.answer(
    scope,
    { ...queryOfSingle(asked.slice), ...window },
    'en',
    [asked.figure],
    true,
  );
  if (!answers.ok) return answers;
  const [answer] = answers.value;
  if (answer === undefined) return no('http/not_found');
  // Weeks of a few persons are cut off at the ends: what is left is not the window that was asked for.
  const isCut = answer.window.from !== window.from || answer.window.until !== window.until;
  return yes(isCut ? { ...answer, window: { ...answer.window, partial: true } } : answer);
}

/** The day after the newest week that is over and may be shown. */
export function newestOf(
  { figures }: Pick<MeasuringDeps, 'figures'>,
  scope: Scope,
  { figure, slice }: Pick<Asked, 'figure' | 'slice'>,
): Promise<Result<string, FigureRefusal>> {
  return figures.lend(scope, figure, queryOfSingle(slice), async ({ window }) => window.until, true);
}

/** A figure is cut into weeks over half a year at most; so many such halves. */
const HALF_YEAR = 182;
const HALVES = 2;

/** A figure week by week over the year before a Monday, the oldest first; none where it cannot be cut into weeks. */
export async function weeksBefore(
  { figures }: Pick<MeasuringDeps, 'figures'>,
  scope: Scope,
  { figure, slice }: Pick<Asked, 'figure' | 'slice'>,
  until: string,
): Promise<readonly PastWeek[]> {
  const weeks: PastWeek[] = [];
  for (let half = 0; half < HALVES; half += 1) {
    const end = addDays(until, -half * HALF_YEAR);
    const asked = { ...queryOfSingle(slice), from: addDays(end, -HALF_YEAR), until: end };
    const answers = await figures.answer(scope, asked, 'en', [figure]);
    const series = answers.ok ? answers.value[0]?.series : undefined;
    if (series === undefined || series.bucket !== 'week') return weeks;
    weeks.unshift(...series.points.map(weekOf));
  }
  return weeks;
}

function weekOf({ value, partial }: FigureAnswer['series']['points'][number]): PastWeek {
  if (partial) return null;
  if (value.state === 'unavailable') return value.reason === 'nothing_to_measure' ? { value: null, n: 0, of: 0 } : null;
  return { value: value.state === 'value' ? value.value : null, n: value.n, of: value.of };
}

const GONE = {
  'http/not_found': 'gone',
  'figure/segment_gone': 'segment_gone',
  'figure/too_fine': 'too_fine',
} as const satisfies Partial<Record<FigureRefusal, OwnMissing>>;

function missingOf(code: FigureRefusal): OwnMissing {
  return code in GONE ? GONE[code as keyof typeof GONE] : 'gone';
}

/** Why an answer has no value that may be held against a target; undefined when it has one. */
function lackOf({ value, window }: FigureAnswer): string | undefined {
  if (value.state === 'unavailable') return value.reason;
  if (value.state === 'too_few') return 'too_few';
  if (value.value === null) return 'not_reached';
  return window.partial ? 'partial' : undefined;
}

/** What a figure is now, or was at the end of the week before `end`; without a value it says why. */
export async function takeReading(deps: MeasuringDeps, scope: Scope, asked: Asked, end?: string): Promise<Reading> {
  const { zone } = await deps.database.inScope(scope, settingsOf);
  const takenAt = deps.clock.now();
  const answer = await measure(deps, scope, asked, end);
  if (!answer.ok) {
    return { day: addDays(dayIn(zone, takenAt), -1), takenAt, value: null, missing: missingOf(answer.refusal.code) };
  }
  const { value, window } = answer.value;
  const when = { day: addDays(window.until, -1), takenAt };
  const missing = lackOf(answer.value);
  if (missing !== undefined || value.state !== 'value' || value.value === null)
    return { ...when, value: null, missing: missing ?? 'not_reached' };
  return { ...when, value: value.value, ...value.interval, missing: null };
}
