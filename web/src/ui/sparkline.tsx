import type { ReactNode } from 'react';
import { acrossOf, boundsOf, heightOf, linePath, linePaths } from './chart-path.ts';
import type { Partly, Scale, Series } from './chart-path.ts';
import { cx } from './cx.ts';

interface SparklineProps {
  readonly values: Series;
  /** Points of a part of their stretch only: dashed up to them, and the last one hollow. */
  readonly partly?: Partly;
  /** Level to reach, drawn dashed. */
  readonly target?: number;
  readonly hue?: 'ink' | 'cockpit' | 'bridge' | 'field';
  /** For a tile that has the room. */
  readonly tall?: boolean;
}

const HUES = { ink: 'stroke-ink', cockpit: 'stroke-cockpit', bridge: 'stroke-bridge', field: 'stroke-field' };
const BOX = { width: 240, height: 44, margin: 4 };
const NONE: Partly = [];

/** The course of a figure without axes: a drawing for the eye, hidden from readers; the sentence beside it speaks. */
export function Sparkline({ values, partly = NONE, target, hue = 'ink', tall = false }: SparklineProps): ReactNode {
  const scale = { ...BOX, ...boundsOf([values, [target]], false) };
  const { sure, unsure, dots } = linePaths(values, partly, scale);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="none"
      className={cx('block w-full overflow-visible', tall ? 'h-16' : 'h-11')}
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
        d={sure}
        className={HUES[hue]}
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={unsure}
        className={HUES[hue]}
        strokeWidth="1.6"
        strokeDasharray="3 3"
        vectorEffect="non-scaling-stroke"
      />
      <path d={dots} className={HUES[hue]} strokeWidth="4" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      <LastPoint values={values} isPartial={partly[values.length - 1] === true} hue={hue} scale={scale} />
    </svg>
  );
}

interface LastPointProps extends Pick<SparklineProps, 'values'> {
  readonly isPartial: boolean;
  readonly hue: keyof typeof HUES;
  readonly scale: Scale;
}

/** A ring where the last stretch is not over. Round caps of strokes without length stay round when the box stretches. */
function LastPoint({ values, isPartial, hue, scale }: LastPointProps): ReactNode {
  const last = values.at(-1);
  if (!isPartial || last === undefined) return undefined;
  const dot = `M${acrossOf(values.length - 1, values.length, scale)} ${heightOf(last, scale)}h0`;
  return (
    <>
      <path d={dot} className={HUES[hue]} strokeWidth="7" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      <path d={dot} className="stroke-card" strokeWidth="4" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
    </>
  );
}
