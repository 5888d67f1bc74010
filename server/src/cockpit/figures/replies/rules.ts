import { kaplanMeier, quantile, quantileInterval, shareBy, wilson, type Curve } from '@passerelle/measure';
import type { FigureRow, Measured } from '#cockpit/figures/index.ts';

/** Threads answered among those old enough to be judged. */
export function coverage([row]: readonly FigureRow[]): Measured {
  const ripe = Number(row?.['ripe'] ?? 0);
  const answered = Number(row?.['answered'] ?? 0);
  const unripe = Number(row?.['unripe'] ?? 0);
  const estimate = ripe === 0 ? undefined : wilson(answered, ripe);
  return { estimate, sample: ripe, n: answered, of: ripe, parts: { unripe } };
}

const DAY = 86_400;
type Who = 'anyone' | 'staff' | 'person';

/** Waiting times of threads, those still waiting included: leaving them out would reward whoever ignores hard questions. */
export function responseTime(rows: readonly FigureRow[]): Measured {
  const anyone = curveOf(rows, 'anyone');
  const threads = countOf(rows, false);
  const estimate =
    threads === 0 ? undefined : { value: quantile(anyone, 0.5) ?? Infinity, ...quantileInterval(anyone, 0.5) };
  return {
    estimate,
    sample: threads,
    n: countOf(rows, true),
    of: threads,
    parts: {
      p90: quantile(anyone, 0.9) ?? Infinity,
      within24h: shareBy(anyone, DAY) ?? Number.NaN,
      staff: quantile(curveOf(rows, 'staff'), 0.5) ?? Infinity,
      members: quantile(curveOf(rows, 'person'), 0.5) ?? Infinity,
    },
  };
}

function curveOf(rows: readonly FigureRow[], who: Who): Curve {
  return kaplanMeier(
    rows
      .filter((row) => row['who'] === who)
      .map((row) => ({
        time: Number(row['seconds']),
        event: row['answered'] === true,
        weight: Number(row['threads']),
      })),
  );
}

function countOf(rows: readonly FigureRow[], onlyAnswered: boolean): number {
  let threads = 0;
  for (const row of rows) {
    if (row['who'] === 'anyone' && (row['answered'] === true || !onlyAnswered)) threads += Number(row['threads']);
  }
  return threads;
}
