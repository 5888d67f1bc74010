import type { Given } from '#cockpit/figures/counting/index.ts';
import { guardedFrame, keptOf, watchedSelection } from '#cockpit/figures/privacy/index.ts';
import { comparisonSentence, requestOf, sentenceOf } from '#cockpit/figures/telling/index.ts';
import { dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Engine, Projection, Scoped as Facts } from '#platform/projection/index.ts';
import type { Selection } from './lookup.ts';
import type { Asked, Figure as FigureOf, FigureRow, Frame, Measured, Plan, Sql, Unavailable } from './model.ts';
import { SLICES } from './model.ts';
import { compare, finite, partsOf, planOf, pointsOf, valueIn, wantsMonths, windowOf } from './rules.ts';
import { askedOnce, detailRowsOf, guarded, isEmptySlice, isHiddenNow, rowsOf, spansOf } from './views.ts';
import type * as wire from './wire.ts';

type Figure = FigureOf<wire.FigureDetailBody>;
type FigureAnswer = wire.FigureAnswer;
type FigureDetail = wire.FigureDetail;
type FigureQuery = wire.FigureQuery;
type FigureValue = wire.FigureValue;

export interface FiguresDeps {
  readonly database: Database;
  readonly projection: Projection;
  readonly clock: Clock;
  /** Whoever asks may not see numbers of a few persons: these are kept back. */
  readonly isGuarded?: boolean;
  /** Values alone are asked for, without the trend. */
  readonly isBare?: boolean;
  /** What the query asks about, where it was read already. Whoever may not see numbers of a few has it read anew. */
  readonly selection?: Selection | undefined;
}

export type FigureRefusal =
  | 'http/not_found'
  | 'figure/segment_gone'
  | 'figure/too_fine'
  | 'figure/upside_down'
  | 'figure/too_long'
  | 'figure/period_twice';

/** What a figure is, in the reader's language. */
export function cardOf(figure: Figure, language: Language): wire.FigureCard {
  const { id, unit, direction, needs, minimum } = figure;
  const [name, definition] = [figure.name[language], figure.definition[language]];
  const [population, exclusions] = [figure.population[language], figure.exclusions[language]];
  return {
    id,
    name,
    definition,
    population,
    exclusions,
    unit,
    direction,
    needs: [...needs],
    minimum,
    slices: [...SLICES],
  };
}

/** Computes some figures of one selection and period, all from the facts of one moment. */
export async function answerFigures(
  deps: FiguresDeps,
  scope: Scope,
  figures: readonly Figure[],
  query: FigureQuery,
  language: Language,
  engine: Engine = 'duckdb',
): Promise<Result<readonly FigureAnswer[], FigureRefusal>> {
  return await inFrame(deps, scope, query, engine, async (asked, frame) => {
    const facts = askedOnce(asked);
    return await Promise.all(figures.map((figure) => answerOf(facts, figure, frame, query, language, deps)));
  });
}

/** What one figure's page draws beyond its trend. */
export async function answerDetail(
  deps: FiguresDeps,
  scope: Scope,
  figure: Figure,
  query: FigureQuery,
  language: Language,
  engine: Engine = 'duckdb',
): Promise<Result<FigureDetail, FigureRefusal>> {
  return await inFrame(deps, scope, query, engine, async (facts, frame) => {
    const plan = planOf(figure, frame, []);
    const isHidden = await isHiddenNow(facts, plan, frame);
    return {
      figure: cardOf(figure, language),
      window: windowIn(plan, frame),
      detail: isHidden ? { kind: 'unavailable', reason: 'private' } : await detailOf(facts, figure, plan, frame),
      leftOut: [...plan.leftOut],
      freshness: freshnessOf(facts, plan, deps.clock),
      request: requestOf(`${figure.id}/detail`, frame, query),
    };
  });
}

async function detailOf(facts: Facts, { detail }: Figure, plan: Plan, frame: Frame): Promise<FigureDetail['detail']> {
  const { unavailable, bucket, asked, places } = plan;
  if (detail === undefined) return { kind: 'unavailable', reason: 'no_detail' };
  if (unavailable !== undefined) return { kind: 'unavailable', reason: unavailable };
  const rows = await detailRowsOf(facts, detail.questions, plan, frame);
  const { window, zone } = frame;
  const body = detail.shape(rows, { window, zone, bucket, asked, places });
  if (body === undefined) return { kind: 'unavailable', reason: 'nothing_to_measure' };
  const kept = frame.guard === undefined ? body : keptOf(body, frame.guard.k);
  return kept ?? { kind: 'unavailable', reason: 'private' };
}

