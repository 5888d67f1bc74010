import { daysBetween, dayIn, mondayOf } from '#kernel/day.ts';
import type { Digest } from './model.ts';

const AHEAD = 3;
const WEEK = 7;

/**
 * Which reminder is due: days from the due day (-3, 0, 7, 14 …), the last whose day has come, so that an installation
 * that was off sends one and not all. None before the first, nor one whose day was over when the wait began.
 */
export function reminderOf(due: string, since: string, today: string): number | undefined {
  const late = daysBetween(due, today);
  const offset = late >= 0 ? Math.floor(late / WEEK) * WEEK : late >= -AHEAD ? -AHEAD : undefined;
  if (offset === undefined || offset <= daysBetween(due, since)) return undefined;
  return offset;
}

const MORNING = 7;

/** The Monday whose weekly letter may be sent now: on Mondays from seven in the morning on, and on Tuesdays. */
export function digestWeek(zone: string, now: Date): string | undefined {
  const today = dayIn(zone, now);
  const monday = mondayOf(today);
  const day = daysBetween(monday, today);
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(now),
  );
  return day === 1 || (day === 0 && hour >= MORNING) ? monday : undefined;
}

/** A weekly letter that has nothing to say is not sent. */
export function isWorthSending({ yours, mandates, overdue, toTell, decided }: Digest): boolean {
  return yours + mandates + overdue + toTell + decided > 0;
}
