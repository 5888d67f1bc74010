import { createHash } from 'node:crypto';
import { effectOf, personsPerArm, smallestRise, type Effect } from '@passerelle/measure';
import type { Expecting } from '#bridge/mandates/lookup.ts';
import type { FigureRefusal } from '#cockpit/figures/index.ts';
import type { Series } from '#cockpit/proof/series/index.ts';
import { addDays, daysBetween, mondayFrom } from '#kernel/day.ts';
import { plainText } from '#kernel/plainly.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Expected } from './model.ts';
import type { NewProof, OwnProof } from './wire.ts';

export const FEWEST_WEEKS = 6;
export const FEWEST_BEFORE = 26;
/** From the end of the window to the verdict: the last weeks are received and read meanwhile. */
const SETTLING = 7;
/** How long some figures wait until what lies behind them is ripe. */
const RIPENING: Readonly<Record<string, number>> = { reply_coverage_7d: 7, activation_30d: 30, welcomed_24h: 1 };
const BASE_WEEKS = 13;

/** SHA-256 over what is expected and by which proof: the record keeps it from the day it was written. */
export function fingerprintOf(proofId: string, title: string, expects: Expected): string {
  return createHash('sha256').update(plainText({ proofId, title, expects })).digest('hex');
}

/** The day on which the verdict of a window comes. */
export function dueOf(figure: string, untilDay: string): string {
  return addDays(untilDay, SETTLING + (RIPENING[figure] ?? 0));
}

/** What a week was on average in the last ones before a start. */
export function baseOf({ weeks, before }: Series): number {
  const seen = weeks
    .slice(0, before)
    .flatMap(({ value }) => value ?? [])
    .slice(-BASE_WEEKS);
  return seen.length === 0 ? 0 : seen.reduce((sum, value) => sum + value, 0) / seen.length;
}

export interface DrawNeeds {
  /** Newcomers who wrote again within thirty days, of the last year. */
  readonly share: number;
  readonly perWeek: number;
  readonly perArm: number;
  readonly weeks: number;
  readonly smallest: number | null;
}

/** A rise by so much is what a draw is planned for. */
const DRAWN_RISE = 0.1;

/** Persons and weeks a draw in two halves needs to see ten points more, and what the weeks that were chosen would show. */
export function drawNeedsOf(given: {
  readonly share: number;
  readonly perWeek: number;
  readonly weeks: number;
}): DrawNeeds | null {
  const { share, perWeek, weeks } = given;
  const perArm = personsPerArm(share, share + DRAWN_RISE <= 1 ? DRAWN_RISE : -DRAWN_RISE);
  if (perArm === undefined || perWeek <= 0) return null;
  const smallest = smallestRise(share, Math.floor((perWeek * weeks) / 2)) ?? null;
  return { share, perWeek, perArm, weeks: Math.ceil((2 * perArm) / perWeek), smallest };
}

export type SizeCode = 'proof/no_size' | 'proof/size_too_big';

/** The change that matters as the sum takes it: a share of counts, a difference of rates. */
export function mattersOf(
  { size, sizeIn }: Pick<Expected, 'size' | 'sizeIn'>,
  of: Series['of'],
  base: number,
): Result<number, SizeCode> {
  if (!(size > 0)) return no('proof/no_size');
  const share = sizeIn === 'percent' ? size / 100 : size / base;
  const matters = of === 'counts' ? share : sizeIn === 'percent' ? base * share : size;
  if (!Number.isFinite(matters) || (of === 'rates' && matters >= 1)) return no('proof/size_too_big');
  return yes(matters);
}

/** What a design would have shown on the weeks that are there: the last ones taken as if they came after a start. */
export function rehearse(series: Series, weeks: number): Effect | undefined {
  const length = series.before - weeks;
  if (length < FEWEST_BEFORE) return undefined;
  const values = series.weeks.slice(0, series.before).map(({ value }) => value);
  const controls = series.controls.map((control) => control.slice(0, series.before));
  return effectOf({ weeks: values, before: length, of: series.of, controls, season: length >= 104 });
}

/** Lengths tried beyond the one that was chosen. */
const LONGER = [8, 13, 17, 26, 39, 52];

