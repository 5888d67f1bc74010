import type { Scale } from './chart-path.ts';
import { acrossOf } from './chart-path.ts';

/** What values of a chart are: numbers, or seconds, whose round steps are hours and days. */
export type TickOf = 'number' | 'seconds';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DURATIONS: readonly number[] = [
  1,
  5,
  15,
  30,
  ...[1, 5, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200].map((n) => n * DAY),
];
const MOST_STEPS = 4;
const FIRST_POWER = -4;
const POWERS = 20;

/** Every round step there is, from small to large. */
function stepsOf(kind: TickOf): readonly number[] {
  if (kind === 'seconds') return DURATIONS;
  return Array.from({ length: POWERS }, (_, n) => 10 ** (n + FIRST_POWER)).flatMap((power) =>
    [1, 2, 2.5, 5].map((digit) => digit * power),
  );
}

/** Levels a chart names, from the foot up; the first and last lie outside what is drawn, or on its edge. */
export interface Ticks {
  readonly low: number;
  readonly high: number;
  readonly levels: readonly number[];
}

/**
 * Round levels between two bounds, four steps at most. Steps so small that two of them are written alike, like halves of
 * persons, are left for larger ones.
 */
export function ticksOf(
  bounds: { readonly low: number; readonly high: number },
  show: (value: number) => string,
  kind: TickOf = 'number',
): Ticks {
  const range = bounds.high - bounds.low;
  for (const step of stepsOf(kind)) {
    if (range <= 0 || step * MOST_STEPS < range) continue;
    const first = Math.floor(cut(bounds.low / step));
    const last = Math.ceil(cut(bounds.high / step));
    const levels = Array.from({ length: last - first + 1 }, (_, n) => cut((first + n) * step));
    if (new Set(levels.map(show)).size < levels.length) continue;
    return { low: levels[0] ?? bounds.low, high: levels.at(-1) ?? bounds.high, levels };
  }
  return { ...bounds, levels: [bounds.low, bounds.high] };
}

/** Without the dust of binary fractions: 0.30000000000000004. */
function cut(value: number): number {
  return Number(value.toPrecision(12));
}

/** A place along a chart that is named, and where. */
export interface PlaceName {
  readonly at: number;
  readonly across: number;
  readonly side: 'start' | 'middle' | 'end';
}

const MOST_NAMES = 6;

/** Which places have room for their name, evenly apart: the first and the last always. `room`: pixels a name needs. */
export function placeNamesOf(count: number, scale: Scale, room: number): readonly PlaceName[] {
  if (count < 2) return count === 1 ? [{ at: 0, across: acrossOf(0, 1, scale), side: 'middle' }] : [];
  const most = Math.min(MOST_NAMES, count, Math.max(2, Math.floor(scale.width / room)));
  const gaps = gapsOf(count - 1, most - 1);
  return Array.from({ length: gaps + 1 }, (_, n): PlaceName => {
    const at = Math.round((n * (count - 1)) / gaps);
    return { at, across: acrossOf(at, count, scale), side: n === 0 ? 'start' : n === gaps ? 'end' : 'middle' };
  });
}

/** As many equal gaps as fit; where some number of them falls on places exactly and is not far below, that many. */
function gapsOf(steps: number, most: number): number {
  for (let gaps = most; gaps > most / 2; gaps -= 1) if (steps % gaps === 0) return gaps;
  return most;
}
