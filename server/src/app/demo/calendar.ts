import type { Random } from './random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEKS = 78;
export const DAYS = WEEKS * 7;

/** A share of the usual pace, January to December: peak in spring, dip in August, quiet over Christmas. */
const MONTHS = [0.9, 0.95, 1.2, 1.38, 1.32, 1.15, 0.9, 0.5, 1.1, 1.02, 0.95, 0.75];
/** Monday to Sunday. */
const WEEKDAYS = [1.05, 1.1, 1.12, 1.02, 0.92, 0.82, 0.97];
/** How awake members are, 0 h to 23 h of their own clock. */
const MEMBER_HOURS = [
  0.08, 0.03, 0.02, 0.02, 0.02, 0.05, 0.18, 0.4, 0.6, 0.6, 0.55, 0.6, 0.8, 0.75, 0.55, 0.5, 0.5, 0.6, 0.7, 0.75, 0.95,
  1, 0.75, 0.3,
];

export interface LocalTime {
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** 0 January to 11 December. */
  readonly month: number;
}

/** Epoch milliseconds at which a day (YYYY-MM-DD) begins in Paris. */
export function startOfDay(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return midnight - parisOffset(midnight - HOUR);
}

/** The day (YYYY-MM-DD) so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Milliseconds Paris is ahead of UTC: summer time from the last Sunday of March to that of October, both at 01:00 UTC. */
export function parisOffset(at: number): number {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9) ? 2 * HOUR : HOUR;
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0, 1);
  return last - new Date(last).getUTCDay() * DAY;
}

export function localTime(at: number): LocalTime {
  const local = new Date(at + parisOffset(at));
  return { weekday: (local.getUTCDay() + 6) % 7, hour: local.getUTCHours(), month: local.getUTCMonth() };
}

/** The pace of a day against the usual pace, by season and weekday. */
export function paceOf(at: number): number {
  const { month, weekday } = localTime(at);
  return (MONTHS[month] ?? 1) * (WEEKDAYS[weekday] ?? 1);
}

/** An instant of the day that starts at `midnight`, in hours when members write. */
export function momentOf(random: Random, midnight: number): number {
  const hour = random.weighted([...MEMBER_HOURS.keys()], (at) => MEMBER_HOURS[at] ?? 0) ?? 12;
  return midnight + hour * HOUR + Math.floor(random.next() * HOUR);
}

/**
 * When somebody answers: the delay is log-normal (`median` in hours), then waits until its author is likely to be there.
 * The team works on weekdays from 9 h to 18 h and only seldom looks in outside of that.
 */
export function answerMoment(random: Random, after: number, isStaff: boolean, median: number): number {
  let at = after + random.logNormal(median, 1.1) * HOUR + random.between(40, 900) * 1000;
  for (let tries = 0; tries < 200 && !random.chance(presence(at, isStaff)); tries++) {
    at += (0.3 + random.next() * 1.6) * HOUR;
  }
  return Math.floor(at / 1000) * 1000;
}

function presence(at: number, isStaff: boolean): number {
  const { weekday, hour } = localTime(at);
  if (!isStaff) return MEMBER_HOURS[hour] ?? 0;
  if (weekday >= 5) return hour >= 9 && hour < 21 ? 0.005 : 0;
  if (hour < 8 || hour >= 22) return 0;
  return hour >= 9 && hour < 18 ? 0.9 : 0.03;
}

/** The day (YYYY-MM-DD) an instant falls on in Paris. */
export function localDay(at: number): string {
  return new Date(at + parisOffset(at)).toISOString().slice(0, 10);
}
