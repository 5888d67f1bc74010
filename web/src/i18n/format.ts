import type { Language } from '#kernel/language.ts';

/** Between a number and its unit. */
const SPACE = '\u00a0';

/** `Intl` groups French thousands by a narrow space, too narrow in Inter to be seen at this size. */
function wide(text: string): string {
  return text.replaceAll('\u202f', SPACE);
}

/** Lengths in seconds, longest first, with what `Intl` calls them. */
const STEPS = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** A calendar day without an hour, as `2026-11-22`. */
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Every way of writing a value. `instant` takes ISO instants, `day` bare days: neither accepts the other. */
export interface Formatter {
  /** `12 840`, at most `digits` decimals (default 1). */
  readonly number: (value: number, digits?: number) => string;
  /** A share from 0 to 1 as `41 %`. */
  readonly percent: (share: number, digits?: number) => string;
  /** `12,8 k` when room is scarce. */
  readonly compact: (value: number) => string;
  /** `22 nov. 2026`; a bare day has no zone and no hour. Throws on an instant. */
  readonly day: (day: string, style?: 'short' | 'long' | 'month') => string;
  /** `22 nov. 2026, 15:33` in the zone of the workspace. Throws on a bare day. */
  readonly instant: (iso: string) => string;
  /** `22 novembre 2026`, or `22 nov. 2026`: the day of an instant, in the zone of the workspace. */
  readonly dayOf: (iso: string, style?: 'long' | 'short') => string;
  /** `15:33`, in the zone of the workspace. */
  readonly time: (iso: string) => string;
  /** `il y a 3 jours`, `dans 2 heures`; `now` in milliseconds. */
  readonly ago: (iso: string, now: number) => string;
  /** Seconds as `5 h 20`, `3,1 j`, `40 min`. */
  readonly duration: (seconds: number) => string;
  /** Bytes as `1,2 Go`. */
  readonly bytes: (bytes: number) => string;
  /** `a, b et c`. */
  readonly list: (items: readonly string[]) => string;
}

const known = new Map<string, Formatter>();

/** The formatter of a language and an IANA zone; made once, `Intl` objects are slow to build. */
export function formatter(language: Language, zone: string): Formatter {
  const name = `${language} ${zone}`;
  const ready = known.get(name);
  if (ready !== undefined) return ready;
  const made: Formatter = {
    ...numbers(language),
    ...dates(language, zone),
    duration: (seconds) => duration(language, seconds),
  };
  known.set(name, made);
  return made;
}

type Numbers = Pick<Formatter, 'number' | 'percent' | 'compact' | 'bytes' | 'list'>;

function numbers(language: Language): Numbers {
  const cached = perDigits((digits) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }));
  const shares = perDigits(
    (digits) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }),
  );
  const small = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const names = new Intl.ListFormat(language);
  return {
    number: (value, digits = 1) => wide(cached(digits).format(value)),
    percent: (share, digits = 0) => wide(shares(digits).format(share)),
    compact: (value) => wide(small.format(value)),
    bytes: (bytes) => bytesText(language, bytes, (value) => cached(value < 10 ? 1 : 0).format(value)),
    list: (items) => names.format(items),
  };
}

function perDigits(make: (digits: number) => Intl.NumberFormat): (digits: number) => Intl.NumberFormat {
  const made = new Map<number, Intl.NumberFormat>();
  return (digits) => {
    const ready = made.get(digits) ?? make(digits);
    made.set(digits, ready);
    return ready;
  };
}

function bytesText(language: Language, bytes: number, show: (value: number) => string): string {
  const units = language === 'fr' ? ['o', 'ko', 'Mo', 'Go', 'To'] : ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return `${show(bytes / 1000 ** step)}${SPACE}${units[step] ?? ''}`;
}

type Dates = Pick<Formatter, 'day' | 'instant' | 'dayOf' | 'time' | 'ago'>;

function dates(language: Language, zone: string): Dates {
  const tag = language === 'en' ? 'en-GB' : 'fr-FR';
  const at = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone });
  const days = {
    short: at({ day: 'numeric', month: 'short', year: 'numeric' }, 'UTC'),
    long: at({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, 'UTC'),
    month: at({ month: 'long', year: 'numeric' }, 'UTC'),
  };
  const instants = at({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }, zone);
  const daysOf = {
    long: at({ day: 'numeric', month: 'long', year: 'numeric' }, zone),
    short: at({ day: 'numeric', month: 'short', year: 'numeric' }, zone),
  };
  const times = at({ hour: '2-digit', minute: '2-digit' }, zone);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const dated = language === 'fr' ? withFirst : (text: string) => text;
  return {
    day: (day, style = 'short') => dated(days[style].format(asDay(day))),
    instant: (iso) => dated(instants.format(asInstant(iso))),
    dayOf: (iso, style = 'long') => dated(daysOf[style].format(asInstant(iso))),
    time: (iso) => times.format(asInstant(iso)),
    ago: (iso, now) => agoText(relative, (asInstant(iso).getTime() - now) / 1000),
  };
}

/** The first of a month is an ordinal in French, which `Intl` does not write: `1er mars`. */
function withFirst(text: string): string {
  return text.replace(/(^| )1(?= \p{L})/u, '$11er');
}

function asDay(day: string): Date {
  if (!DAY.test(day)) throw new RangeError(`not a bare day: ${day}`);
  return new Date(`${day}T00:00:00Z`);
}

function asInstant(iso: string): Date {
  if (DAY.test(iso)) throw new RangeError(`a bare day is not an instant: ${iso}`);
  return new Date(iso);
}

function agoText(relative: Intl.RelativeTimeFormat, seconds: number): string {
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(0, 'second');
}

function duration(language: Language, seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)}${SPACE}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${SPACE}min`;
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    const hours = `${Math.floor(minutes / 60)}${SPACE}h`;
    return rest === 0 ? hours : `${hours}${SPACE}${String(rest).padStart(2, '0')}`;
  }
  const days = new Intl.NumberFormat(language, { maximumFractionDigits: minutes < 14_400 ? 1 : 0 }).format(
    minutes / 1440,
  );
  return `${days}${SPACE}${language === 'fr' ? 'j' : 'd'}`;
}
