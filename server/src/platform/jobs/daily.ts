const HOUR = 3_600_000;

/** When it is next that time of day (`HH:MM`, UTC), at least an hour after an instant: not the time it just was. */
export function nextAt(time: string, now: Date): Date {
  const soonest = now.getTime() + HOUR;
  const first = Date.parse(`${now.toISOString().slice(0, 10)}T${time}:00Z`);
  return new Date(first < soonest ? first + 24 * HOUR * Math.ceil((soonest - first) / (24 * HOUR)) : first);
}
