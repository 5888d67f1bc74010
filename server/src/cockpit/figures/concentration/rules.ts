import {
  absenceEstimate,
  absenceFactor,
  concentrationCurve,
  giniEstimate,
  type CurvePoint,
  type Holding,
} from '@passerelle/measure';
import type { FigureRow, Measured } from '#cockpit/figures/index.ts';
import type { Concentration } from './wire.ts';

function holdingsOf(rows: readonly FigureRow[], who: 'persons' | 'organisations'): Holding[] {
  return rows.map((row) => ({ each: Number(row['acts']), persons: Number(row[who]) }));
}

function totalsOf(holdings: readonly Holding[]): { readonly persons: number; readonly acts: number } {
  let [persons, acts] = [0, 0];
  for (const holding of holdings) {
    persons += holding.persons;
    acts += holding.persons * holding.each;
  }
  return { persons, acts };
}

/** How many people make half of what is written. */
export function absence(rows: readonly FigureRow[]): Measured {
  const holdings = holdingsOf(rows, 'persons');
  const { persons, acts } = totalsOf(holdings);
  const n = absenceFactor(holdings);
  return { estimate: absenceEstimate(holdings), sample: persons, n, of: persons, parts: { persons, acts } };
}

/** How unevenly people contribute. */
export function inequality(rows: readonly FigureRow[]): Measured {
  const holdings = holdingsOf(rows, 'persons');
  const { persons, acts } = totalsOf(holdings);
  return { estimate: giniEstimate(holdings), sample: persons, n: persons, of: persons, parts: { persons, acts } };
}

/** How many organisations make half of what is written by those whose organisation is known. */
export function absenceOfOrganisations(rows: readonly FigureRow[]): Measured {
  const known = holdingsOf(
    rows.filter((row) => row['known'] === true),
    'organisations',
  );
  const { persons: organisations, acts } = totalsOf(known);
  const all = Number(rows.find((row) => row['known'] === false)?.['acts'] ?? 0);
  return {
    estimate: absenceEstimate(known),
    ...(organisations === 0 ? { lack: 'no_affiliation' as const } : {}),
    sample: organisations,
    n: absenceFactor(known),
    of: organisations,
    parts: { organisations, known: acts, acts: all, known_share: all === 0 ? Number.NaN : acts / all },
  };
}

/** More points than can be told apart on a screen are thinned; corners that matter stay. */
const MOST_POINTS = 160;

/** The curve of the most active first, with the absence factor on it. */
export function curveOf(rows: readonly FigureRow[], of: 'persons' | 'organisations'): Concentration {
  const holdings = holdingsOf(
    rows.filter((row) => row['known'] !== false),
    of,
  );
  const { persons: count, acts } = totalsOf(holdings);
  const points = thinned(concentrationCurve(holdings)).map(({ persons, share }) => ({ n: persons, share }));
  return { kind: 'concentration', of, count, acts, half: absenceFactor(holdings), points };
}

/** Keeps the first, the last, and those that lie apart: the curve bends at its beginning, where few people stand. */
function thinned(points: readonly CurvePoint[]): CurvePoint[] {
  if (points.length <= MOST_POINTS) return [...points];
  const last = points.at(-1);
  const step = 1 / MOST_POINTS;
  const kept: CurvePoint[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    const moved =
      before === undefined
        ? Infinity
        : Math.max(point.share - before.share, (point.persons - before.persons) / (last?.persons ?? 1));
    if (moved >= step) kept.push(point);
  }
  if (last !== undefined && kept.at(-1) !== last) kept.push(last);
  return kept;
}
