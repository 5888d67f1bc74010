import { addReal, int, real } from './cells.ts';
import type { Links } from './links.ts';
import { sampleWays } from './sampling.ts';

export interface Betweenness {
  /** For each node, the share of the shortest ways between two others that lead over it: 0 to 1. */
  readonly share: Float64Array;
  /**
   * Undefined: exact. Otherwise from so many pairs drawn at random: each is hit or missed, so the error of a share is
   * that of a proportion of `pairs` (Wilson's interval).
   */
  readonly pairs: number | undefined;
}

/** Steps along ties an exact answer may take: some hundred million are a second or two. */
const EXACT_STEPS = 150_000_000;

/**
 * Betweenness of a graph without direction (`bothWays`), each tie of length one; pairs that no way joins count among
 * all pairs. Exact by Brandes' accumulation while that takes at most `exactSteps`; above, estimated from pairs drawn
 * with a fixed seed, so that the same graph gives the same answer.
 */
export function betweenness(links: Links, exactSteps = EXACT_STEPS): Betweenness {
  const { size, to } = links;
  if (size < 3) return { share: new Float64Array(size), pairs: undefined };
  if (size * 2 * (to.length + size) > exactSteps) return sampleWays(links);
  const sum = new Float64Array(size);
  const walk = createWalk(size);
  for (let source = 0; source < size; source += 1) {
    const seen = goOut(links, source, walk);
    comeBack(links, seen, walk, sum);
  }
  // Each pair was counted from both ends.
  return { share: sum.map((one) => one / ((size - 1) * (size - 2))), pairs: undefined };
}

/** What following the ways from one source needs; used again for the next. */
interface Walk {
  readonly order: Int32Array;
  readonly depth: Int32Array;
  readonly ways: Float64Array;
  /** (1 + dependency) ÷ ways: what a node hands to each way that leads to it. */
  readonly pull: Float64Array;
}

function createWalk(size: number): Walk {
  return {
    order: new Int32Array(size),
    depth: new Int32Array(size).fill(-1),
    ways: new Float64Array(size),
    pull: new Float64Array(size),
  };
}

/** Goes out from the source in rings, counting shortest ways; answers how many nodes were reached. */
function goOut({ start, to }: Links, source: number, { order, depth, ways }: Walk): number {
  let seen = 1;
  order[0] = source;
  depth[source] = 0;
  ways[source] = 1;
  for (let at = 0; at < seen; at += 1) {
    const node = int(order, at);
    const ring = int(depth, node) + 1;
    const along = real(ways, node);
    const end = int(start, node + 1);
    for (let tie = int(start, node); tie < end; tie += 1) {
      const next = int(to, tie);
      if (depth[next] === -1) {
        depth[next] = ring;
        ways[next] = along;
        order[seen] = next;
        seen += 1;
      } else if (depth[next] === ring) addReal(ways, next, along);
    }
  }
  return seen;
}

/** Comes back from the farthest ring, adds what each node carries, and leaves the walk as new. The source carries nothing. */
function comeBack({ start, to }: Links, seen: number, { order, depth, ways, pull }: Walk, sum: Float64Array): void {
  for (let at = seen - 1; at >= 0; at -= 1) {
    const node = int(order, at);
    const ring = int(depth, node) + 1;
    const end = int(start, node + 1);
    let beyond = 0;
    for (let tie = int(start, node); tie < end; tie += 1) {
      const next = int(to, tie);
      if (depth[next] === ring) beyond += real(pull, next);
    }
    const carried = beyond * real(ways, node);
    pull[node] = (1 + carried) / real(ways, node);
    if (at > 0) addReal(sum, node, carried);
  }
  for (let at = 0; at < seen; at += 1) depth[int(order, at)] = -1;
}
