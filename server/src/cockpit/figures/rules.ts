import { difference, sideOfZero, type Estimate } from '@passerelle/measure';
import { addDays, cut, daysBetween, firstOfMonth, nextMonth, yearBefore } from '#kernel/day.ts';
import type { Given } from '#cockpit/figures/counting/index.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import { joined, type Window } from '#kernel/window.ts';
import type {
  Asked,
  Because,
  CannotTell,
  Compared,
  Figure,
  Frame,
  Lack,
  LeftOut,
  Measured,
  Need,
  Plan,
  Span,
  Unavailable,
  Watched,
} from './model.ts';
import type { FigureAnswer, FigureValue } from './wire.ts';

const DEFAULT_DAYS = 90;
const LONGEST_YEARS = 50;
/** Up to half a year a trend goes by weeks, beyond by months. */
const WEEKS_UNTIL = 184;
const MONTHS_FROM = 60;

/** How far before its windows the calendar begins at least, in days. */
const REACH = 90;

/** What a plan asks the facts. */
export function givenOf({ figure, places, leftOut, asked }: Plan, frame: Frame): Given {
  const { slice, window } = frame;
  const [from = window.from] = asked.map((one) => one.from).toSorted();
  const reach = Math.max(REACH, ...asked.map((one) => reachOf(figure, one)));
  const observed = unionOf(places.flatMap(({ span }) => span ?? []));
  const isEverywhere = frame.isEverywhere && leftOut.length === 0;
  const looked = joined(asked.map((one) => ({ from: addDays(one.from, -reachOf(figure, one)), until: one.until })));
  return { places, isEverywhere, slice, asked, looked, since: addDays(from, -reach), ...(observed ?? NEVER) };
}

/** Of places in which nothing ever happened nothing is asked. */
const NEVER = { firstDay: '9999-12-31', lastDay: '0001-01-01' };

/** How many days before a window the facts of a figure reach back. */
function reachOf({ reachesBack }: Figure, { from, until }: Window): number {
  const length = daysBetween(from, until);
  if (reachesBack === 'its_length') return length;
  return typeof reachesBack === 'number' ? reachesBack : reachesBack.beforeItsEnd - length;
}

/** Whether it tells how things stand when a window ends, however long the window is. */
function isOfItsEnd({ reachesBack }: Figure): boolean {
  return typeof reachesBack === 'object';
}

interface AskedFor {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly days?: '28' | '90' | '365' | 'all' | undefined;
}

type Settled = { readonly window: Window; readonly because: Because };

/**
 * The window a question is about. Unless asked for, it is the 90 days that end with the newest activity of the
 * selection, so that an archive shows its last days and not an empty present; today, not over, is left out.
 */
export function windowOf(
  asked: AskedFor,
  spans: readonly Span[],
  today: string,
): Result<Settled, 'figure/upside_down' | 'figure/too_long' | 'figure/period_twice'> {
  if (asked.from !== undefined && asked.days !== undefined) return no('figure/period_twice');
  const until = asked.until ?? untilNewest(spans, today);
  const from = asked.from ?? fromOf(asked.days, until, spans);
  if (until <= from) return no('figure/upside_down');
  if (daysBetween(from, until) > LONGEST_YEARS * 366) return no('figure/too_long', { years: LONGEST_YEARS });
  const isAsked = asked.from !== undefined && asked.until !== undefined;
  const because = spans.length === 0 ? 'today' : 'latest_activity';
  return yes({ window: { from, until }, because: isAsked ? 'asked' : because });
}

/** All there is begins with the first day watched; stray dates of long ago are cut off. */
function fromOf(days: AskedFor['days'], until: string, spans: readonly Span[]): string {
  if (days !== 'all') return addDays(until, -Number(days ?? DEFAULT_DAYS));
  const first = unionOf(spans)?.firstDay ?? addDays(until, -DEFAULT_DAYS);
  const earliest = addDays(until, -LONGEST_YEARS * 365);
  if (first >= until) return addDays(until, -1);
  return first < earliest ? earliest : first;
}

function untilNewest(spans: readonly Span[], today: string): string {
  const union = unionOf(spans);
  if (union === undefined) return today;
  const afterNewest = addDays(union.lastDay, 1);
  return afterNewest > today && union.firstDay < today ? today : afterNewest;
}

function unionOf(spans: readonly Span[]): { readonly firstDay: string; readonly lastDay: string } | undefined {
  const [first, ...others] = spans;
  if (first === undefined) return undefined;
  let { firstDay, lastDay } = first;
  for (const span of others) {
    if (span.firstDay < firstDay) firstDay = span.firstDay;
    if (span.lastDay > lastDay) lastDay = span.lastDay;
  }
  return { firstDay, lastDay };
}

