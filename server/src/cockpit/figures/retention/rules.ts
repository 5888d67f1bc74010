import { blockAccount, wilson } from '@passerelle/measure';
import type { FigureRow, Measured } from '#cockpit/figures/index.ts';

const numberIn = (row: FigureRow | undefined, name: string): number => Number(row?.[name] ?? 0);

function shareOf(n: number, of: number, parts: Measured['parts']): Measured {
  return { estimate: of === 0 ? undefined : wilson(n, of), sample: of, n, of, parts };
}

/** Of those who were there before, how many still are. */
export function retentionRate([row]: readonly FigureRow[]): Measured {
  return shareOf(numberIn(row, 'retained'), numberIn(row, 'former'), { active: numberIn(row, 'active') });
}

/** Of those who are there, how many were before. */
export function returningShare([row]: readonly FigureRow[]): Measured {
  return shareOf(numberIn(row, 'retained'), numberIn(row, 'active'), { former: numberIn(row, 'former') });
}

/** Of those whose next month is over, how many were active in it. */
export function monthAfter([row]: readonly FigureRow[]): Measured {
  return shareOf(numberIn(row, 'good'), numberIn(row, 'ripe'), { unripe: numberIn(row, 'unripe') });
}

/** What a row says of a block; throws when its counts do not add up. */
export function accountOf(row: FigureRow | undefined): ReturnType<typeof blockAccount> {
  return blockAccount({
    active: numberIn(row, 'active'),
    former: numberIn(row, 'former'),
    fresh: numberIn(row, 'fresh'),
    retained: numberIn(row, 'retained'),
    resurrected: numberIn(row, 'resurrected'),
    lapsed: numberIn(row, 'lapsed'),
  });
}

/** Retention of a block, with what its growth is made of. */
export function blockRetention([row]: readonly FigureRow[]): Measured {
  const { active, former, fresh, retained, resurrected, lapsed, retention } = accountOf(row);
  const parts = { active, new: fresh, retained, resurrected, lapsed };
  return { estimate: retention, sample: former, n: retained, of: former, parts };
}
