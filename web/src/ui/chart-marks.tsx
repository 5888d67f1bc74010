import type { ReactNode } from 'react';
import { acrossOf } from './chart-path.ts';
import type { Scale } from './chart-path.ts';

/** Something that happened at the `at`-th place of a line, under the number it has in the list beside it. */
export interface ChartMark {
  readonly at: number;
  readonly number: number;
}

interface ChartMarksProps {
  readonly marks: readonly ChartMark[];
  readonly count: number;
  readonly scale: Scale;
}

const RADIUS = 7.5;

/** A dotted upright line for each mark, its number at the foot; marks at one place stand above one another. */
export function ChartMarks({ marks, count, scale }: ChartMarksProps): ReactNode {
  return marks.map(({ at, number }, place) => {
    const above = marks.slice(0, place).filter((other) => other.at === at).length;
    const across = Math.min(Math.max(acrossOf(at, count, scale), RADIUS), scale.width - RADIUS);
    const foot = scale.height - RADIUS - 3 - above * (2 * RADIUS + 2);
    return (
      <g key={number} aria-hidden>
        {above === 0 && <path d={`M${across} 0V${scale.height}`} className="stroke-edge" strokeDasharray="1 3" />}
        <circle cx={across} cy={foot} r={RADIUS} className="fill-card stroke-edge" />
        <text x={across} y={foot + 3.5} textAnchor="middle" className="fill-soft text-xs font-semibold">
          {number}
        </text>
      </g>
    );
  });
}
