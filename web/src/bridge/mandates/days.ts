const DAY = 86_400_000;

function moved(day: string, by: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? '' : new Date(at + by * DAY).toISOString().slice(0, 10);
}

/** People say the last day that is in, the house the first that is out. */
export function lastDayOf(untilDay: string): string {
  return moved(untilDay, -1);
}

export function untilDayOf(lastDay: string): string {
  return moved(lastDay, 1);
}

/** So many days later. */
export function daysAfter(day: string, days: number): string {
  return moved(day, days);
}
