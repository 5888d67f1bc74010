import type { Window } from './window.ts';

const DAY = 86_400_000;

/** Days are YYYY-MM-DD and know no zone: sums of them never meet a change of clocks. */
function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOf(numberOf(day) + days);
}

/** How many days from the first to the second; negative when they stand the other way round. */
export function daysBetween(from: string, until: string): number {
  return numberOf(until) - numberOf(from);
}

/** One for each zone: making one takes a hundred times as long as asking it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day an instant falls on in a zone (IANA name). */
export function dayIn(zone: string, instant: Date): string {
  const known = formats.get(zone);
  if (known !== undefined) return known.format(instant);
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short', calendar: 'iso8601' });
  formats.set(zone, format);
  return format.format(instant);
}

/** The Monday of the ISO week of a day. 1970-01-01 was a Thursday; days before it have negative numbers. */
export function mondayOf(day: string): string {
  const number = numberOf(day);
  return dayOf(number - ((((number + 3) % 7) + 7) % 7));
}

/** The Monday of the first whole week from a day on: the day itself where it is one. */
export function mondayFrom(day: string): string {
  return mondayOf(addDays(day, 6));
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month after. */
export function nextMonth(day: string): string {
  return firstOfMonth(addDays(firstOfMonth(day), 31));
}

/** The same date a year before; 29 February becomes the 28th. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** A window cut at the bounds of ISO weeks or calendar months; the pieces at its ends may be shorter. */
export function cut(window: Window, by: 'week' | 'month'): readonly Window[] {
  const pieces: Window[] = [];
  for (let from = window.from; from < window.until;) {
    const next = by === 'week' ? addDays(mondayOf(from), 7) : nextMonth(from);
    const until = next < window.until ? next : window.until;
    pieces.push({ from, until });
    from = until;
  }
  return pieces;
}
