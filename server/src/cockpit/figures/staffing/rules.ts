import { wilson } from '@passerelle/measure';
import type { FigureRow, Measured } from '#cockpit/figures/index.ts';

/** Working days on which staff wrote. Nobody declared staff: who is staff is unknown, not absent. */
export function presence([row]: readonly FigureRow[]): Measured {
  const count = (name: string): number => Number(row?.[name] ?? 0);
  const [working, present, staff] = [count('working'), count('present'), count('staff')];
  const counted = { sample: working, n: present, of: working, parts: { staff } };
  if (working === 0) return { estimate: undefined, ...counted };
  if (staff === 0) return { estimate: undefined, lack: 'no_staff', ...counted };
  return { estimate: wilson(present, working), ...counted };
}

/** A figure whose source does not exist yet: nothing was ever counted. */
export function notYet(): Measured {
  return { estimate: undefined, sample: 0, n: 0, of: 0, parts: {} };
}
