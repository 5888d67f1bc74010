import { wilson } from '@passerelle/measure';
import type { FigureRow, Measured } from '#cockpit/figures/index.ts';

/** Of those who came long enough ago to be judged, how many did; the others are told beside. */
export function shareOfRipe([row]: readonly FigureRow[]): Measured {
  const [ripe, good] = [Number(row?.['ripe'] ?? 0), Number(row?.['good'] ?? 0)];
  const unripe = Number(row?.['unripe'] ?? 0);
  return { estimate: ripe === 0 ? undefined : wilson(good, ripe), sample: ripe, n: good, of: ripe, parts: { unripe } };
}