const LACKS: Readonly<Record<Need, Lack>> = { replies: 'no_replies', hours: 'no_hours', reactions: 'no_reactions' };

function lackOf(figure: Figure, place: Watched): Lack | undefined {
  const need = figure.needs.find((one) => !place.gives[one]);
  return need === undefined ? undefined : LACKS[need];
}

/**
 * What is to be computed for a figure in a frame, over which places, and why not over the others. Its trend costs as much
 * as all the windows it is cut into: who needs the value alone goes without (`false`); `week`, `month`: by these, however
 * long it is.
 */
export function planOf(
  figure: Figure,
  frame: Frame,
  compare: readonly ('previous' | 'yearAgo')[],
  trend: boolean | Plan['bucket'] = true,
): Plan {
  const leftOut: LeftOut[] = [];
  const able: Watched[] = [];
  for (const place of frame.places) {
    const reason = lackOf(figure, place);
    if (reason === undefined) able.push(place);
    else leftOut.push({ place: { id: place.id, name: place.name }, reason });
  }
  const places = able.filter((place) => place.span !== undefined);
  const spans = places.flatMap((place) => place.span ?? []);
  const bucket = typeof trend === 'string' ? trend : bucketOf(figure, frame.window);
  const windows: readonly (readonly [Asked['role'], Window])[] = [
    ['current', frame.window],
    ...compare.map((role) => [role, beforeOf(frame.window, role)] as const),
    ...(trend !== false ? cut(frame.window, bucket) : []).map((window) => ['bucket', window] as const),
  ];
  const asked = windows.map(([role, window]): Asked => {
    const watched = watching(figure, window, spans);
    const isPiece = role === 'bucket' && !isWhole(window, bucket) && !isOfItsEnd(figure);
    return { role, ...window, ...watched, partial: watched.partial || isPiece };
  });
  return { figure, places, leftOut, bucket, asked, unavailable: unavailability(figure, frame, leftOut, able, spans) };
}

function bucketOf(figure: Figure, { from, until }: Window): 'week' | 'month' {
  return figure.trend === 'months' || daysBetween(from, until) > WEEKS_UNTIL ? 'month' : 'week';
}

/** Weeks too thin for most of them to have a value, where months may have one: two of them at least. */
export function wantsMonths(plan: Plan, measured: readonly Measured[]): boolean {
  const [current] = plan.asked;
  if (plan.bucket === 'month' || current === undefined || daysBetween(current.from, current.until) < MONTHS_FROM)
    return false;
  const points = pointsOf(plan, measured);
  const known = points.filter(({ value }) => value.state === 'value').length;
  const thin = points.filter(({ value }) => value.state === 'too_few').length;
  return known < thin && valueIn(plan, measured, 0).state === 'value';
}

/** The equal window just before, or that of a year before. */
export function beforeOf({ from, until }: Window, role: 'previous' | 'yearAgo'): Window {
  const length = daysBetween(from, until);
  if (role === 'previous') return { from: addDays(from, -length), until: from };
  const start = yearBefore(from);
  return { from: start, until: addDays(start, length) };
}

function watching(figure: Figure, window: Window, spans: readonly Span[]): Omit<Asked, 'role' | keyof Window> {
  const union = unionOf(spans);
  const isLong = isLongEnough(figure, window);
  if (union === undefined) return { partial: true, isLongEnough: isLong, isMeasurable: false };
  const reach = addDays(window.from, -reachOf(figure, window));
  return {
    partial: reach < union.firstDay || addDays(union.lastDay, 1) < window.until,
    isLongEnough: isLong,
    isMeasurable: isLong && spans.some((span) => overlaps(span, window)),
  };
}

function isLongEnough({ shortest }: Figure, window: Window): boolean {
  return isWhole(window, 'month') || daysBetween(window.from, window.until) >= shortest;
}

function isWhole({ from, until }: Window, bucket: 'week' | 'month'): boolean {
  if (bucket === 'week') return daysBetween(from, until) === 7;
  return from === firstOfMonth(from) && until === nextMonth(from);
}

function overlaps({ firstDay, lastDay }: Span, { from, until }: Window): boolean {
  return firstDay < until && lastDay >= from;
}

