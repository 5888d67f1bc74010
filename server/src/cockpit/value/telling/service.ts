import { figureInBrief } from '#cockpit/figures/index.ts';
import {
  changesBetween,
  CURRENCIES,
  isWhole,
  lastReviews,
  lastVersions,
  REVIEW_DAYS,
  STREAM_IDS,
  streamOf,
  USUAL_SHARE,
  usualOf,
  versionAt,
} from '#cockpit/value/lookup.ts';
import type { Given, Line, Review, Sheet, StreamId, Version } from '#cockpit/value/lookup.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { colleagues } from '#workspace/team/lookup.ts';
import { mayKeepValue, mayReviewValue } from './policy.ts';
import type { GivenView, HistoryView, LineView, ReviewView, SheetView, StreamView, ValueView } from './wire.ts';

export interface TellingDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** Who reads, and in which language. */
export interface Reader {
  readonly scope: Scope;
  readonly functions: readonly FunctionName[];
  readonly language: Language;
}

/** The newest version, or the one asked for, with what its reader may do. */
export function readValue(
  { database, clock }: TellingDeps,
  { scope, functions, language }: Reader,
  number: number | undefined,
): Promise<Result<ValueView, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const newest = await versionAt(db);
    const asked = number === undefined ? newest : await versionAt(db, number);
    if (number !== undefined && asked === undefined) return no('http/not_found');
    const [review] = await lastReviews(db, 1);
    const names = await namesOf(db);
    const { zone } = await settingsOf(db);
    const today = dayIn(zone, clock.now());
    return yes({
      today,
      streams: STREAM_IDS.map(streamView),
      currencies: [...CURRENCIES],
      sheet: asked === undefined ? null : sheetView(asked, names, language),
      newest: newest?.number ?? null,
      review: review === undefined ? null : reviewView(review, names),
      reviewDays: REVIEW_DAYS,
      isReviewDue: isReviewDue(
        [newest, review].flatMap((one) => (one === undefined ? [] : [dayIn(zone, one.at)])),
        today,
      ),
      can: abilitiesOf(functions, newest !== undefined, asked?.number === newest?.number),
    });
  });
}

/** What was changed or read through too long ago, by the last of these days; without a model there is nothing to read. */
function isReviewDue(seen: readonly string[], today: string): boolean {
  const last = seen.toSorted().at(-1);
  return last !== undefined && last < addDays(today, -REVIEW_DAYS);
}

/** Only the newest version is changed or read through. */
function abilitiesOf(functions: readonly FunctionName[], isBegun: boolean, isNewest: boolean): ValueView['can'] {
  return { write: isNewest && mayKeepValue(functions), review: isNewest && isBegun && mayReviewValue(functions) };
}

async function namesOf(db: Scoped): Promise<ReadonlyMap<string, string>> {
  return new Map((await colleagues(db)).map(({ id, name }) => [id, name]));
}

function streamView(id: StreamId): StreamView {
  const { side, events, inputs } = streamOf(id);
  return { id, side, events: [...events], inputs: Object.entries(inputs).map(([name, unit]) => ({ id: name, unit })) };
}

function reviewView({ at, by, number, note }: Review, names: ReadonlyMap<string, string>): ReviewView {
  return { at: at.toISOString(), by: names.get(by) ?? '–', version: number, note };
}

function sheetView(version: Version, names: ReadonlyMap<string, string>, language: Language): SheetView {
  const { number, sheet, by, at } = version;
  const { currency, years, rate, shape, lines, scenarios } = sheet;
  return {
    number,
    madeAt: at.toISOString(),
    by: by === null ? null : (names.get(by) ?? '–'),
    currency,
    years,
    rate,
    shape,
    lines: lines.map((line) => lineView(line, language)),
    scenarios: scenarios.map(({ id, name, ranges }) => ({
      id,
      name,
      ranges: ranges.map(({ lineId, input, given }) => ({ lineId, input, given: givenView(given, language) })),
    })),
    isWhole: isWhole(sheet),
    usual: usualView(sheet),
  };
}

function lineView({ id, stream, name, event, every, inputs }: Line, language: Language): LineView {
  const { side, inputs: units } = streamOf(stream);
  return {
    id,
    stream,
    side,
    name,
    event: event === null ? null : { ...event },
    every,
    inputs: Object.entries(units).flatMap(([input, unit]) => {
      const given = inputs[input];
      return given === undefined ? [] : [{ id: input, unit, given: givenView(given, language) }];
    }),
  };
}

function givenView({ figure, proof = null, ...given }: Given, language: Language): GivenView {
  if (figure === null) return { ...given, figure, proof };
  const { name, unit } = figureInBrief(figure.figure, language);
  return { ...given, figure: { ...figure, name, unit }, proof };
}

function usualView(sheet: Sheet): SheetView['usual'] {
  const usual = usualOf(sheet);
  if (!('amount' in usual)) return { state: 'unavailable', lacks: [...usual] };
  return { state: 'value', share: USUAL_SHARE, ...usual };
}

const MOST_VERSIONS = 30;

/** The last versions, each with what it changed, and the last times somebody read the model through. */
export function readHistory({ database }: TellingDeps, { scope }: Reader): Promise<HistoryView> {
  return database.inScope(scope, async (db) => {
    const versions = await lastVersions(db, MOST_VERSIONS + 1);
    const names = await namesOf(db);
    return {
      currency: versions[0]?.sheet.currency ?? null,
      versions: versions.slice(0, MOST_VERSIONS).map(({ number, sheet, why, by, at }, n) => ({
        number,
        at: at.toISOString(),
        by: by === null ? null : (names.get(by) ?? '–'),
        why,
        changes: changesBetween(versions[n + 1]?.sheet, sheet).map((one) => ({ ...one })),
      })),
      reviews: (await lastReviews(db, MOST_VERSIONS)).map((one) => reviewView(one, names)),
    };
  });
}
