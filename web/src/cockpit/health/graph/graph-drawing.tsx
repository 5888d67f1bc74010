import { useMemo, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { cx } from '#web/ui/cx.ts';
import { useWidth } from '#web/ui/use-width.ts';
import type { DrawnNode, DrawnTie, Spot } from './drawing.ts';
import { nearest, spotsOf } from './drawing.ts';
import { NodeMarks, NodeName, NodeNames, TieArrows, TieStripes } from './graph-marks.tsx';
import type { Places } from './layout.ts';

interface GraphDrawingProps {
  /** What is seen, in words. */
  readonly label: string;
  /** Nodes, ties and places stay the same objects while nothing is new: what rests is not drawn again. */
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

/** Things and their ties. What the pointer does here, the list beside does by keyboard. */
export function GraphDrawing(props: GraphDrawingProps): ReactNode {
  const { label, nodes, ties, places, largest, active, onPoint, onOpen } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [isPointing, setIsPointing] = useState(false);
  const spots = useMemo(
    () => (width === 0 ? [] : spotsOf(nodes, places, { width, height: HEIGHT, largest })),
    [nodes, places, width, largest],
  );
  const at = active === undefined ? -1 : nodes.findIndex(({ key }) => key === active);
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
        {/* Pointing at something leaves its own ties in sight. */}
        <g className={at === -1 ? 'opacity-45' : 'opacity-20'}>
          <Ties ties={ties} spots={spots} look="stroke-edge" />
        </g>
        {at !== -1 && <ActiveTies ties={ties} spots={spots} at={at} />}
        <NodeMarks nodes={nodes} spots={spots} />
        <NodeNames nodes={nodes} spots={spots} />
        {at !== -1 && <ActiveNode node={nodes[at]} spot={spots[at]} />}
      </svg>
    </div>
  );
}

interface TiesProps {
  readonly ties: readonly DrawnTie[];
  readonly spots: readonly Spot[];
  readonly look: string;
}

function Ties({ ties, ...rest }: TiesProps): ReactNode {
  const isLed = ties.some(({ leads }) => leads !== undefined);
  return isLed ? <TieArrows ties={ties} {...rest} /> : <TieStripes ties={ties} {...rest} />;
}

interface ActiveTiesProps extends Omit<TiesProps, 'look'> {
  readonly at: number;
}

/** Of whom one points at, over those of all. */
function ActiveTies({ ties, spots, at }: ActiveTiesProps): ReactNode {
  const own = ties.filter(({ one, other }) => one === at || other === at);
  return <Ties ties={own} spots={spots} look="stroke-cockpit" />;
}

interface ActiveNodeProps {
  readonly node: DrawnNode | undefined;
  readonly spot: Spot | undefined;
}

function ActiveNode({ node, spot }: ActiveNodeProps): ReactNode {
  if (spot === undefined) return undefined;
  return (
    <>
      <circle cx={spot.x} cy={spot.y} r={spot.r + 3.5} className="stroke-ink" strokeWidth="1.5" />
      <NodeName node={node} spot={spot} look="fill-ink font-semibold" />
    </>
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
