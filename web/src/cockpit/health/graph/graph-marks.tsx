import { memo } from 'react';
import type { ReactNode } from 'react';
import { cx } from '#web/ui/cx.ts';
import type { DrawnNode, DrawnTie, Spot } from './drawing.ts';
import { named, stripesOf } from './drawing.ts';

const NAMES = 12;
const WIDEST_NAME = 24;

interface MarksProps {
  readonly nodes: readonly DrawnNode[];
  readonly spots: readonly Spot[];
}

interface TieLinesProps {
  readonly ties: readonly DrawnTie[];
  readonly spots: readonly Spot[];
  readonly look: string;
}

/** Ties without direction: as many paths as there are widths. Nine hundred lines of their own would take ten times as long. */
export const TieStripes = memo(function TieStripes({ ties, spots, look }: TieLinesProps): ReactNode {
  return stripesOf(ties, spots).map(({ width, path }) => (
    <path key={width} d={path} strokeWidth={width} className={look} />
  ));
});

/** Ties that lead somewhere: each a line of its own, with its arrows. */
export const TieArrows = memo(function TieArrows({ ties, spots, look }: TieLinesProps): ReactNode {
  return ties.map((tie) => <TieArrow key={`${tie.one} ${tie.other}`} tie={tie} spots={spots} look={look} />);
});

function TieArrow({
  tie: { one, other, weight, leads },
  spots,
  look,
}: Pick<TieLinesProps, 'spots' | 'look'> & { readonly tie: DrawnTie }): ReactNode {
  const [from, to] = [spots[one], spots[other]];
  if (from === undefined || to === undefined) return undefined;
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return (
    <line
      x1={from.x + x * (from.r + 2)}
      y1={from.y + y * (from.r + 2)}
      x2={to.x - x * (to.r + 2)}
      y2={to.y - y * (to.r + 2)}
      strokeWidth={0.6 + 2.6 * weight}
      markerEnd={arrowOf(leads, 'to')}
      markerStart={arrowOf(leads, 'from')}
      className={look}
    />
  );
}

function arrowOf(leads: DrawnTie['leads'], end: 'to' | 'from'): string | undefined {
  return leads === end || leads === 'both' ? 'url(#graph-arrow)' : undefined;
}

/** Circles for all, a newcomer hollow, a bridge with a ring around it. */
export const NodeMarks = memo(function NodeMarks({ nodes, spots }: MarksProps): ReactNode {
  return nodes.map(({ key, mark }, at) => {
    const spot = spots[at];
    if (spot === undefined) return undefined;
    return (
      <circle
        key={key}
        cx={spot.x}
        cy={spot.y}
        r={spot.r}
        strokeWidth={mark === 'bridge' ? 3.5 : 1.5}
        strokeDasharray={mark === 'newcomer' ? '2.5 2' : undefined}
        className={lookOf(mark)}
      />
    );
  });
});

function lookOf(mark: DrawnNode['mark']): string {
  if (mark === 'newcomer') return 'fill-card stroke-field';
  if (mark === 'bridge') return 'fill-cockpit-wash stroke-bridge';
  return cx('stroke-cockpit', mark === 'middle' ? 'fill-cockpit' : 'fill-cockpit-wash');
}

/** Names of the heaviest, as far as none lies over another. */
export const NodeNames = memo(function NodeNames({ nodes, spots }: MarksProps): ReactNode {
  return [...named(nodes, spots, NAMES)].map((at) => (
    <NodeName key={nodes[at]?.key} node={nodes[at]} spot={spots[at]} look="fill-soft" />
  ));
});

interface NodeNameProps {
  readonly node: DrawnNode | undefined;
  readonly spot: Spot | undefined;
  readonly look: string;
}

export function NodeName({ node, spot, look }: NodeNameProps): ReactNode {
  if (node === undefined || spot === undefined) return undefined;
  const { label } = node;
  return (
    <text
      x={spot.x}
      y={spot.y + spot.r + 13}
      textAnchor="middle"
      paintOrder="stroke"
      strokeWidth="3"
      className={cx('stroke-card text-xs', look)}
    >
      {label.length > WIDEST_NAME ? `${label.slice(0, WIDEST_NAME - 1)}…` : label}
    </text>
  );
}