/** The smallest number of weeks after a start in which a change of that size would be seen; null: none up to a year. */
export function weeksThatTell(series: Series, matters: number, than: number): number | null {
  return (
    LONGER.filter((weeks) => weeks > than).find((weeks) => (rehearse(series, weeks)?.visible ?? Infinity) <= matters) ??
    null
  );
}

export type PlanCode =
  | FigureRefusal
  | SizeCode
  | 'proof/start_past'
  | 'proof/no_figure'
  | 'proof/not_weekly'
  | 'proof/no_history'
  | 'proof/too_short'
  | 'proof/control_same'
  | 'proof/control_late'
  | 'proof/event_day'
  | 'proof/draw_figure'
  | 'proof/no_consent'
  | 'proof/mandate_not_given'
  | 'proof/mandate_late'
  | 'proof/mandate_expects_nothing'
  | 'proof/mandate_taken';

export type Asked = Omit<OwnProof, 'title'> & { readonly title: string; readonly mandate?: Expecting };

export interface Problem {
  readonly code: PlanCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** A mandate's own words and days; nothing that is chosen after it began may change them. */
export function askedOf(
  { title, controls, events }: Extract<NewProof, { readonly mandateId: string }>,
  mandate: Expecting | undefined,
  today: string,
): Result<Asked, PlanCode> {
  const problem = mandateProblem(mandate, today, controls.length > 0);
  if (mandate?.expects == null || problem !== undefined) return problem ?? no('http/not_found');
  const { expects, fromDay, untilDay } = mandate;
  const weeks = Math.min(52, Math.floor(daysBetween(mondayFrom(fromDay), untilDay) / 7));
  return yes({
    title: title ?? mandate.intention.slice(0, 200),
    ...expects,
    sizeIn: 'unit',
    startDay: fromDay,
    weeks,
    design: 'weeks',
    controls,
    // What was known beforehand was not written down: later it is told as what it is, by a note.
    events: fromDay < today ? [] : events,
    mandate,
  });
}

/** Why a mandate has nothing that could be shown. */
function mandateProblem(
  mandate: Expecting | undefined,
  today: string,
  hasControls: boolean,
): Result<never, PlanCode> | undefined {
  if (mandate === undefined) return no('http/not_found');
  const { givenAt, fromDay: day } = mandate;
  if (mandate.expects === null) return no('proof/mandate_expects_nothing');
  if (mandate.proofId !== null) return no('proof/mandate_taken');
  if (givenAt === null || !PROVABLE.has(mandate.state)) return no('proof/mandate_not_given');
  if (day >= today) return undefined;
  if (givenAt.toISOString().slice(0, 10) > day) return no('proof/mandate_late', { day });
  return hasControls ? no('proof/control_late', { day }) : undefined;
}

const PROVABLE: ReadonlySet<string> = new Set(['given', 'accepted', 'discussed', 'active', 'done']);

export function dayProblem({ startDay, weeks, events, mandate, size }: Asked, today: string): Problem | undefined {
  // Before anything is measured.
  if (!(size > 0)) return { code: 'proof/no_size' };
  if (mandate === undefined && startDay <= today) return { code: 'proof/start_past', details: { day: startDay } };
  if (weeks < FEWEST_WEEKS) return { code: 'proof/too_short', details: { weeks, needed: FEWEST_WEEKS } };
  const until = addDays(mondayFrom(startDay), 7 * weeks);
  const isOutside = events.some(({ day }) => day < addDays(startDay, -366) || day > addDays(until, 31));
  return isOutside ? { code: 'proof/event_day' } : undefined;
}

/** A figure needs weeks behind it: those that are there, and those that may still come until it begins. */
export function historyProblem(
  { startDay, design }: Asked,
  { weeks, before }: Series,
  today: string,
): Problem | undefined {
  const seen = weeks.slice(0, before).filter(({ value }) => value !== null).length;
  const coming = Math.max(0, Math.floor(daysBetween(today, mondayFrom(startDay)) / 7));
  const needed = design === 'draw' ? 1 : FEWEST_BEFORE;
  return seen === 0 || seen + coming < needed
    ? { code: 'proof/no_history', details: { weeks: seen, needed } }
    : undefined;
}
