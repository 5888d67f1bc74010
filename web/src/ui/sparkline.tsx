import type { ReactNode } from 'react';
import { boundsOf, linePath } from './chart-path.ts';
import type { Series } from './chart-path.ts';

interface SparklineProps {
  readonly values: Series;
  /** Level to reach, drawn dashed. */
  readonly target?: number;
  readonly hue?: 'ink' | 'cockpit' | 'bridge' | 'field';
}

const HUES = { ink: 'stroke-ink', cockpit: 'stroke-cockpit', bridge: 'stroke-bridge', field: 'stroke-field' };
const BOX = { width: 240, height: 44 };

/** The course of a figure without axes: a drawing for the eye, hidden from readers; the sentence beside it speaks. */
export function Sparkline({ values, target, hue = 'ink' }: SparklineProps): ReactNode {
  const scale = { ...BOX, ...boundsOf([values, [target]], false) };
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="none"
      className="block h-11 w-full"
      fill="none"
    >
      {target !== undefined && (
        <path
          d={linePath([target, target], scale)}
          className="stroke-faint"
          strokeDasharray="2 4"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <path
        d={linePath(values, scale)}
        className={HUES[hue]}
        strokeWidth="1.6"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
