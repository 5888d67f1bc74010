/** The stretch of time a page looks at. `range` days are both included, as people say them. */
export type Period =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'range'; readonly from: string; readonly until: string };

/** What pages show when the address says nothing. */
export const USUAL_PERIOD: Period = { kind: 'days', days: 90 };

const RANGE = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/u;
const DAYS = /^([1-9]\d{0,3})d$/u;

/** Reads a period from the address: `90d`, `all`, `2026-01-01..2026-01-31`; anything else is the usual one. */
export function periodOf(text = ''): Period {
  if (text === 'all') return { kind: 'all' };
  const days = DAYS.exec(text)?.[1];
  if (days !== undefined) return { kind: 'days', days: Number(days) };
  const [, from = '', until = ''] = RANGE.exec(text) ?? [];
  return isRange(from, until) ? { kind: 'range', from, until } : USUAL_PERIOD;
}

/** True for two days that exist, in their order. */
export function isRange(from: string, until: string): boolean {
  return isDay(from) && isDay(until) && from <= until;
}

/** Writes a period into the address. */
export function periodText(period: Period): string {
  switch (period.kind) {
    case 'all':
      return 'all';
    case 'days':
      return `${period.days}d`;
    case 'range':
      return `${period.from}..${period.until}`;
    default:
      return period satisfies never;
  }
}

/** True for a day that exists: `2026-02-30` does not. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
