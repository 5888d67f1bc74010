/** What is to be placed: things by number, and how strongly they are tied. */
export interface Tied {
  readonly count: number;
  readonly ties: readonly { readonly one: number; readonly other: number; readonly strength: number }[];
}

/** Places in a square of 0 to 1. */
export type Places = readonly { readonly x: number; readonly y: number }[];

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places things so that what is tied stands together: all push each other away, ties pull, and each step is shorter
 * than the one before (Fruchterman and Reingold, “Graph drawing by force-directed placement”, 1991). They begin on a
 * spiral in the order given, so the same things come to the same places.
 */
export function placesOf({ count, ties }: Tied, steps = 160): Places {
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  for (let n = 0; n < count; n += 1) {
    const radius = 0.5 * Math.sqrt((n + 0.5) / Math.max(1, count));
    x[n] = radius * Math.cos(n * GOLDEN);
    y[n] = radius * Math.sin(n * GOLDEN);
  }
  const strongest = Math.max(1, ...ties.map(({ strength }) => strength));
  const degrees = degreesOf(count, ties);
  const pulls = ties.map(({ one, other, strength }) => {
    const heavy = 0.35 + (0.65 * Math.log1p(strength)) / Math.log1p(strongest);
    // Those with many ties would draw everybody onto themselves.
    return { one, other, pull: heavy / Math.sqrt(Math.max(cell(degrees, one), cell(degrees, other), 1)) };
  });
  const apart = Math.sqrt(1 / Math.max(1, count));
  const push = { x: new Float64Array(count), y: new Float64Array(count) };
  for (let step = 0; step < steps; step += 1) {
    pushAway(x, y, apart, push);
    pullTogether(x, y, apart, pulls, push);
    move(x, y, push, 0.12 * (1 - step / steps) + 0.002);
  }
  return squared(x, y);
}

interface Vectors {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function cell(values: Float64Array, at: number): number {
  return values[at] ?? 0;
}

function add(values: Float64Array, at: number, more: number): void {
  values[at] = cell(values, at) + more;
}

function degreesOf(count: number, ties: Tied['ties']): Float64Array {
  const degrees = new Float64Array(count);
  for (const { one, other } of ties) {
    add(degrees, one, 1);
    add(degrees, other, 1);
  }
  return degrees;
}

/** Everything pushes everything, and a little pulls to the middle, so that what is tied to nothing stays in sight. */
function pushAway(x: Float64Array, y: Float64Array, apart: number, push: Vectors): void {
  for (let n = 0; n < x.length; n += 1) {
    push.x[n] = -0.6 * cell(x, n);
    push.y[n] = -0.6 * cell(y, n);
  }
  const square = apart * apart;
  for (let one = 0; one < x.length; one += 1) {
    for (let other = one + 1; other < x.length; other += 1) {
      const [across, down] = [cell(x, one) - cell(x, other), cell(y, one) - cell(y, other)];
      const force = square / Math.max(1e-6, across * across + down * down);
      add(push.x, one, across * force);
      add(push.y, one, down * force);
      add(push.x, other, -across * force);
      add(push.y, other, -down * force);
    }
  }
}

function pullTogether(
  x: Float64Array,
  y: Float64Array,
  apart: number,
  pulls: readonly { readonly one: number; readonly other: number; readonly pull: number }[],
  push: Vectors,
): void {
  for (const { one, other, pull } of pulls) {
    const [across, down] = [cell(x, one) - cell(x, other), cell(y, one) - cell(y, other)];
    const force = (pull * Math.hypot(across, down)) / apart;
    add(push.x, one, -across * force);
    add(push.y, one, -down * force);
    add(push.x, other, across * force);
    add(push.y, other, down * force);
  }
}

/** Nobody moves further than the step allows. */
function move(x: Float64Array, y: Float64Array, push: Vectors, most: number): void {
  for (let n = 0; n < x.length; n += 1) {
    const length = Math.hypot(cell(push.x, n), cell(push.y, n));
    const share = length === 0 ? 0 : Math.min(length, most) / length;
    add(x, n, cell(push.x, n) * share);
    add(y, n, cell(push.y, n) * share);
  }
}

/**
 * Stretched to the whole square. Half of each distance from the middle is by rank, else those in the thick of it would
 * stand on one heap while a few at the rim had all the room.
 */
function squared(x: Float64Array, y: Float64Array): Places {
  const middle = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [acrossMiddle, downMiddle] = [middle(x), middle(y)];
  const polar = Array.from(x, (across, at) => ({
    far: Math.hypot(across - acrossMiddle, cell(y, at) - downMiddle),
    angle: Math.atan2(cell(y, at) - downMiddle, across - acrossMiddle),
  }));
  const farthest = Math.max(1e-9, ...polar.map(({ far }) => far));
  const order = [...polar.keys()].sort((a, b) => (polar[a]?.far ?? 0) - (polar[b]?.far ?? 0) || a - b);
  const rank = new Map(order.map((at, place) => [at, Math.sqrt((place + 0.5) / order.length)]));
  const spread = polar.map(({ far, angle }, at) => {
    const radius = (0.5 * far) / farthest + 0.5 * (rank.get(at) ?? 0);
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  const along = (values: readonly number[]): ((value: number) => number) => {
    const low = Math.min(...values);
    const wide = Math.max(...values) - low;
    return (value) => (wide < 1e-9 ? 0.5 : (value - low) / wide);
  };
  const [toX, toY] = [along(spread.map((one) => one.x)), along(spread.map((one) => one.y))];
  return spread.map((one) => ({ x: toX(one.x), y: toY(one.y) }));
}

/**
 * Places somebody in the middle and those he has ties with around him: to the right those he answered, to the left
 * those who answered him, above those with whom it goes both ways; the strongest next to him.
 */
export function placesAround(sides: readonly ('both' | 'answered' | 'answered_by')[]): Places {
  const turns = { both: -90, answered: 30, answered_by: 150 } as const;
  const all = { both: 0, answered: 0, answered_by: 0 };
  for (const side of sides) all[side] += 1;
  const seen = { both: 0, answered: 0, answered_by: 0 };
  return [
    { x: 0.5, y: 0.5 },
    ...sides.map((side) => {
      const at = seen[side];
      seen[side] += 1;
      // Within 104 of the 120 degrees of its side, going out ring by ring.
      const rings = Math.ceil(all[side] / 12);
      const across = all[side] === 1 ? 0.5 : ((at * 7) % all[side]) / (all[side] - 1 || 1);
      const angle = ((turns[side] - 52 + 104 * Math.min(1, across)) * Math.PI) / 180;
      const radius = rings === 1 ? 0.36 : 0.2 + (0.28 * at) / all[side];
      return { x: 0.5 + radius * Math.cos(angle), y: 0.5 + radius * Math.sin(angle) };
    }),
  ];
}
