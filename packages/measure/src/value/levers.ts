import { rangeQuantile } from './range.ts';
import type { Formula, Inputs } from './simulate.ts';

export interface Bar {
  readonly input: string;
  /** The outcome with this input at its P10 and at its P90, all others at their P50. */
  readonly atP10: number;
  readonly atP90: number;
  /** How far apart the two are. */
  readonly swing: number;
}

/** Which input moves an outcome most: one bar an input, the widest first. */
export function tornado(inputs: Inputs, formula: Formula): readonly Bar[] {
  const middle = middlesOf(inputs);
  const bars = Object.entries(inputs).map(([input, range]): Bar => {
    const atP10 = formula({ ...middle, [input]: rangeQuantile(range, 0.1) });
    const atP90 = formula({ ...middle, [input]: rangeQuantile(range, 0.9) });
    return { input, atP10, atP90, swing: Math.abs(atP90 - atP10) };
  });
  return bars.toSorted((a, b) => b.swing - a.swing);
}

const HALVINGS = 100;

/** From where to where an input is moved. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The value of one input at which an outcome is 0, all others at their P50: within its range, or within other bounds for
 * "how low can it fall"; by halving, so of several one. Undefined: the outcome has the same sign at both ends, and this
 * input alone decides nothing.
 */
export function breakEven(inputs: Inputs, formula: Formula, input: string, bounds?: Bounds): number | undefined {
  const range = bounds ?? inputs[input];
  if (range === undefined || inputs[input] === undefined) return undefined;
  const at = alongOne(inputs, formula, input);
  let [low, high] = [range.low, range.high];
  const [first, last] = [at(low), at(high)];
  if (first === 0) return low;
  if (last === 0) return high;
  if (!(first < 0 !== last < 0)) return undefined;
  for (let n = 0; n < HALVINGS; n += 1) {
    const value = (low + high) / 2;
    if (at(value) < 0 === first < 0) low = value;
    else high = value;
  }
  return (low + high) / 2;
}

/** The outcome as one input moves, all others at their P50. */
export function alongOne(inputs: Inputs, formula: Formula, input: string): (value: number) => number {
  const middle = middlesOf(inputs);
  return (value) => formula({ ...middle, [input]: value });
}

function middlesOf(inputs: Inputs): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, range]) => [name, rangeQuantile(range, 0.5)]));
}
