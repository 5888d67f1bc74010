import type { LifecycleState } from '#cockpit/figures/lifecycle/index.ts';
import { addDays, daysBetween } from '#kernel/day.ts';
import type { Bounds, Rhythm } from './model.ts';
import type { Standing } from './wire.ts';

/** From how many whole days of silence on one is at risk, given the usual gap. */
export function boundOf(gap: number, { times, least, most }: Rhythm): number {
  return Math.min(most, Math.max(least, times * gap));
}

/** Where somebody stands at the end of the day before `until`, from the days on which he contributed, in order. */
export function standingOf(
  days: readonly string[],
  until: string,
  bounds: Bounds,
  rhythm: Rhythm,
): Standing | undefined {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const ago = daysBetween(last, until);
  const back = days.findIndex((day) => daysBetween(day, until) <= bounds.present);
  const [since, before] = [days[back], days[back - 1]];
  const silence = since === undefined || before === undefined ? null : daysBetween(before, since);
  const weeks = weeksOf(days, until, bounds.weeks);
  const facts = { first, last, ago, weeks, silence };
  return { ...facts, state: stateOf(facts, until, bounds), atRisk: isAtRisk(days, ago - 1, rhythm) };
}

function weeksOf(days: readonly string[], until: string, weeks: number): number {
  const since = addDays(until, -7 * weeks);
  const recent = days.filter((day) => day >= since);
  return new Set(recent.map((day) => Math.floor((daysBetween(day, until) - 1) / 7))).size;
}

function stateOf(
  { first, ago, weeks, silence }: Omit<Standing, 'state' | 'atRisk'>,
  until: string,
  bounds: Bounds,
): LifecycleState {
  if (ago > bounds.dormant) return 'gone';
  if (ago > bounds.fading) return 'dormant';
  if (ago > bounds.present) return 'fading';
  if (daysBetween(first, until) <= bounds.present) return 'new';
  if (silence !== null && silence >= bounds.silence) return 'returned';
  return weeks >= bounds.ofWeeks ? 'core' : 'active';
}

function isAtRisk(days: readonly string[], silent: number, rhythm: Rhythm): boolean {
  if (days.length < rhythm.acts || silent >= rhythm.gone) return false;
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day));
  return silent >= boundOf(middleOf(gaps), rhythm);
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
