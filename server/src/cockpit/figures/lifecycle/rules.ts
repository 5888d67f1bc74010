import { poissonExact, ratioOfSums } from '@passerelle/measure';
import type { FigureRow, Measured } from '#cockpit/figures/index.ts';
import { PRESENT, STATES } from './model.ts';

const numberIn = (row: FigureRow | undefined, name: string): number => Number(row?.[name] ?? 0);

/** Those who are there, and beside them everybody by state. */
export function countPresent(rows: readonly FigureRow[]): Measured {
  const parts: Record<string, number> = {};
  for (const state of STATES) {
    parts[state] = numberIn(
      rows.find((row) => row['state'] === state),
      'persons',
    );
  }
  const all = Object.values(parts).reduce((sum, persons) => sum + persons, 0);
  const there = PRESENT.reduce((sum, state) => sum + (parts[state] ?? 0), 0);
  return { estimate: poissonExact(there), sample: all, n: there, of: all, parts };
}

/** Those whose silence says that they may be leaving; those who left before are told beside. */
export function countAtRisk([row]: readonly FigureRow[]): Measured {
  const persons = numberIn(row, 'persons');
  const parts = { gone: numberIn(row, 'gone') };
  return { estimate: poissonExact(persons), sample: persons, n: persons, of: persons, parts };
}

/** Days on which somebody came ÷ days on which he counted as active; people, not days, are the observations. */
export function stickiness([row]: readonly FigureRow[]): Measured {
  const sums = {
    persons: numberIn(row, 'persons'),
    x: numberIn(row, 'x'),
    y: numberIn(row, 'y'),
    xx: numberIn(row, 'xx'),
    xy: numberIn(row, 'xy'),
    yy: numberIn(row, 'yy'),
  };
  return { estimate: ratioOfSums(sums), sample: sums.persons, n: sums.x, of: sums.y, parts: { persons: sums.persons } };
}
