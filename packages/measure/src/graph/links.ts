import { add, int } from './cells.ts';

/**
 * A graph as three arrays (compressed rows): the neighbours of node v are `to[start[v]]` … `to[start[v + 1] - 1]`, in
 * ascending order and each once, with the weight of the tie beside them. Nodes are numbered from 0 to `size` − 1.
 */
export interface Links {
  readonly size: number;
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly weight: Int32Array;
}

/** Ties as they come, in any order: `from[e]` → `to[e]` with a whole weight ≥ 1. */
export interface Ties {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Int32Array;
}

/** Rows out of ties, in time and memory that grow with their number. Repeated ties are added up, ties to oneself left out. */
export function linksOf(size: number, ties: Ties): Links {
  return merged(sortedBy(size, sortedBy(size, ties, 'to'), 'from'), size);
}

/** The same ties the other way round. */
export function reversed(links: Links): Links {
  const { from, to, weight } = tiesOf(links);
  return merged(sortedBy(links.size, { from: to, to: from, weight }, 'from'), links.size);
}

/** Who is tied to whom, whichever way; the weights of both ways are added up. `back` is `out` reversed. */
export function bothWays(out: Links, back: Links): Links {
  const { size } = out;
  const start = new Int32Array(size + 1);
  const [to, weight] = [new Int32Array(2 * out.to.length), new Int32Array(2 * out.to.length)];
  let count = 0;
  for (let node = 0; node < size; node += 1) {
    const [end, otherEnd] = [int(out.start, node + 1), int(back.start, node + 1)];
    let [at, otherAt] = [int(out.start, node), int(back.start, node)];
    // Two rows in order, laid together.
    while (at < end || otherAt < otherEnd) {
      const [one, other] = [at < end ? int(out.to, at) : size, otherAt < otherEnd ? int(back.to, otherAt) : size];
      to[count] = Math.min(one, other);
      weight[count] = (one <= other ? int(out.weight, at) : 0) + (other <= one ? int(back.weight, otherAt) : 0);
      if (one <= other) at += 1;
      if (other <= one) otherAt += 1;
      count += 1;
    }
    start[node + 1] = count;
  }
  return { size, start, to: to.slice(0, count), weight: weight.slice(0, count) };
}

/** The number of neighbours of a node. */
export function degreeOf({ start }: Links, node: number): number {
  return int(start, node + 1) - int(start, node);
}

/** Ties there are ÷ ties there could be among `size` nodes, each way counted; undefined below two nodes. */
export function density(ties: number, size: number): number | undefined {
  return size < 2 ? undefined : ties / (size * (size - 1));
}

export interface Dyads {
  /** Pairs tied both ways. */
  readonly mutual: number;
  /** Pairs tied one way only. */
  readonly oneWay: number;
}

/** Pairs of nodes, by how they are tied. Reciprocity is 2 × mutual ÷ ties. `back` is `out` reversed. */
export function dyadsOf(out: Links, back: Links): Dyads {
  let matched = 0;
  for (let node = 0; node < out.size; node += 1) matched += shared(out, back, node);
  const mutual = matched / 2;
  return { mutual, oneWay: out.to.length - 2 * mutual };
}

/** How many neighbours a node has in both; the rows are in order, so one walk along both will do. */
function shared(one: Links, other: Links, node: number): number {
  const [end, otherEnd] = [int(one.start, node + 1), int(other.start, node + 1)];
  let [at, otherAt] = [int(one.start, node), int(other.start, node)];
  let count = 0;
  while (at < end && otherAt < otherEnd) {
    const apart = int(one.to, at) - int(other.to, otherAt);
    if (apart === 0) count += 1;
    if (apart <= 0) at += 1;
    if (apart >= 0) otherAt += 1;
  }
  return count;
}

/** A stable counting sort: sorting by `to`, then by `from`, leaves the rows in order. */
function sortedBy(size: number, ties: Ties, key: 'from' | 'to'): Ties {
  const keys = ties[key];
  const next = new Int32Array(size + 1);
  for (const value of keys) add(next, value + 1, 1);
  for (let value = 0; value < size; value += 1) add(next, value + 1, int(next, value));
  const count = keys.length;
  const [from, to, weight] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let tie = 0; tie < count; tie += 1) {
    const value = int(keys, tie);
    const place = int(next, value);
    next[value] = place + 1;
    from[place] = int(ties.from, tie);
    to[place] = int(ties.to, tie);
    weight[place] = int(ties.weight, tie);
  }
  return { from, to, weight };
}

/** Rows out of ties in order. */
function merged({ from, to, weight }: Ties, size: number): Links {
  const start = new Int32Array(size + 1);
  const [ends, weights] = [new Int32Array(to.length), new Int32Array(to.length)];
  let count = 0;
  let last = -1;
  for (let tie = 0; tie < to.length; tie += 1) {
    const [source, target] = [int(from, tie), int(to, tie)];
    if (source === target) continue;
    if (source === last && ends[count - 1] === target) {
      add(weights, count - 1, int(weight, tie));
      continue;
    }
    last = source;
    ends[count] = target;
    weights[count] = int(weight, tie);
    count += 1;
    add(start, source + 1, 1);
  }
  for (let node = 0; node < size; node += 1) add(start, node + 1, int(start, node));
  return { size, start, to: ends.slice(0, count), weight: weights.slice(0, count) };
}

function tiesOf({ size, start, to, weight }: Links): Ties {
  const from = new Int32Array(to.length);
  for (let node = 0; node < size; node += 1) from.fill(node, start[node], start[node + 1]);
  return { from, to, weight };
}
