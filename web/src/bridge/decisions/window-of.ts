import type { Period } from '#web/ui/period.ts';

const DAY_MS = 86_400_000;

/** A period as the register asks for it: days, from (in) until (out); nothing where every day is meant. */
export function windowOf(period: Period, today: string): { readonly from?: string; readonly until?: string } {
  if (period.kind === 'range') return { from: period.from, until: shifted(period.until, 1) };
  return period.kind === 'days' ? { from: shifted(today, 1 - period.days), until: shifted(today, 1) } : {};
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