/** What the figure makes of each window of its plan. */
async function measuredOf(facts: Facts, plan: Plan, frame: Frame): Promise<readonly Measured[]> {
  const rows = plan.unavailable === undefined ? await rowsOf(facts, plan, frame) : [];
  return plan.asked.map((_, w) => plan.figure.finish(rows[w] ?? []));
}

/** Week by week, from the facts of one moment, however long the window is. */
export async function weeksOfFigure(
  deps: FiguresDeps,
  scope: Scope,
  figure: Figure,
  query: FigureQuery,
): Promise<Result<readonly WeekOfFigure[], FigureRefusal>> {
  return await inFrame(deps, scope, query, 'duckdb', async (facts, frame) => {
    const planned = planOf(figure, frame, [], 'week');
    const measured = await measuredOf(facts, planned, frame);
    const { plan } = await guarded(facts, planned, frame, measured);
    return pointsOf(plan, measured);
  });
}

/** What a figure was in one week. */
export type WeekOfFigure = FigureAnswer['series']['points'][number];

/** What a figure is asked about, lent for questions that it does not ask itself. */
export interface Lent extends Pick<Frame, 'window' | 'zone' | 'slice'> {
  readonly unavailable: Unavailable | undefined;
  /** Tells this question from others; undefined where nobody knows whether the facts are still the same. */
  readonly key: string | undefined;
  /** The request that asks the same of `path`. */
  requestOf(path: string): string;
  rows(question: Sql, other?: Partial<Given>): Promise<readonly FigureRow[]>;
  /** What the figure makes of rows of its own question. */
  valueOf(rows: readonly FigureRow[]): FigureValue;
}

export async function lendFrame<T>(
  deps: FiguresDeps,
  scope: Scope,
  figure: Figure,
  query: FigureQuery,
  work: (lent: Lent) => Promise<T>,
): Promise<Result<T, FigureRefusal>> {
  return await inFrame(deps, scope, query, 'duckdb', async (facts, frame) => {
    const plan = planOf(figure, frame, []);
    const unavailable = (await isHiddenNow(facts, plan, frame)) ? 'private' : plan.unavailable;
    const { places } = plan;
    const { window, zone, slice } = frame;
    const about = [facts.version, window, zone, places, slice, slice.segment?.text(1)];
    return await work({
      window,
      zone,
      slice,
      unavailable,
      key: facts.version === undefined ? undefined : JSON.stringify(about),
      requestOf: (path) => requestOf(path, frame, query),
      rows: async (question, other) => (await detailRowsOf(facts, [question], plan, frame, other))[0] ?? [],
      valueOf: (rows) => valueIn(plan, [figure.finish(rows)], 0),
    });
  });
}

/** Settles what was asked, and works in one transaction of the facts. */
async function inFrame<T>(
  { database, projection, clock, isGuarded, selection: known }: FiguresDeps,
  scope: Scope,
  query: FigureQuery,
  engine: Engine,
  work: (facts: Facts, frame: Frame) => Promise<T>,
): Promise<Result<T, FigureRefusal>> {
  const asked =
    known === undefined || isGuarded === true
      ? await database.inScope(scope, (db) => watchedSelection(db, query, isGuarded === true))
      : yes({ selection: known, watch: undefined });
  if (!asked.ok) return asked;
  const { selection, watch } = asked.value;
  const compute = async (facts: Facts): Promise<Result<T, FigureRefusal>> => {
    const framed = await frameOf(facts, selection, query, clock);
    if (!framed.ok) return framed;
    return yes(await work(facts, watch === undefined ? framed.value : await guardedFrame(facts, watch, framed.value)));
  };
  return engine === 'duckdb' ? projection.read(scope, compute) : projection.readPostgres(scope, compute);
}

