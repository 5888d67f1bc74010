import type { When } from '@passerelle/kit';

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
  BST: 60,
  WET: 0,
  WEST: 60,
  EET: 120,
  EEST: 180,
  MET: 60,
  MEST: 120,
  MSK: 180,
  JST: 540,
};

const MAIL =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i;
const OLD =
  /^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+([+-]\d{4}|[a-z]{1,5}))?\s+(\d{4})/i;

interface Clockwork {
  readonly day: string | undefined;
  readonly month: string | undefined;
  readonly year: string | undefined;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

/** The instant of a Date header; the bare day where it gives no zone (the hour is then unknown); undefined if unreadable. */
export function mailDate(header: string): When | undefined {
  const found = take(header.trim().slice(0, 100));
  if (found === undefined) return undefined;
  const utc = midnight(found);
  const hour = Number(found.hour);
  const minute = Number(found.minute);
  const second = Math.min(59, Number(found.second ?? 0));
  if (utc === undefined || hour > 23 || minute > 59) return undefined;
  const offset = zoneMinutes(found.zone);
  if (offset === undefined) return { day: new Date(utc).toISOString().slice(0, 10) };
  return { at: new Date(utc + ((hour * 60 + minute - offset) * 60 + second) * 1000).toISOString() };
}

function take(text: string): Clockwork | undefined {
  const mail = MAIL.exec(text);
  if (mail !== null) {
    const [, day, month, year, hour, minute, second, zone] = mail;
    return { day, month, year, hour, minute, second, zone };
  }
  const old = OLD.exec(text);
  if (old === null) return undefined;
  const [, month, day, hour, minute, second, zone, year] = old;
  return { day, month, year, hour, minute, second, zone };
}

/** Epoch milliseconds of the day's start, as if in UTC; undefined for a day that never was. */
function midnight(found: Clockwork): number | undefined {
  const month = MONTHS.indexOf((found.month ?? '').toLowerCase()) / 3;
  if (!Number.isInteger(month) || month < 0) return undefined;
  const year = fullYear(found.year ?? '');
  const utc = Date.UTC(year, month, Number(found.day));
  if (year < 1970 || year > 2200 || new Date(utc).getUTCDate() !== Number(found.day)) return undefined;
  return utc;
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (year.length === 2 && Number(year) < 50 ? 2000 : 1900);
}

function zoneMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  if (!/^[+-]/.test(zone)) return ZONES[zone.toUpperCase()];
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  if (minutes > 15 * 60) return undefined;
  return zone.startsWith('-') ? -minutes : minutes;
}
