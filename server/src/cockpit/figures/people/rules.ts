import { difference, effectiveSize, poissonExact, topShare, wilson } from '@passerelle/measure';
import type { FigureRow, Measured } from '#cockpit/figures/index.ts';

function numberIn(row: FigureRow | undefined, name: string): number {
  return Number(row?.[name] ?? 0);
}

/** People counted, with the exact interval of a count. */
export function countPersons([row]: readonly FigureRow[]): Measured {
  const persons = numberIn(row, 'persons');
  return { estimate: poissonExact(persons), sample: persons, n: persons, of: persons, parts: {} };
}

/** Those who went, of whom came and went. */
export function countLost([row]: readonly FigureRow[]): Measured {
  return countPersons([{ persons: numberIn(row, 'lost') }]);
}

/** Persons who reacted; not known, rather than none, where reactions were received and not one of them has a date. */
export function countReactors(rows: readonly FigureRow[]): Measured {
  const measured = countPersons(rows);
  const isUnknown = numberIn(rows[0], 'dated') === 0 && numberIn(rows[0], 'undated') > 0;
  return isUnknown ? { ...measured, estimate: undefined } : measured;
}

/** Those who came minus those who went: two counts, independent of each other. */
export function netChange([row]: readonly FigureRow[]): Measured {
  const parts = {
    new: numberIn(row, 'new'),
    reactivated: numberIn(row, 'reactivated'),
    lost: numberIn(row, 'lost'),
  };
  const came = parts.new + parts.reactivated;
  const estimate = difference(poissonExact(came), poissonExact(parts.lost));
  const moved = came + parts.lost;
  return { estimate, sample: moved, n: moved, of: moved, parts };
}

/**
 * Contributions come in bundles, one for each person: the interval counts them as Kish's effective number, else one
 * busy person would pass for hundreds of independent observations.
 */
export function shareOfTop(rows: readonly FigureRow[]): Measured {
  const holdings = rows.map((row) => ({ each: numberIn(row, 'acts'), persons: numberIn(row, 'persons') }));
  let [persons, acts, squares] = [0, 0, 0];
  for (const holding of holdings) {
    persons += holding.persons;
    acts += holding.persons * holding.each;
    squares += holding.persons * holding.each ** 2;
  }
  const share = topShare(holdings, 0.01);
  const size = effectiveSize(acts, squares);
  return {
    estimate: share === undefined ? undefined : wilson(share * size, size),
    sample: persons,
    n: Math.round((share ?? 0) * acts),
    of: acts,
    parts: { persons, top: Math.ceil(persons / 100) },
  };
}
