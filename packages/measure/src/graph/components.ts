import { add, int } from './cells.ts';
import type { Links } from './links.ts';

/** Groups of nodes. */
export interface Grouping {
  /** The group of each node; groups are numbered by size, the largest first, and by their lowest node where equal. */
  readonly of: Int32Array;
  /** How many nodes each group has. */
  readonly sizes: Int32Array;
}

/** Which nodes hang together, whichever way the ties go (weakly connected components), by union-find. */
export function components({ size, start, to }: Links): Grouping {
  const parent = Int32Array.from({ length: size }, (_, node) => node);
  for (let node = 0; node < size; node += 1) {
    for (let at = int(start, node); at < int(start, node + 1); at += 1) {
      const [one, other] = [rootOf(parent, node), rootOf(parent, int(to, at))];
      // The lower number leads, so that the outcome does not hang on the order of the ties.
      if (one < other) parent[other] = one;
      else parent[one] = other;
    }
  }
  return numbered(parent.map((_, node) => rootOf(parent, node)));
}

function rootOf(parent: Int32Array, node: number): number {
  let at = node;
  for (let above = parent[at] ?? at; above !== at; above = parent[at] ?? at) {
    // Halving: each step hangs a node one storey higher.
    parent[at] = parent[above] ?? above;
    at = above;
  }
  return at;
}

/** Groups told by any label below the number of nodes, numbered by size. */
export function numbered(labels: Int32Array): Grouping {
  const count = new Int32Array(labels.length);
  const lowest = new Int32Array(labels.length).fill(-1);
  for (let node = 0; node < labels.length; node += 1) {
    const label = int(labels, node);
    add(count, label, 1);
    if (lowest[label] === -1) lowest[label] = node;
  }
  const found: number[] = [];
  for (let label = 0; label < count.length; label += 1) if (int(count, label) > 0) found.push(label);
  found.sort((a, b) => int(count, b) - int(count, a) || int(lowest, a) - int(lowest, b));
  const rank = new Int32Array(labels.length);
  for (const [place, label] of found.entries()) rank[label] = place;
  return { of: labels.map((label) => int(rank, label)), sizes: Int32Array.from(found, (label) => int(count, label)) };
}
