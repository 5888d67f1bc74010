import { useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { cx } from '#web/ui/cx.ts';
import { useWidth } from '#web/ui/use-width.ts';
import type { DrawnNode, DrawnTie, Spot } from './drawing.ts';
import { named, nearest, spotsOf } from './drawing.ts';
import type { Places } from './layout.ts';

interface GraphDrawingProps {
  /** What is seen, in words. */
  readonly label: string;
  readonly nodes: readonly DrawnNode[];
  readonly ties: readonly DrawnTie[];
  readonly places: Places;
  /** The radius of the heaviest node. */
  readonly largest: number;
  /** The node that the list beside points at. */
  readonly active: string | undefined;
  readonly onPoint: (key: string | undefined) => void;
  readonly onOpen: (key: string) => void;
}

const HEIGHT = 400;
const NAMES = 12;

/** Things and their ties. What the pointer does here, the list beside does by keyboard. */
export function GraphDrawing(props: GraphDrawingProps): ReactNode {
  const { label, nodes, ties, places, largest, active, onPoint, onOpen } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [isPointing, setIsPointing] = useState(false);
  const spots = spotsOf(nodes, places, { width, height: HEIGHT, largest });
  const at = nodes.findIndex(({ key }) => key === active);
  const follow = (event: PointerEvent): string | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    const found = nearest(spots, event.clientX - box.left, event.clientY - box.top);
    setIsPointing(found !== undefined);
    return found === undefined ? undefined : nodes[found]?.key;
  };
  return (
    <div
      ref={frame}
      className={cx('relative overflow-hidden', isPointing && 'cursor-pointer')}
      style={{ height: HEIGHT }}
      onPointerMove={(event) => onPoint(follow(event))}
      onPointerLeave={() => onPoint(undefined)}
      onPointerUp={(event) => {
        const key = follow(event);
        if (key !== undefined) onOpen(key);
      }}
    >
      <svg role="img" aria-label={label} width={width} height={HEIGHT} className="absolute inset-0" fill="none">
        <Arrow />
        {ties.map((tie) => (
          <TieLine key={`${tie.one} ${tie.other}`} tie={tie} spots={spots} active={at} />
        ))}
        {nodes.map((node, place) => (
          <NodeMark key={node.key} node={node} spot={spots[place]} isActive={place === at} />
        ))}
        <Names nodes={nodes} spots={spots} active={at} />
      </svg>
    </div>
  );
}

function Arrow(): ReactNode {
  return (
    <defs>
      <marker
        id="graph-arrow"
        viewBox="0 0 6 6"
        refX="5"
        refY="3"
        markerUnits="userSpaceOnUse"
        markerWidth="7"
        markerHeight="7"
        orient="auto-start-reverse"
      >
        <path d="M0 0L6 3L0 6z" className="fill-edge" />
      </marker>
    </defs>
  );
}

interface TieLineProps {
  readonly tie: DrawnTie;
  readonly spots: readonly Spot[];
  /** The node pointed at; -1: none. */
  readonly active: number;
}

function TieLine({ tie: { one, other, weight, leads }, spots, active }: TieLineProps): ReactNode {
  const [from, to] = [spots[one], spots[other]];
  if (from === undefined || to === undefined) return undefined;
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const isActive = active === one || active === other;
  return (
    <line
      x1={from.x + x * (from.r + 2)}
      y1={from.y + y * (from.r + 2)}
      x2={to.x - x * (to.r + 2)}
      y2={to.y - y * (to.r + 2)}
      strokeWidth={0.6 + 2.6 * weight}
      markerEnd={arrowOf(leads, 'to')}
      markerStart={arrowOf(leads, 'from')}
      className={lookOf(isActive, active === -1)}
    />
  );
}

function arrowOf(leads: DrawnTie['leads'], end: 'to' | 'from'): string | undefined {
  return leads === end || leads === 'both' ? 'url(#graph-arrow)' : undefined;
}

/** Pointing at something leaves its own ties in sight. */
function lookOf(isActive: boolean, isNothingActive: boolean): string {
  if (isActive) return 'stroke-cockpit';
  return isNothingActive ? 'stroke-edge opacity-45' : 'stroke-edge opacity-20';
}

interface NodeMarkProps {
  readonly node: DrawnNode;
  readonly spot: Spot | undefined;
  readonly isActive: boolean;
}

function NodeMark({ node: { mark }, spot, isActive }: NodeMarkProps): ReactNode {
  if (spot === undefined) return undefined;
  const { x, y, r } = spot;
  return (
    <>
      {(mark === 'bridge' || isActive) && (
        <circle cx={x} cy={y} r={r + 3.5} className={isActive ? 'stroke-ink' : 'stroke-bridge'} strokeWidth="1.5" />
      )}
      <circle
        cx={x}
        cy={y}
        r={r}
        strokeWidth="1.5"
        strokeDasharray={mark === 'newcomer' ? '2.5 2' : undefined}
        className={
          mark === 'newcomer'
            ? 'fill-card stroke-field'
            : cx('stroke-cockpit', mark === 'middle' ? 'fill-cockpit' : 'fill-cockpit-wash')
        }
      />
    </>
  );
}

interface NamesProps {
  readonly nodes: readonly DrawnNode[];
  readonly spots: readonly Spot[];
  readonly active: number;
}

function Names({ nodes, spots, active }: NamesProps): ReactNode {
  const shown = new Set(named(nodes, spots, NAMES));
  if (active >= 0) shown.add(active);
  return [...shown].map((at) => {
    const [node, spot] = [nodes[at], spots[at]];
    if (node === undefined || spot === undefined) return undefined;
    const text = node.label.length > 24 ? `${node.label.slice(0, 23)}…` : node.label;
    return (
      <text
        key={node.key}
        x={spot.x}
        y={spot.y + spot.r + 13}
        textAnchor="middle"
        paintOrder="stroke"
        strokeWidth="3"
        className={cx('stroke-card text-xs', at === active ? 'fill-ink font-semibold' : 'fill-soft')}
      >
        {text}
      </text>
    );
  });
}
