import { difference, sideOfZero, type Estimate } from '@passerelle/measure';
import { addDays, cut, daysBetween, firstOfMonth, nextMonth, yearBefore } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Window } from '#kernel/window.ts';
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

const DEFAULT_DAYS = 90;
const LONGEST_YEARS = 50;
/** Up to half a year a trend goes by weeks, beyond by months. */
const WEEKS_UNTIL = 184;

/** How far before its windows the calendar begins at least, in days. */
const REACH = 90;

/**
 * The relations figures are written on. $1 places, $2 channels or null, $3–$5 the windows asked for.
 *
 * `days` ($6, $7: how many days from which one on; $8: until which day the selection was watched): how many contributions
 * (posts and replies) each person made on a day of the workspace's zone; `asked_day`: the days of each window, so that
 * both meet by equality, which is quick; `calendar`, which begins 90 days earlier, or as many as the figure looks back;
 * `observed`, the last day that was watched.
 * `threads` ($6, $7: until when each of the places was watched, as instants and as days; $8, $9: from and until when all
 * windows together, said once more because a constant is what lets an engine skip the rest): those opened by persons,
 * with the first reply by another human, whoever it is, and by kind.
 */
const ASKED = `asked (w, from_day, until_day) as (select unnest($3::int[]), unnest($4::date[]), unnest($5::date[]))`;
const CHOSEN = (row: string) =>
  `${row}.place_id = any($1::uuid[]) and ($2::uuid[] is null or ${row}.channel_id = any($2::uuid[]))`;
const RELATIONS: Readonly<Record<Figure['reads'], string>> = {
  days: `
observed (last_day) as (select $8::date),
calendar (day) as (select $7::date + step.n::int from generate_series(0, $6::int) as step (n)),
asked_day (w, day) as (
  select asked.w, calendar.day
  from asked join calendar on calendar.day >= asked.from_day and calendar.day < asked.until_day
),
days (member_id, day, n) as not materialized (
  select spent.member_id, spent.day, spent.posts + spent.replies
  from fact_day spent
  where ${CHOSEN('spent')} and spent.role = 'person'
)`,
  threads: `
watched (place_id, until_instant, last_day) as (
  select unnest($1::uuid[]), unnest($6::timestamptz[]), unnest($7::date[])
),
threads (id, place_id, instant, day, opened_day, anyone, anyone_day, staff, person) as (
  select opened.id, opened.place_id, opened.instant, opened.day, opened.local_day, min(reply.instant), min(reply.day),
    min(case when reply.role = 'staff' then reply.instant end),
    min(case when reply.role = 'person' then reply.instant end)
  from fact_thread opened
  left join fact_reply reply on reply.thread_id = opened.id
    and reply.role in ('person', 'staff') and reply.member_id <> opened.member_id
  where ${CHOSEN('opened')} and opened.role = 'person'
    and opened.local_day >= $8::date and opened.local_day < $9::date
  group by 1, 2, 3, 4, 5
)`,
};

/** The whole SQL text of a figure; the same on both engines. */
export function textOf({ reads, steps, select }: Figure): string {
  return `with ${[ASKED, RELATIONS[reads], ...(steps === undefined ? [] : [steps])].join(',\n')}${select}`;
}

/** What fills $1… of that text. */
export function paramsOf({ figure, places, asked }: Plan, { channels }: Frame) {
  const shared = [
    places.map((place) => place.id),
    channels ?? null,
    asked.map((_, w) => w),
    asked.map((window) => window.from),
    asked.map((window) => window.until),
  ];
  const from = asked.reduce((earliest, window) => (window.from < earliest ? window.from : earliest), '9999-12-31');
  const until = asked.reduce((latest, window) => (window.until > latest ? window.until : latest), '0000-01-01');
  if (figure.reads === 'days') {
    const reach = Math.max(REACH, ...asked.map((window) => reachOf(figure, window)));
    const first = addDays(from, -reach);
    return [...shared, daysBetween(first, until), first, lastDayOf(places) ?? until];
  }
  const ends = places.map((place) => place.span?.end ?? null);
  return [...shared, ends, places.map((place) => place.span?.lastDay ?? null), from, until];
}

/** The last day on which something happened in any of these places. */
function lastDayOf(places: readonly Watched[]): string | undefined {
  return unionOf(places.flatMap(({ span }) => span ?? []))?.lastDay;
}

/** How many days before a window the facts of a figure reach back. */
function reachOf({ reachesBack }: Figure, { from, until }: Window): number {
  const length = daysBetween(from, until);
  if (reachesBack === 'its_length') return length;
  return typeof reachesBack === 'number' ? reachesBack : Math.max(0, reachesBack.beforeItsEnd - length);
}

interface AskedFor {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * The window a question is about. Unless asked for, it is the 90 days that end with the newest activity of the
 * selection, so that an archive shows its last days and not an empty present; today, not over, is left out.
 */
export function windowOf(
  asked: AskedFor,
  spans: readonly Span[],
  today: string,
): Result<{ readonly window: Window; readonly because: Because }, 'figure/upside_down' | 'figure/too_long'> {
  const until = asked.until ?? untilNewest(spans, today);
  const from = asked.from ?? addDays(until, -DEFAULT_DAYS);
  if (until <= from) return no('figure/upside_down');
  if (daysBetween(from, until) > LONGEST_YEARS * 366) return no('figure/too_long', { years: LONGEST_YEARS });
  const isAsked = asked.from !== undefined && asked.until !== undefined;
  const because = spans.length === 0 ? 'today' : 'latest_activity';
  return yes({ window: { from, until }, because: isAsked ? 'asked' : because });
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

const LACKS: Readonly<Record<Need, Lack>> = { replies: 'no_replies', hours: 'no_hours' };

function lackOf(figure: Figure, place: Watched): Lack | undefined {
  const need = figure.needs.find((one) => !place.gives[one]);
  return need === undefined ? undefined : LACKS[need];
}

/** What is to be computed for a figure in a frame, over which places, and why not over the others. */
export function planOf(figure: Figure, frame: Frame, compare: readonly ('previous' | 'yearAgo')[]): Plan {
  const leftOut: LeftOut[] = [];
  const able: Watched[] = [];
  for (const place of frame.places) {
    const reason = lackOf(figure, place);
    if (reason === undefined) able.push(place);
    else leftOut.push({ place: { id: place.id, name: place.name }, reason });
  }
  const places = able.filter((place) => place.span !== undefined);
  const spans = places.flatMap((place) => place.span ?? []);
  const bucket = bucketOf(figure, frame.window);
  const windows: readonly (readonly [Asked['role'], Window])[] = [
    ['current', frame.window],
    ...compare.map((role) => [role, beforeOf(frame.window, role)] as const),
    ...cut(frame.window, bucket).map((window) => ['bucket', window] as const),
  ];
  const asked = windows.map(([role, window]): Asked => {
    const watched = watching(figure, window, spans);
    const isPiece = role === 'bucket' && !isWhole(window, bucket);
    return { role, ...window, ...watched, partial: watched.partial || isPiece };
  });
  return { figure, places, leftOut, bucket, asked, unavailable: unavailability(figure, frame, leftOut, able, spans) };
}

function bucketOf(figure: Figure, { from, until }: Window): 'week' | 'month' {
  return figure.trend === 'months' || daysBetween(from, until) > WEEKS_UNTIL ? 'month' : 'week';
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
  if (frame.places.length === 0) return 'no_places';
  if (able.length === 0) return leftOut[0]?.reason;
  if (spans.length === 0) return 'nothing_yet';
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
