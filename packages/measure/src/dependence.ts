import { absenceFactor, descending, gini, totals, type Holding } from './concentration.ts';
import { Z95, type Estimate } from './interval.ts';

/** After the most active `persons` people, `share` of all contributions are made. */
export interface CurvePoint {
  readonly persons: number;
  readonly share: number;
}

/** The curve of concentration, the most active first: from nobody to everybody, straight between the points. */
export function concentrationCurve(holdings: readonly Holding[]): CurvePoint[] {
  const { sum } = totals(holdings);
  const points: CurvePoint[] = [{ persons: 0, share: 0 }];
  if (sum === 0) return points;
  let [persons, held] = [0, 0];
  for (const { each, persons: many } of descending(holdings)) {
    persons += many;
    held += many * each;
    points.push({ persons, share: held / sum });
  }
  return points;
}

/**
 * The absence factor with its 95 % interval: the numbers of people whose share of all contributions may be one half.
 * The error of that share is that of an ordinate of the Lorenz curve (C. M. Beach and R. Davidson, 1983), people being
 * the independent observations. Undefined without contributions.
 */
export function absenceEstimate(holdings: readonly Holding[]): Estimate | undefined {
  const all = momentsOf(holdings);
  if (all.first === 0) return undefined;
  const value = absenceFactor(holdings);
  let low: number | undefined;
  let above: Moments = { zeroth: 0, first: 0, second: 0 };
  for (const { each, persons } of descending(holdings)) {
    for (let more = 1; more <= persons; more += 1) {
      const held = (above.first + more * each) / all.first;
      const half = Z95 * errorOf(all, above, { each, part: (above.zeroth + more) / all.zeroth, held });
      const people = above.zeroth + more;
      if (low === undefined && held + half >= HALF) low = people;
      if (held - half >= HALF) return { value, low: low ?? people, high: people };
    }
    above = plus(above, { each, persons });
  }
  return { value, low: low ?? value, high: all.zeroth };
}

/** One half, less what rounding may take from a sum of shares. */
const HALF = 0.5 - 1e-12;

/** How many people, the sum of what they did, and of its squares. */
interface Moments {
  readonly zeroth: number;
  readonly first: number;
  readonly second: number;
}

function plus({ zeroth, first, second }: Moments, { each, persons }: Holding): Moments {
  return { zeroth: zeroth + persons, first: first + persons * each, second: second + persons * each * each };
}

function momentsOf(holdings: readonly Holding[]): Moments {
  let moments: Moments = { zeroth: 0, first: 0, second: 0 };
  for (const holding of holdings) moments = plus(moments, holding);
  return moments;
}

interface Ordinate {
  /** What the last of the people did, the part of all people they are, and the share they hold. */
  readonly each: number;
  readonly part: number;
  readonly held: number;
}

/** The standard error of the share held by the most active `part` of the people, `above` being those who did more than the last. */
function errorOf(all: Moments, above: Moments, { each, part, held }: Ordinate): number {
  const shift = part * each;
  const own = 1 - held;
  const higher = own ** 2 * above.second + 2 * own * (shift - each) * above.first + (shift - each) ** 2 * above.zeroth;
  const lower =
    shift ** 2 * (all.zeroth - above.zeroth) -
    2 * shift * held * (all.first - above.first) +
    held ** 2 * (all.second - above.second);
  return Math.sqrt(Math.max(0, higher + lower)) / all.first;
}

/**
 * Gini's coefficient with its 95 % interval (R. Davidson, 2009), people being the independent observations. Undefined
 * without contributions.
 */
export function giniEstimate(holdings: readonly Holding[]): Estimate | undefined {
  const value = gini(holdings);
  if (value === undefined) return undefined;
  const { persons, sum } = totals(holdings);
  const deviations: { readonly of: number; readonly persons: number }[] = [];
  let [poorer, held, mean] = [0, 0, 0];
  for (const { each, persons: many } of descending(holdings).reverse()) {
    // Those alike share the middle rank among them.
    const rank = poorer + (many + 1) / 2;
    const below = held + (each * (many + 1)) / 2;
    const of = (-(value + 1) + (2 * rank - 1) / persons) * each - (2 / persons) * below;
    deviations.push({ of, persons: many });
    mean += (many * of) / persons;
    poorer += many;
    held += many * each;
  }
  let squares = 0;
  for (const { of, persons: many } of deviations) squares += many * (of - mean) ** 2;
  const half = (Z95 * Math.sqrt(squares)) / sum;
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}
