import { addDays, dayIn } from '#kernel/day.ts';
import type { Confirmation, Vision } from './model.ts';

/** A sponsor is asked again after half a year. */
export const HALF_YEAR_DAYS = 183;

/** Whether the sponsor is asked to confirm, and since when or from when on (a day of the workspace's zone). */
export interface Asking {
  readonly isDue: boolean;
  readonly on: string;
}

/** A version nobody confirmed is asked for at once; a confirmed one half a year after it was last confirmed. */
export function askingOf(
  vision: Vision,
  confirmations: readonly Confirmation[],
  { today, zone }: { readonly today: string; readonly zone: string },
): Asking {
  const days = confirmations.filter(({ number }) => number === vision.number).map(({ at }) => dayIn(zone, at));
  const last = days.toSorted().at(-1);
  const on = last === undefined ? dayIn(zone, vision.writtenAt) : addDays(last, HALF_YEAR_DAYS);
  return { isDue: last === undefined || on <= today, on };
}
