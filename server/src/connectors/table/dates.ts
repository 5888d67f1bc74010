import type { When } from '@passerelle/kit';
import type { Order } from './schema.ts';
import { utcOf } from './zone.ts';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  fev: 2,
  feb: 2,
  mar: 3,
  avr: 4,
  apr: 4,
  mai: 5,
  may: 5,
  juin: 6,
  jun: 6,
  juil: 7,
  jul: 7,
  aou: 8,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const TIME = String.raw`(?:(?:[T,]|\s+(?:à|a|at)\s|\s)\s*(\d{1,2})(?:[:h](\d{2}))(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]m)?\s*(z|utc|gmt|[+-]\d{2}:?(?:\d{2})?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');
const DAY_WORD = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?(?:le\s+)?(\d{1,2})(?:er|st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})${TIME}$`,
  'i',
);
const WORD_DAY = new RegExp(
  String.raw`^(?:[a-z]+,\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  'i',
);
const LONGEST = 80;

type Groups = readonly (string | undefined)[];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Hour, minute, second, am/pm, zone, as they stand; empty hour for a bare day. */
  readonly clock: Groups;
}

/**
 * Reads a date in the forms people write: ISO with or without zone, 03/04/2024 16:30 (`order` tells day from month),
 * « 7 mars 2012 », "March 7, 2012", seconds or milliseconds since 1970. `zone` is where a time without offset was
 * written. A day without time stays a day. Undefined when unreadable, or when `order` is needed and not given.
 */
export function readDate(text: string, order: Order | undefined, zone: string): When | undefined {
  const clean = text.trim();
  if (clean.length > LONGEST) return undefined;
  if (/^\d{10}(?:\.\d+)?$|^\d{13}$/.test(clean)) return epoch(Number(clean));
  const parts = partsOf(unaccented(clean), order);
  if (parts === undefined || !exists(parts)) return undefined;
  return parts.clock[0] === undefined ? { day: dayOf(parts) } : instant(parts, zone);
}

/** What a sample says of « 03/04/2024 »: proven by a number above 12; undefined where no date needs it. */
export function orderOf(dates: Iterable<string>): Order | 'ask' | undefined {
  let needed = false;
  for (const date of dates) {
    const found = NUMBERS.exec(date.trim().slice(0, LONGEST));
    if (found === null || found[2] === '.') continue;
    needed = true;
    if (Number(found[1]) > 12) return 'dmy';
    if (Number(found[3]) > 12) return 'mdy';
  }
  return needed ? 'ask' : undefined;
}

function epoch(value: number): When | undefined {
  const milliseconds = value < 1e11 ? value * 1000 : value;
  return milliseconds > 8.64e15 ? undefined : { at: new Date(Math.trunc(milliseconds)).toISOString() };
}

function partsOf(text: string, order: Order | undefined): Parts | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first !== null)
    return { year: Number(first[1]), month: Number(first[2]), day: Number(first[3]), clock: first.slice(4) };
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return numbersOf(numbers, numbers[2] === '.' ? 'dmy' : order);
  const dayWord = DAY_WORD.exec(text);
  if (dayWord !== null) return worded(dayWord[1], dayWord[2], dayWord[3], dayWord.slice(4));
  const wordDay = WORD_DAY.exec(text);
  return wordDay === null ? undefined : worded(wordDay[2], wordDay[1], wordDay[3], wordDay.slice(4));
}

function numbersOf(found: Groups, order: Order | undefined): Parts | undefined {
  if (order === undefined) return undefined;
  const [left, right] = [Number(found[1]), Number(found[3])];
  const year = Number(found[4]) + (found[4]?.length === 2 ? 2000 : 0);
  const [day, month] = order === 'dmy' ? [left, right] : [right, left];
  return { year, month, day, clock: found.slice(5) };
}

function worded(
  day: string | undefined,
  word: string | undefined,
  year: string | undefined,
  clock: Groups,
): Parts | undefined {
  const name = (word ?? '').toLowerCase();
  const month = MONTHS[name.slice(0, 4)] ?? MONTHS[name.slice(0, 3)];
  return month === undefined ? undefined : { year: Number(year), month, day: Number(day), clock };
}

function unaccented(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

function exists({ year, month, day }: Parts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1970 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function dayOf({ year, month, day }: Parts): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function instant(parts: Parts, zone: string): When | undefined {
  const [hour = '', minute = '0', second = '0', half, offset] = parts.clock;
  const hours = hoursOf(hour, half);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const local = Date.UTC(parts.year, parts.month - 1, parts.day, hours, Number(minute), Number(second));
  const utc = offset === undefined ? utcOf(local, zone) : local - offsetMinutes(offset) * 60_000;
  return utc === undefined ? undefined : { at: new Date(utc).toISOString() };
}

function hoursOf(hour: string, half: string | undefined): number {
  return half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function offsetMinutes(offset: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (found === null) return 0;
  return (Number(found[2]) * 60 + Number(found[3] ?? 0)) * (found[1] === '-' ? -1 : 1);
}
