import type { Places } from './layout.ts';

export interface DrawnNode {
  readonly key: string;
  readonly label: string;
  /** Its share of the largest: the area follows it. */
  readonly weight: number;
  /** Marks beside colour: a newcomer is hollow, a bridge has a ring around it. */
  readonly mark?: 'newcomer' | 'bridge' | 'middle' | undefined;
}

export interface DrawnTie {
  /** By place among the nodes. */
  readonly one: number;
  readonly other: number;
  readonly weight: number;
  /** Where it leads, where that is told. */
  readonly leads?: 'to' | 'from' | 'both' | undefined;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** The radius of the heaviest node. */
  readonly largest: number;
}

const SMALLEST = 3;
/** Room for a name under the lowest node. */
const BELOW = 14;

/** Where each node is drawn, in pixels, so that none sticks out and names have room on the right. */
export function spotsOf(nodes: readonly DrawnNode[], places: Places, { width, height, largest }: Frame): Spot[] {
  const [side, top] = [Math.min(70, width / 6), largest + 8];
  return nodes.map(({ weight }, at) => {
    const { x, y } = places[at] ?? { x: 0.5, y: 0.5 };
    return {
      x: side + x * Math.max(0, width - 2 * side),
      y: top + y * Math.max(0, height - 2 * top - BELOW),
      r: Math.max(SMALLEST, largest * Math.sqrt(weight)),
    };
  });
}

const [LETTER, LINE] = [6.2, 14];

/** Which nodes are named: the heaviest first, as long as no name lies over another. */
export function named(nodes: readonly DrawnNode[], spots: readonly Spot[], most: number): ReadonlySet<number> {
  const order = [...nodes.keys()].sort((a, b) => (nodes[b]?.weight ?? 0) - (nodes[a]?.weight ?? 0) || a - b);
  const taken: { left: number; right: number; y: number }[] = [];
  const found = new Set<number>();
  for (const at of order) {
    const [node, spot] = [nodes[at], spots[at]];
    if (node === undefined || spot === undefined || found.size >= most) continue;
    const half = (Math.min(24, node.label.length) * LETTER) / 2;
    const box = { left: spot.x - half, right: spot.x + half, y: spot.y + spot.r };
    const isFree = taken.every((one) => box.left > one.right || box.right < one.left || Math.abs(box.y - one.y) > LINE);
    if (!isFree) continue;
    taken.push(box);
    found.add(at);
  }
  return found;
}

/** The node nearest to a point, within a finger's reach. */
export function nearest(spots: readonly Spot[], x: number, y: number): number | undefined {
  let found: number | undefined;
  let least = 18;
  for (const [at, spot] of spots.entries()) {
    const distance = Math.max(0, Math.hypot(spot.x - x, spot.y - y) - spot.r);
    if (distance < least) [found, least] = [at, distance];
  }
  return found;
}
