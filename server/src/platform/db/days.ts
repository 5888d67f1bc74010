import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { addDays } from '#kernel/day.ts';

/** A day as SQL takes it: said (YYYY-MM-DD), or worked out by the base, which knows the zone of the workspace. */
export type SqlDay = string | RawBuilder<string>;

/** Days from `from` (in) until `until` (out), as SQL takes them. */
export interface SqlWindow {
  readonly from: SqlDay;
  readonly until: SqlDay;
}

/** The day so many days after another; in SQL as a question of its own, so that it is answered once. */
export function daysAfter(day: SqlDay, days: number): SqlDay {
  return typeof day === 'string' ? addDays(day, days) : sql<string>`(select ${day}::date + ${days}::int)`;
}

/** SQL: the instant a day begins in a zone. */
export function beginningOf(day: string, zone: string): RawBuilder<Date> {
  return sql<Date>`(${day}::date::timestamp at time zone ${zone}::text)`;
}
