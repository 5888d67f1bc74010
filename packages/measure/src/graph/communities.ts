import { addReal, int, real } from './cells.ts';
import { numbered, type Grouping } from './components.ts';
import type { Links } from './links.ts';
import { linksOf } from './links.ts';

export interface Communities extends Grouping {
  /** Weight inside the groups beyond what chance would put there: 0 none, above about 0.3 clear groups. */
  readonly modularity: number;
}

/** A pass over all nodes that gains less than this ends a level. */
const SMALLEST_GAIN = 1e-6;
const PASSES_AT_MOST = 24;

/** One storey of the method: the nodes of the lower one gathered, with the weight that lies inside each. */
interface Level {
  readonly links: Links;
  /** Weight inside each node, each way counted. */
  readonly inside: Float64Array;
}

/**
 * Communities of a graph without direction (`bothWays`), heavier ties binding more, by the Louvain method: each node
 * moves to the neighbouring group where modularity gains most, then groups become nodes, until nothing gains. Nodes
 * are asked in the order of their numbers and of equal groups the lowest wins, so the same graph gives the same groups.
 */
export function communities(links: Links): Communities {
  let level: Level = { links, inside: new Float64Array(links.size) };
  let of = Int32Array.from({ length: links.size }, (_, node) => node);
  for (;;) {
    const moved = gather(level);
    if (moved === undefined) break;
    const groups = numbered(moved);
    of = of.map((node) => int(groups.of, node));
    if (groups.sizes.length === level.links.size) break;
    level = storeyAbove(level, groups);
  }
  const found = numbered(of);
  return { ...found, modularity: modularity(links, found.of) };
}

/** Modularity of any grouping of a graph without direction; 0 without ties. */
export function modularity({ size, start, to, weight }: Links, of: Int32Array): number {
  const strength = new Float64Array(size);
  let [all, inside] = [0, 0];
  for (let node = 0; node < size; node += 1) {
    const own = int(of, node);
    for (let tie = int(start, node); tie < int(start, node + 1); tie += 1) {
      const heavy = int(weight, tie);
      all += heavy;
      addReal(strength, own, heavy);
      if (of[int(to, tie)] === own) inside += heavy;
    }
  }
  if (all === 0) return 0;
  let expected = 0;
  for (const one of strength) expected += (one / all) ** 2;
  return inside / all - expected;
}

/** The state of one level while its nodes move. */
interface Moving {
  readonly of: Int32Array;
  /** Weight of all ties of each node, those inside it included, and the same of each group. */
  readonly strength: Float64Array;
  readonly total: Float64Array;
  /** Weight from the node at hand to each group near it. */
  readonly near: Float64Array;
  readonly touched: Int32Array;
  readonly all: number;
}

/** Moves the nodes of a level until that gains nothing more; undefined when none moved. */
function gather(level: Level): Int32Array | undefined {
  const moving = settle(level);
  if (moving.all === 0) return undefined;
  let hasMoved = false;
  for (let pass = 0; pass < PASSES_AT_MOST; pass += 1) {
    let gained = 0;
    for (let node = 0; node < level.links.size; node += 1) gained += move(level, moving, node);
    if (gained > 0) hasMoved = true;
    if (gained < SMALLEST_GAIN) break;
  }
  return hasMoved ? moving.of : undefined;
}

function settle({ links: { size, start, weight }, inside }: Level): Moving {
  const strength = Float64Array.from(inside);
  let all = 0;
  for (let node = 0; node < size; node += 1) {
    for (let tie = int(start, node); tie < int(start, node + 1); tie += 1) {
      addReal(strength, node, int(weight, tie));
    }
    all += real(strength, node);
  }
  return {
    of: Int32Array.from({ length: size }, (_, node) => node),
    strength,
    total: Float64Array.from(strength),
    near: new Float64Array(size).fill(-1),
    touched: new Int32Array(size),
    all,
  };
}

/** Moves one node to the best group near it; answers what modularity gained. */
function move(level: Level, moving: Moving, node: number): number {
  const { of, strength, total, near, touched, all } = moving;
  const own = int(of, node);
  const heavy = real(strength, node);
  const found = lookAround(level.links, moving, node);
  total[own] = real(total, own) - heavy;
  const worth = (group: number): number => Math.max(0, real(near, group)) - (heavy * real(total, group)) / all;
  const stays = worth(own);
  let [best, most] = [own, stays];
  for (let place = 0; place < found; place += 1) {
    const group = int(touched, place);
    const gain = worth(group);
    // Rounding must not decide: of groups as good as each other the lowest wins.
    const isBetter = gain > most + 1e-9 || (gain > most - 1e-9 && group < best && best !== own);
    if (isBetter) [best, most] = [group, gain];
  }
  for (let place = 0; place < found; place += 1) near[int(touched, place)] = -1;
  addReal(total, best, heavy);
  of[node] = best;
  return best === own ? 0 : (2 * (most - stays)) / all;
}

/** Adds up the weight of a node's ties by group; answers how many groups are near. */
function lookAround({ start, to, weight }: Links, { of, near, touched }: Moving, node: number): number {
  let found = 0;
  const end = int(start, node + 1);
  for (let tie = int(start, node); tie < end; tie += 1) {
    const group = int(of, int(to, tie));
    if (near[group] === -1) {
      near[group] = 0;
      touched[found] = group;
      found += 1;
    }
    addReal(near, group, int(weight, tie));
  }
  return found;
}

/** Groups become nodes; what ties their members stays as weight inside. */
function storeyAbove({ links, inside }: Level, { of, sizes }: Grouping): Level {
  const { size, start, to, weight } = links;
  const within = new Float64Array(sizes.length);
  const [from, ends] = [new Int32Array(to.length), new Int32Array(to.length)];
  for (let node = 0; node < size; node += 1) {
    const group = int(of, node);
    addReal(within, group, real(inside, node));
    for (let tie = int(start, node); tie < int(start, node + 1); tie += 1) {
      const other = int(of, int(to, tie));
      from[tie] = group;
      ends[tie] = other;
      if (other === group) addReal(within, group, int(weight, tie));
    }
  }
  return { links: linksOf(sizes.length, { from, to: ends, weight }), inside: within };
}
