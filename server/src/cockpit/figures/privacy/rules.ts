import { isDominated, isFew, suppress, type Cell } from '@passerelle/measure';
import type { Figure, FigureDetail, FigureQuery, Measured } from '#cockpit/figures/index.ts';
import { addDays, mondayOf } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Window } from '#kernel/window.ts';
import type { Crowd, Guard, Week } from './model.ts';
import { TELLS } from './model.ts';

type Cutting = 'place' | 'channel' | 'segment' | 'theme' | 'language' | 'kind';
const CUTTING: readonly Cutting[] = ['place', 'channel', 'segment', 'theme', 'language', 'kind'];
const MOST_CROSSED = 2;

type Asking = Pick<FigureQuery, Cutting>;

/** By what a question is cut. */
export function cutsOf(query: Asking): readonly Cutting[] {
  return CUTTING.filter((name) => query[name] !== undefined);
}

/** One value of each, two crossed at most: with unions and finer crossings, anybody could be singled out by subtraction. */
export function mayCut(query: Asking): Result<undefined, 'figure/too_fine'> {
  const cuts = cutsOf(query);
  const isMany = cuts.some((name) => Array.isArray(query[name]) && query[name].length > 1);
  return isMany || cuts.length > MOST_CROSSED ? no('figure/too_fine', { most: MOST_CROSSED }) : yes(undefined);
}

/** The same question with one or more of its cuts left out: every whole of which it asks a part; itself where it has none. */
export function wholesOf<Query extends Asking>(query: Query): readonly Query[] {
  const [one, two] = cutsOf(query);
  if (one === undefined) return [query];
  const without = (...names: readonly Cutting[]): Query => {
    const whole = { ...query };
    for (const name of names) delete whole[name];
    return whole;
  };
  return two === undefined ? [without(one)] : [without(one), without(two), without(one, two)];
}

/**
 * Whole weeks, none that is still running: facts are shown as they stood at the end of a week, so that two periods a day
 * apart cannot be subtracted.
 */
export function inWeeks({ from, until }: Window, today: string): Window {
  const asked = mondayOf(until);
  const last = asked < mondayOf(today) ? asked : mondayOf(today);
  const first = mondayOf(from);
  return first < last ? { from: first, until: last } : { from: addDays(last, -7), until: last };
}

/** Without weeks of a few persons at either end: those a longer or shorter period would tell by subtraction. */
export function trimmed(window: Window, weeks: readonly Week[], k: number): Window {
  const lived = weeks.filter(({ from, persons }) => from >= window.from && from < window.until && persons > 0);
  const first = lived.find(({ persons }) => persons >= k);
  const last = lived.findLast(({ persons }) => persons >= k);
  if (first === undefined || last === undefined) return window;
  const from = lived[0] === first ? window.from : first.from;
  return { from, until: lived.at(-1) === last ? window.until : addDays(last.from, 7) };
}

function hasFewAtEnds(window: Window, weeks: readonly Week[], k: number): boolean {
  // A week that begins before the window lies in it with its last days.
  const lived = weeks.filter(
    ({ from, persons }) => addDays(from, 7) > window.from && from < window.until && persons > 0,
  );
  const [first, last] = [lived[0], lived.at(-1)];
  return [first, last].some((week) => week !== undefined && isFew(week.persons, k));
}

/** A window as it was asked and what came out, with who stands behind it beside each of the wholes. */
export interface Behind extends Window {
  readonly role: 'current' | 'previous' | 'yearAgo' | 'bucket';
  readonly measured: Measured;
  readonly crowds: readonly Crowd[];
}

export interface Hidden {
  /** Of windows, by number. */
  readonly values: ReadonlySet<number>;
  /** Whether what the value is made of is kept back too. */
  readonly parts: boolean;
}

/** What must not be told of a figure, so that nobody reads of a few persons in it, nor by subtraction. */
export function hiddenOf(
  figure: Pick<Figure, 'id' | 'unit'>,
  windows: readonly Behind[],
  { k: smallest, hasTwin, weeks }: Pick<Guard, 'k' | 'hasTwin' | 'weeks'>,
): Hidden {
  const k = figure.id === 'sentiment' ? Math.max(smallest, TONE_GROUP) : smallest;
  if (hasTwin) return { values: new Set(windows.keys()), parts: true };
  const cells = windows.map((window, w) => cellOf(figure, window, w, weeks, k));
  const trend = suppress(
    cells.filter((_, w) => windows[w]?.role === 'bucket'),
    { k, showsTotal: true },
  );
  const values = new Set<number>(
    [...cells.keys()].filter((w) => {
      const [cell, role] = [cells[w], windows[w]?.role];
      if (cell === undefined || role === 'bucket') return trend.hidden.has(String(w));
      // The whole, beside all of its pieces but those hidden, would tell these.
      return cell.tells === true || isFew(cell.persons, k) || (role === 'current' && trend.hidesTotal);
    }),
  );
  return { values, parts: hasFewParts(figure, windows[0]?.measured, k) };
}

function cellOf(
  figure: Pick<Figure, 'id' | 'unit'>,
  window: Behind,
  w: number,
  weeks: readonly Week[],
  k: number,
): Cell {
  const isEdged = window.role !== 'bucket' && hasFewAtEnds(window, weeks, k);
  const tells =
    isEdged || window.crowds.some((crowd) => tellsOfFew(figure, crowd, k)) || hasFewOf(figure, window.measured, k);
  return { key: String(w), persons: personsIn(figure, window), tells };
}

