import type { Period } from '#web/ui/period.ts';

/** Days of the workspace's zone, half-open. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

const DAY = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days a window has. */
export function lengthOf({ from, until }: Days): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The last day that is in. */
export function lastOf({ until }: Days): string {
  return addDays(until, -1);
}

/** The day an instant falls on in a zone. */
export function dayIn(zone: string, iso: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short', calendar: 'iso8601' }).format(
    new Date(iso),
  );
}

/** Lengths that have a name in the picker. */
const NAMED = [28, 90, 365];

/**
 * The period as far before or after as it is long; undefined where nothing can have happened yet. `end`: the day after
 * the newest activity. Back at the end, the period is again one that moves with the activity.
 */
export function moved(window: Days, direction: -1 | 1, end: string): Period | undefined {
  if (direction === 1 && window.until >= end) return undefined;
  const length = lengthOf(window);
  const next = { from: addDays(window.from, direction * length), until: addDays(window.until, direction * length) };
  if (next.until === end && NAMED.includes(length)) return { kind: 'days', days: length };
  return { kind: 'range', from: next.from, until: lastOf(next) };
}