async function frameOf(
  facts: Facts,
  { zone, places, slice: sliceOf }: Selection,
  query: FigureQuery,
  clock: Clock,
): Promise<Result<Frame, FigureRefusal>> {
  const ids = places.map((place) => place.id);
  const spans = await spansOf(facts, ids);
  const watched = places.map((place) => {
    const span = spans.get(place.id);
    return span === undefined ? place : { ...place, span };
  });
  const today = dayIn(zone, clock.now());
  const settled = windowOf(query, [...spans.values()], today);
  if (!settled.ok) return no(settled.refusal.code, settled.refusal.details);
  const slice = sliceOf(settled.value.window.until);
  const isEverywhere = query.place === undefined && query.channel === undefined;
  const isEmpty = await isEmptySlice(facts, watched, slice);
  return yes({ zone, today, ...settled.value, places: watched, isEverywhere, slice, isEmpty });
}

const COMPARED = { both: ['previous', 'yearAgo'], previous: ['previous'], year: ['yearAgo'], none: [] } as const;

async function answerOf(
  facts: Facts,
  figure: Figure,
  frame: Frame,
  query: FigureQuery,
  language: Language,
  { clock, isBare }: FiguresDeps,
): Promise<FigureAnswer> {
  const compared = COMPARED[query.compare];
  let planned = planOf(figure, frame, compared, isBare !== true);
  let measured = await measuredOf(facts, planned, frame);
  if (wantsMonths(planned, measured)) {
    planned = planOf(figure, frame, compared, 'month');
    measured = await measuredOf(facts, planned, frame);
  }
  const { plan, hidesParts } = await guarded(facts, planned, frame, measured);
  const at = (role: Asked['role']): number => plan.asked.findIndex((asked) => asked.role === role);
  const value = valueIn(plan, measured, at('current'));
  const previous = comparisonIn(plan, measured, 'previous', language);
  const yearAgo = comparisonIn(plan, measured, 'yearAgo', language);
  const main = previous ?? yearAgo;
  return {
    figure: cardOf(figure, language),
    window: windowIn(plan, frame),
    value,
    parts: value.state === 'unavailable' || hidesParts ? {} : partsOf(measured[at('current')]),
    leftOut: [...plan.leftOut],
    previous,
    yearAgo,
    changed: main?.change ?? 'cannot_tell',
    sentence: sentenceOf(figure, value, main?.sentence, language),
    series: { bucket: plan.bucket, points: pointsOf(plan, measured) },
    freshness: freshnessOf(facts, plan, clock),
    request: requestOf(figure.id, frame, query),
  };
}

function windowIn({ asked }: Plan, { window, zone, because }: Frame): FigureAnswer['window'] {
  return { ...window, zone, because, partial: asked[0]?.partial ?? true };
}

function comparisonIn(
  plan: Plan,
  measured: readonly Measured[],
  role: 'previous' | 'yearAgo',
  language: Language,
): wire.FigureComparison | null {
  const place = plan.asked.findIndex((asked) => asked.role === role);
  const [asked, before] = [plan.asked[place], measured[place]];
  const [current, now] = [plan.asked[0], measured[0]];
  if (asked === undefined || before === undefined || current === undefined || now === undefined) return null;
  if (plan.unavailable !== undefined) return null;
  const compared = compare(plan, { asked: current, measured: now }, { asked, measured: before });
  const value = valueIn(plan, measured, place);
  const { difference } = compared;
  return {
    window: { from: asked.from, until: asked.until },
    value,
    change: compared.change,
    because: compared.because ?? null,
    difference:
      difference === undefined
        ? null
        : { value: difference.value, low: finite(difference.low), high: finite(difference.high) },
    sentence: comparisonSentence(plan.figure, compared, value, role, language),
  };
}

function freshnessOf(facts: Facts, { places }: Plan, clock: Clock): FigureAnswer['freshness'] {
  const newest = places
    .flatMap(({ span }) => span?.newest ?? [])
    .toSorted((a, b) => ('at' in a ? a.at : a.day).localeCompare('at' in b ? b.at : b.day))
    .at(-1);
  return {
    newest: newest ?? null,
    readAt: facts.readAt.toISOString(),
    age: Math.max(0, (clock.now().getTime() - facts.readAt.getTime()) / 1000),
    engine: facts.engine,
  };
}