/** Parts of what counts persons are groups too. */
function hasFewParts(figure: Pick<Figure, 'id' | 'unit'>, measured: Measured | undefined, k: number): boolean {
  if (kindOf(figure) === 'acts' && figure.unit !== 'persons') return false;
  return Object.values(measured?.parts ?? {}).some((n) => isFew(Math.abs(n), k));
}

function kindOf({ id, unit }: Pick<Figure, 'id' | 'unit'>): 'group' | 'share' | 'acts' {
  return TELLS[id] ?? (unit === 'persons' ? 'group' : 'acts');
}

/** A number of persons is a group by itself; behind everything else stand those who contributed. */
function personsIn(figure: Pick<Figure, 'id' | 'unit'>, { measured, crowds }: Behind): number {
  return kindOf(figure) === 'group' ? measured.n : (crowds[0]?.part ?? 0);
}

const SUMS: readonly Figure['unit'][] = ['threads', 'count', 'per_1000'];

function tellsOfFew({ unit }: Pick<Figure, 'unit'>, { part, whole, rest, largest }: Crowd, k: number): boolean {
  if (SUMS.includes(unit) && isDominated({ persons: part, largest })) return true;
  return isFew(part, k) || isFew(whole - part, k) || isFew(rest, k);
}

function hasFewOf(figure: Pick<Figure, 'id' | 'unit'>, { n, of }: Measured, k: number): boolean {
  const kind = kindOf(figure);
  if (kind === 'group') return isFew(n, k);
  return kind === 'share' && (isFew(n, k) || isFew(of - n, k));
}

type DetailBody = Exclude<FigureDetail['detail'], { kind: 'unavailable' }>;
type Of<Kind extends DetailBody['kind']> = Extract<DetailBody, { kind: Kind }>;

/**
 * What a page draws, without what tells of a few persons; undefined where nothing would be left. A new kind of detail
 * says here what of it is kept.
 */
export function keptOf(body: DetailBody, k: number): DetailBody | undefined {
  if (isOfThreads(body)) return body;
  switch (body.kind) {
    case 'concentration':
      return { ...body, points: body.points.filter(({ n }) => !isFew(n, k)) };
    case 'cohorts':
      return keptCohorts(body, k);
    case 'graph':
      return unlessFew(body, [body.persons, body.tied, body.persons - body.tied], k);
    case 'at_risk':
      return unlessFew(body, [body.persons, ...body.silences.map(({ persons }) => persons)], k);
    case 'blocks':
      return unlessFew(
        body,
        body.blocks.flatMap((one) => [one.active, one.former, one.new, one.retained, one.resurrected, one.lapsed]),
        k,
      );
    case 'lifecycle':
      return unlessFew(
        body,
        [
          ...body.ends.flatMap(({ states }) => Object.values(states)),
          ...body.flows.flatMap(({ cells }) => cells.map(({ persons }) => persons)),
        ],
        k,
      );
    case 'themes':
      return keptThemes(body, k);
    case 'tone':
      return keptTones(body, Math.max(k, TONE_GROUP));
    default:
      return body satisfies never;
  }
}

/** Threads and times, over persons who are no few. */
function isOfThreads(body: DetailBody): body is Of<'answer_times' | 'unanswered' | 'first_repliers'> {
  return body.kind === 'answer_times' || body.kind === 'unanswered' || body.kind === 'first_repliers';
}

/** Rows and columns that add up: one hidden cell would be read from the others, so all are shown or none. */
function unlessFew(body: DetailBody, counts: readonly number[], k: number): DetailBody | undefined {
  return counts.some((n) => isFew(n, k)) ? undefined : body;
}

/** Tones are told of groups twice as large: they say what people feel. */
const TONE_GROUP = 10;

/** Themes overlap and most messages have none: one left out cannot be read from the others. */
function keptThemes(body: Of<'themes'>, k: number): Of<'themes'> {
  const themes = body.themes.filter(({ persons, before }) => !isFew(persons, k) && !isFew(before.persons, k));
  return { ...body, themes: themes.filter(({ persons }) => !isFew(body.persons - persons, k)) };
}

function keptTones(body: Of<'tone'>, k: number): Of<'tone'> | undefined {
  if (isFew(body.persons, k)) return undefined;
  return { ...body, themes: body.themes.filter(({ persons }) => !isFew(persons, k)) };
}

/** A triangle ends at the first age at which a cell of it is hidden; cells of one age add up to all cohorts together. */
function keptCohorts(body: Of<'cohorts'>, k: number): Of<'cohorts'> {
  const ages = Math.max(0, ...body.cohorts.map(({ activeIn }) => activeIn.length));
  const hidden: ReadonlySet<string>[] = Array.from({ length: ages }, (_, age) => {
    const cells = body.cohorts.flatMap(({ month, size, activeIn }): Cell[] => {
      const persons = activeIn[age];
      if (persons === undefined) return [];
      return [{ key: month, persons, tells: size === null || isFew(size - persons, k) }];
    });
    return suppress(cells, { k, showsTotal: true }).hidden;
  });
  const cohorts = body.cohorts.map((cohort) => {
    const size = cohort.size !== null && isFew(cohort.size, k) ? null : cohort.size;
    const end = hidden.findIndex((months) => months.has(cohort.month));
    const activeIn = size === null ? [] : cohort.activeIn.slice(0, end === -1 ? undefined : end);
    return { ...cohort, size, activeIn, activeInOrLater: [] };
  });
  return { ...body, cohorts, ages: body.ages.filter(({ active, of }) => !isFew(active, k) && !isFew(of - active, k)) };
}
