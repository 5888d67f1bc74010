import { isDay, periodOf, periodText, USUAL_PERIOD } from '#web/ui/period.ts';
import type { Period } from '#web/ui/period.ts';
import { addDays } from './days.ts';
import type { AskedDays } from './figures-query.ts';

/** Lengths the server knows by their name. */
const NAMED: ReadonlySet<number> = new Set([28, 90, 365]);
const RANGE = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/u;

/** The period of an address, and what to ask the server for; `wrong` where the address names none. */
export type AskedPeriod =
  | { readonly isWrong: false; readonly period: Period; readonly days: AskedDays }
  | { readonly isWrong: true; readonly period: Period };

/**
 * Days that stand upside down or lie too far apart are asked for as they stand: the server says what is wrong with them.
 * What is no period at all (`2026-02-30..`, `next year`) is wrong here.
 */
export function askedPeriod(text: string | undefined): AskedPeriod {
  const period = periodOf(text);
  const range = rangeIn(text);
  if (range !== undefined) return { isWrong: false, period, days: range };
  const isMeant = text === undefined || periodText(period) === text;
  return isMeant && isKnown(period)
    ? { isWrong: false, period, days: daysOf(period) }
    : { isWrong: true, period: USUAL_PERIOD };
}

/** Two days that exist, in whatever order they stand. */
function rangeIn(text = ''): AskedDays | undefined {
  const [, from = '', until = ''] = RANGE.exec(text) ?? [];
  return isDay(from) && isDay(until) ? { from, until: addDays(until, 1) } : undefined;
}

function isKnown(period: Period): boolean {
  return period.kind !== 'days' || NAMED.has(period.days);
}

function daysOf(period: Period): AskedDays {
  if (period.kind === 'all') return { days: 'all' };
  return period.kind === 'days' && textOf(period) !== undefined ? { days: String(period.days) } : {};
}

/** As the address keeps it: the usual period is not written. */
export function textOf(period: Period): string | undefined {
  const text = periodText(period);
  return text === periodText(USUAL_PERIOD) ? undefined : text;
}
