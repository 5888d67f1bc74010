import { addReal, int, real } from './cells.ts';
import { chances } from './draw.ts';
import type { Links } from './links.ts';

const SEED = 20_240_229;
const MOST_PAIRS = 20_000;
const FEWEST_PAIRS = 1000;
/** Pairs followed before the number of all of them is settled, and the steps all may take together. */
const TRIED = 200;
const STEPS = 60_000_000;

/** What grows around one end of a pair: rings of nodes, with the number of shortest ways to each. */
interface Ball {
  readonly depth: Int32Array;
  readonly ways: Float64Array;
  readonly order: Int32Array;
  seen: number;
  /** Where the outermost ring begins, how far it is, and how many ties lead on from it. */
  ring: number;
  radius: number;
  ahead: number;
}

/**
 * The share of shortest ways that lead over each node, from pairs drawn at random and one of the shortest ways of each
 * drawn at random. Both ends grow, the lighter one first, until they meet: far fewer steps than a walk over the whole
 * graph. Every node is on the drawn way or not, so a share is a proportion of the pairs.
 */
export function sampleWays(links: Links): { readonly share: Float64Array; readonly pairs: number } {
  const { size } = links;
  const hits = new Float64Array(size);
  const chance = chances(SEED);
  const [one, other] = [newBall(size), newBall(size)];
  let pairs = MOST_PAIRS;
  let steps = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const from = Math.floor(chance() * size);
    const drawn = Math.floor(chance() * (size - 1));
    steps += followPair(links, from, drawn < from ? drawn : drawn + 1, { one, other, hits, chance });
    if (pair + 1 === TRIED) pairs = Math.max(FEWEST_PAIRS, Math.min(MOST_PAIRS, Math.floor((STEPS * TRIED) / steps)));
  }
  // Of pairs of others: those of which the node is an end cannot hit it.
  const scale = size / (size - 2) / pairs;
  return { share: hits.map((count) => Math.min(1, count * scale)), pairs };
}

interface Sampling {
  readonly one: Ball;
  readonly other: Ball;
  readonly hits: Float64Array;
  readonly chance: () => number;
}

/** Draws one shortest way between two nodes and counts whom it leads over; answers how many steps that took. */
function followPair(links: Links, from: number, to: number, { one, other, hits, chance }: Sampling): number {
  let steps = begin(links, one, from) + begin(links, other, to);
  for (;;) {
    const [grown, still] = one.ahead <= other.ahead ? [one, other] : [other, one];
    // Nothing leads on: the two do not hang together.
    if (grown.ahead === 0) break;
    steps += grown.ahead;
    grow(links, grown);
    const met = meeting(grown, still, chance);
    if (met === -1) continue;
    if (met !== from && met !== to) addReal(hits, met, 1);
    goHome(links, one, met, { hits, chance });
    goHome(links, other, met, { hits, chance });
    break;
  }
  clear(one);
  clear(other);
  return steps;
}

function newBall(size: number): Ball {
  const depth = new Int32Array(size).fill(-1);
  return { depth, ways: new Float64Array(size), order: new Int32Array(size), seen: 0, ring: 0, radius: 0, ahead: 0 };
}

function begin({ start }: Links, ball: Ball, node: number): number {
  ball.order[0] = node;
  ball.depth[node] = 0;
  ball.ways[node] = 1;
  ball.seen = 1;
  ball.ring = 0;
  ball.radius = 0;
  ball.ahead = int(start, node + 1) - int(start, node);
  return 1;
}

/** Adds one ring. */
function grow({ start, to }: Links, ball: Ball): void {
  const { depth, ways, order } = ball;
  const end = ball.seen;
  const ring = ball.radius + 1;
  let ahead = 0;
  for (let at = ball.ring; at < end; at += 1) {
    const node = int(order, at);
    const along = real(ways, node);
    const last = int(start, node + 1);
    for (let tie = int(start, node); tie < last; tie += 1) {
      const next = int(to, tie);
      if (depth[next] === -1) {
        depth[next] = ring;
        ways[next] = along;
        order[ball.seen] = next;
        ball.seen += 1;
        ahead += int(start, next + 1) - int(start, next);
      } else if (depth[next] === ring) addReal(ways, next, along);
    }
  }
  ball.ring = end;
  ball.radius = ring;
  ball.ahead = ahead;
}

/**
 * Where the two meet, drawn in proportion to the shortest ways that lead over each meeting place; -1 when they do not
 * yet. They were apart before, so every shortest way crosses the ring just grown in exactly one place.
 */
function meeting(grown: Ball, still: Ball, chance: () => number): number {
  const weightOf = (node: number): number =>
    still.depth[node] === -1 ? 0 : real(grown.ways, node) * real(still.ways, node);
  let all = 0;
  for (let at = grown.ring; at < grown.seen; at += 1) all += weightOf(int(grown.order, at));
  if (all === 0) return -1;
  let left = chance() * all;
  let met = -1;
  for (let at = grown.ring; at < grown.seen && (met === -1 || left >= 0); at += 1) {
    const node = int(grown.order, at);
    const weight = weightOf(node);
    if (weight === 0) continue;
    met = node;
    left -= weight;
  }
  return met;
}

/** From the meeting place back to the middle of a ball, each step drawn by the ways that lead there. */
function goHome(
  { start, to }: Links,
  { depth, ways }: Ball,
  met: number,
  { hits, chance }: Pick<Sampling, 'hits' | 'chance'>,
): void {
  let node = met;
  for (let ring = int(depth, met) - 1; ring > 0; ring -= 1) {
    let left = chance() * real(ways, node);
    const last = int(start, node + 1);
    let next = node;
    for (let tie = int(start, node); tie < last && (next === node || left >= 0); tie += 1) {
      const before = int(to, tie);
      if (depth[before] !== ring) continue;
      next = before;
      left -= real(ways, before);
    }
    node = next;
    addReal(hits, node, 1);
  }
}

function clear({ depth, order, seen }: Ball): void {
  for (let at = 0; at < seen; at += 1) depth[int(order, at)] = -1;
}