function unavailability(
  figure: Figure,
  frame: Frame,
  leftOut: readonly LeftOut[],
  able: readonly Watched[],
  spans: readonly Span[],
): Unavailable | undefined {
  if (figure.reads === 'nothing') return 'no_source';
  if (frame.places.length === 0) return 'no_places';
  if (able.length === 0) return leftOut[0]?.reason;
  if (spans.length === 0) return 'nothing_yet';
  if (frame.isEmpty) return 'nothing_selected';
  if (!isLongEnough(figure, frame.window)) return 'window_too_short';
  return spans.some((span) => overlaps(span, frame.window)) ? undefined : 'not_watched';
}

/** Whether a value changed: said only when the interval of the difference leaves out "no change". */
export function compare(plan: Plan, now: Side, before: Side): Compared {
  const { figure } = plan;
  const because = doubt(plan, now, before);
  if (because !== undefined) return { change: 'cannot_tell', because };
  const [present, past] = [now.measured.estimate, before.measured.estimate];
  if (present === undefined || past === undefined) return { change: 'cannot_tell', because: 'nothing_before' };
  if (!Number.isFinite(present.value) || !Number.isFinite(past.value)) return { change: apart(present, past) };
  const found =
    figure.compared === 'by_ratio' ? difference(logarithm(present), logarithm(past)) : difference(present, past);
  const side = sideOfZero(found);
  if (side === 'around') return { change: 'none', difference: found };
  return { change: side === 'above' ? 'up' : 'down', difference: found };
}

export interface Side {
  readonly asked: Asked;
  readonly measured: Measured;
}

function doubt({ figure, places }: Plan, now: Side, before: Side): CannotTell | undefined {
  if (now.asked.isHidden === true || before.asked.isHidden === true) return 'private';
  if (!before.asked.isMeasurable || before.measured.estimate === undefined) return 'nothing_before';
  if (now.asked.partial || before.asked.partial) return 'partial';
  if (seenIn(places, now.asked) !== seenIn(places, before.asked)) return 'places_differ';
  const fewest = Math.min(now.measured.sample, before.measured.sample);
  return fewest < figure.minimum ? 'too_few' : undefined;
}

/** Which places were watched in a window: a figure over other places is another figure. */
function seenIn(places: readonly Watched[], window: Window): string {
  return places.flatMap(({ id, span }) => (span !== undefined && overlaps(span, window) ? [id] : [])).join();
}

function logarithm({ value, low, high }: Estimate): Estimate {
  // A reply within the very second takes zero seconds: one is added to all.
  return { value: Math.log1p(value), low: Math.log1p(low), high: Math.log1p(high) };
}

/** Where a value lies beyond what was watched, only intervals that do not meet can say something. */
function apart(now: Estimate, before: Estimate): Compared['change'] {
  if (now.low > before.high) return 'up';
  return now.high < before.low ? 'down' : 'none';
}

/** The value of a window of a plan, or why it has none. */
export function valueIn({ figure, unavailable, asked }: Plan, measured: readonly Measured[], w: number): FigureValue {
  const [window, found] = [asked[w], measured[w]];
  if (unavailable !== undefined) return { state: 'unavailable', reason: unavailable };
  if (window === undefined || !window.isMeasurable) {
    return { state: 'unavailable', reason: window?.isLongEnough === false ? 'window_too_short' : 'not_watched' };
  }
  if (found === undefined) return { state: 'unavailable', reason: 'nothing_to_measure' };
  if (window.isHidden === true) return { state: 'unavailable', reason: 'private' };
  return valueOf(figure, found);
}

function valueOf(figure: Figure, { n, of, sample, estimate, lack }: Measured): FigureValue {
  if (estimate === undefined) return { state: 'unavailable', reason: lack ?? 'nothing_to_measure' };
  if (sample < figure.minimum) return { state: 'too_few', n, of, sample, minimum: figure.minimum };
  const interval = { low: finite(estimate.low), high: finite(estimate.high) };
  return { state: 'value', value: finite(estimate.value), interval, n, of, sample };
}

/** What lies beyond what was watched is null. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The points of a trend. */
export function pointsOf(plan: Plan, measured: readonly Measured[]): FigureAnswer['series']['points'] {
  return plan.asked.flatMap(({ role, from, until, partial }, w) =>
    role === 'bucket' ? [{ from, until, value: valueIn(plan, measured, w), partial }] : [],
  );
}

/** What a value is made of, by name. */
export function partsOf(measured: Measured | undefined): Record<string, number | null> {
  const parts: Record<string, number | null> = {};
  for (const [name, value] of Object.entries(measured?.parts ?? {})) parts[name] = finite(value);
  return parts;
}
