const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const offsets = new Map<string, number>();
const QUARTER = 900_000;
const DAY = 86_400_000;
const MOST_REMEMBERED = 20_000;

/**
 * The instant (epoch milliseconds) at which clocks of `zone` (IANA name) show `local`, itself given as if in UTC.
 * An hour that comes twice is the first of the two; undefined for a zone that does not exist.
 */
export function utcOf(local: number, zone: string): number | undefined {
  if (zone === 'UTC') return local;
  const before = offsetAt(local - DAY, zone);
  if (before === undefined) return undefined;
  const first = local - before;
  const at = offsetAt(first, zone) ?? before;
  if (at === before) return first;
  const second = local - at;
  return offsetAt(second, zone) === at ? second : first;
}

/** Milliseconds by which clocks of the zone are ahead of UTC; constant inside a quarter of an hour for every zone in use. */
function offsetAt(utc: number, zone: string): number | undefined {
  const key = `${zone} ${Math.floor(utc / QUARTER)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const found = measured(Math.floor(utc / QUARTER) * QUARTER, zone);
  if (found === undefined) return undefined;
  if (offsets.size >= MOST_REMEMBERED) offsets.clear();
  offsets.set(key, found);
  return found;
}

function measured(utc: number, zone: string): number | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  const part = new Map(format.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
  const shown = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
  const [year, month, day, hour, minute, second] = shown.map((type) => part.get(type) ?? 0);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) - utc;
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) {
    if (formats.size >= 50) formats.clear();
    formats.set(zone, made(zone));
  }
  return formats.get(zone);
}

function made(timeZone: string): Intl.DateTimeFormat | undefined {
  const numeric = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    return undefined;
  }
}
