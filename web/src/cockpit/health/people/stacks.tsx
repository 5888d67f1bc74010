import type { ReactNode } from 'react';
import { useWidth } from '#web/ui/use-width.ts';

/** One layer of a column: how much, and the class that gives it its colour. */
export interface Layer {
  readonly id: string;
  readonly fill: string;
  readonly value: number;
}

export interface Stack {
  readonly place: string;
  /** From the line of zero upwards, and downwards. */
  readonly above: readonly Layer[];
  readonly below?: readonly Layer[];
  /** All of it in words. */
  readonly title: string;
  readonly partial?: boolean;
}

interface StacksProps {
  readonly label: string;
  readonly stacks: readonly Stack[];
  readonly show: (value: number) => string;
}

const HEIGHT = 208;

const sumOf = (layers: readonly Layer[] = []): number => layers.reduce((sum, { value }) => sum + value, 0);

/** Columns of layers above a line of zero and, where something was lost, below it. */
export function Stacks({ label, stacks, show }: StacksProps): ReactNode {
  const [frame, width] = useWidth<HTMLDivElement>();
  const most = Math.max(1, ...stacks.map(({ above }) => sumOf(above)));
  const least = Math.max(0, ...stacks.map(({ below }) => sumOf(below)));
  const unit = HEIGHT / (most + least);
  const room = width / Math.max(1, stacks.length);
  const thick = Math.max(1, Math.min(40, room * 0.74));
  return (
    <div>
      <div className="text-xs text-faint">{show(most)}</div>
      <div ref={frame} className="relative h-52">
        <svg role="img" aria-label={label} width={width} height={HEIGHT} className="absolute inset-0 overflow-visible">
          {stacks.map((stack, at) => (
            <g key={stack.place} opacity={stack.partial === true ? 0.55 : 1}>
              <title>{stack.title}</title>
              {layersOf(stack, most * unit, unit).map(({ id, fill, top, height }) => (
                <rect
                  key={id}
                  x={at * room + (room - thick) / 2}
                  y={top}
                  width={thick}
                  height={height}
                  className={fill}
                />
              ))}
            </g>
          ))}
          <path d={`M0 ${most * unit}H${width}`} className="stroke-line" />
        </svg>
      </div>
      <div className="flex justify-between pt-0.5 text-xs text-faint">
        <span>{stacks[0]?.place}</span>
        {stacks.length > 1 && <span>{stacks.at(-1)?.place}</span>}
      </div>
    </div>
  );
}

/** Where each layer lies, in pixels from the top. */
function layersOf({ above, below = [] }: Stack, zero: number, unit: number) {
  let [top, foot] = [zero, zero];
  const placed = above.map(({ id, fill, value }) => {
    top -= value * unit;
    return { id, fill, top, height: value * unit };
  });
  const hanging = below.map(({ id, fill, value }) => {
    foot += value * unit;
    return { id, fill, top: foot - value * unit, height: value * unit };
  });
  return [...placed, ...hanging];
}
