import type { ReactNode } from 'react';
import type { MoneySpread } from '#cockpit/value/results/wire.ts';

/** From where to where bars that stand together are drawn. */
export interface Scale {
  readonly from: number;
  readonly until: number;
}

/** Room for all of them, and for nothing at all. */
export function scaleOf(spreads: readonly Pick<MoneySpread, 'p05' | 'p95'>[]): Scale {
  const ends = [0, ...spreads.flatMap(({ p05, p95 }) => [p05, p95])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const margin = (high - low) * 0.03 || 1;
  return { from: low - margin, until: high + margin };
}

interface RangeBarProps {
  readonly spread: MoneySpread;
  readonly scale: Scale;
  readonly tall?: boolean;
}

/** Nine times in ten thin, eight in ten thick, the middle a mark, nothing a line. For the eye: words beside it say the same. */
export function RangeBar({ spread, scale, tall = false }: RangeBarProps): ReactNode {
  const at = (value: number): number => Math.round(((value - scale.from) / (scale.until - scale.from)) * 1000);
  const { p05, p10, p50, p90, p95 } = spread;
  const hue = p50 >= 0 ? 'fill-cockpit' : 'fill-late';
  const [height, thick] = tall ? [40, 18] : [20, 10];
  const middle = height / 2;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      className={tall ? 'block h-10 w-full' : 'block h-5 w-full'}
    >
      <rect
        x={at(p05)}
        y={middle - 1.5}
        width={Math.max(2, at(p95) - at(p05))}
        height="3"
        className={`${hue} opacity-60`}
      />
      <rect
        x={at(p10)}
        y={middle - thick / 2}
        width={Math.max(3, at(p90) - at(p10))}
        height={thick}
        className={`${hue} opacity-40`}
      />
      <rect x={at(p50) - 2} y={middle - thick / 2 - 3} width="4" height={thick + 6} className={hue} />
      <rect x={at(0) - 0.75} y="0" width="1.5" height={height} className="fill-ink" />
    </svg>
  );
}
