import type { Spread } from '@passerelle/measure';
import { isWhole, linesIn, streamOf, versionAt } from '#cockpit/value/lookup.ts';
import type { Line, Sheet, Version } from '#cockpit/value/lookup.ts';
import type { Lever, Outcome, SumInput, SumLine, Summed, Sums } from '#cockpit/value/sums/index.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Database } from '#platform/db/index.ts';
import type { LeverView, MoneySpread, OutcomeView, ReachSpread, ResultsView } from './wire.ts';

export interface ResultsDeps {
  readonly database: Database;
  readonly sums: Sums;
  /** How often chance is drawn; 100,000 unless somebody is in a hurry. */
  readonly draws: number;
}

/** What a version comes to: computed once for these ranges, then kept. */
export async function readResults(
  { database, sums, draws }: ResultsDeps,
  scope: Scope,
  number: number | undefined,
): Promise<Result<ResultsView, 'http/not_found' | 'value/not_whole_yet'>> {
  const version = await database.inScope(scope, (db) => versionAt(db, number));
  if (version === undefined) return no('http/not_found');
  if (!isWhole(version.sheet)) return no('value/not_whole_yet');
  const summed = await sums.of(sumInput(version.sheet, draws));
  return yes(resultsView(version, summed, draws));
}

function sumInput(sheet: Sheet, draws: number): SumInput {
  const { years, rate, shape, scenarios } = sheet;
  return {
    years,
    rate,
    shape,
    draws,
    lines: sheet.lines.map(sumLine),
    others: scenarios.map((scenario) => linesIn(sheet, scenario).map(sumLine)),
  };
}

function sumLine({ stream, every, inputs }: Line): SumLine {
  const { side, inputs: units } = streamOf(stream);
  return {
    side,
    every,
    inputs: Object.fromEntries(
      Object.entries(units).flatMap(([name, unit]) => {
        const given = inputs[name];
        if (given === undefined) return [];
        const { low, likely, high } = given;
        return [[name, { low, likely, high, isShare: unit === 'share' }]];
      }),
    ),
  };
}

function resultsView({ number, sheet }: Version, summed: Summed, draws: number): ResultsView {
  const { lines, scenarios } = sheet;
  return {
    number,
    draws,
    main: outcomeView(summed.main, null),
    scenarios: scenarios.flatMap((one, n) => {
      const other = summed.others[n];
      return other === undefined ? [] : [outcomeView(other, one)];
    }),
    middle: Math.round(summed.middle),
    levers: summed.levers.flatMap((lever) => leverView(lever, lines[lever.line])),
    lines: summed.lines.flatMap((spread, n) => {
      const line = lines[n];
      return line === undefined ? [] : [{ lineId: line.id, amount: money(spread) }];
    }),
  };
}

function outcomeView(outcome: Outcome, scenario: { readonly id: string; readonly name: string } | null): OutcomeView {
  return {
    id: scenario?.id ?? null,
    name: scenario?.name ?? null,
    net: money(outcome.net),
    inward: money(outcome.inward),
    outward: money(outcome.outward),
    roi: reach(outcome.roi),
    payback: reach(outcome.payback),
    chance: outcome.net.chancePositive,
  };
}

function money({ p05, p10, p50, p90, p95 }: Spread): MoneySpread {
  const cents = Math.round;
  return { p05: cents(p05), p10: cents(p10), p50: cents(p50), p90: cents(p90), p95: cents(p95) };
}

function reach({ p05, p10, p50, p90, p95 }: Spread): ReachSpread {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return { p05: finite(p05), p10: finite(p10), p50: finite(p50), p90: finite(p90), p95: finite(p95) };
}

function leverView(lever: Lever, line: Line | undefined): readonly LeverView[] {
  if (line === undefined) return [];
  const { input, low, p10, middle, p90, high, share, slope, breaksAt } = lever;
  const unit = streamOf(line.stream).inputs[input] ?? 'count';
  const ends = { atP10: Math.round(lever.atP10), atP90: Math.round(lever.atP90) };
  return [{ lineId: line.id, input, unit, low, p10, middle, p90, high, ...ends, share, slope, breaksAt }];
}
