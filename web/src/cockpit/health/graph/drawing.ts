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

/** Where each node is drawn, in pixels, so that none sticks out, names have room on the right, and circles lie apart. */
export function spotsOf(nodes: readonly DrawnNode[], places: Places, frame: Frame): Spot[] {
  const { width, height, largest } = frame;
  const [side, top] = [Math.min(70, width / 6), largest + 8];
  const spots = nodes.map(({ weight }, at) => {
    const { x, y } = places[at] ?? { x: 0.5, y: 0.5 };
    return {
      x: side + x * Math.max(0, width - 2 * side),
      y: top + y * Math.max(0, height - 2 * top - BELOW),
      r: Math.max(SMALLEST, largest * Math.sqrt(weight)),
    };
  });
  const rounds = Math.min(200, PAIRS / Math.max(1, nodes.length));
  for (let round = 0; round < rounds; round += 1) if (!pushApart(spots, frame)) break;
  return spots;
}

/** So many rounds for so many circles that it takes some milliseconds, however many there are. */
const PAIRS = 6_000;
const GAP = 2;

type Moving = { -readonly [Key in keyof Spot]: Spot[Key] };

/** Pushes circles that lie over each other half the way apart, inside the frame; says whether any did. */
function pushApart(spots: readonly Moving[], frame: Frame): boolean {
  let isMoved = false;
  for (let at = 0; at < spots.length; at += 1) {
    for (let next = at + 1; next < spots.length; next += 1) {
      const [one, other] = [spots[at], spots[next]];
      if (one !== undefined && other !== undefined && isParted(one, other, frame)) isMoved = true;
    }
  }
  return isMoved;
}

/** Most pairs lie far apart, which a product tells without a root. */
function isParted(one: Moving, other: Moving, frame: Frame): boolean {
  const across = other.x - one.x;
  const down = other.y - one.y;
  const wanted = one.r + other.r + GAP;
  const square = across * across + down * down;
  if (square >= (wanted - 0.5) * (wanted - 0.5)) return false;
  const apart = Math.sqrt(square);
  // On the very same spot: aside.
  const [x, y] = apart === 0 ? [1, 0] : [across / apart, down / apart];
  const half = (wanted - apart) / 2;
  shift(one, -x * half, -y * half, frame);
  shift(other, x * half, y * half, frame);
  return true;
}

function shift(spot: Moving, across: number, down: number, { width, height }: Frame): void {
  const room = spot.r + 4;
  spot.x = Math.max(room, Math.min(Math.max(room, width - room), spot.x + across));
  spot.y = Math.max(room, Math.min(Math.max(room, height - room - BELOW), spot.y + down));
}

/** The widths ties are drawn in. */
const STRIPES = [0.8, 1.4, 2, 2.6, 3.2] as const;

/** Ties as one path for each width, the thin ones first; those without a tie are left out. */
export function stripesOf(
  ties: readonly DrawnTie[],
  spots: readonly Spot[],
): readonly { readonly width: number; readonly path: string }[] {
  const paths = STRIPES.map((): string[] => []);
  for (const { one, other, weight } of ties) {
    const [from, to] = [spots[one], spots[other]];
    if (from === undefined || to === undefined) continue;
    const stripe = Math.min(STRIPES.length - 1, Math.floor(weight * STRIPES.length));
    paths[stripe]?.push(`M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`);
  }
  return STRIPES.map((width, at) => ({ width, path: paths[at]?.join('') ?? '' })).filter(({ path }) => path !== '');
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
