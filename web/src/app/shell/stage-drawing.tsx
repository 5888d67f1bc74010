import type { ReactNode } from 'react';
import { cx } from '#web/ui/cx.ts';
import type { Stage } from '../pages.ts';

/** How the rocket check finds a stage; `unjudged` until the check has answered, or where it has no traces to go by. */
export type StageState = 'present' | 'weak' | 'absent' | 'unjudged';

/** Outlines in a box of 20 by 100 that stretches to the height of the stage. */
const SHAPES = {
  cockpit: 'M10 1C15 17 17 34 17 99H3C3 34 5 17 10 1z',
  bridge: 'M3 1H17V99H3z',
  field: 'M3 1H17V74L19.500 99H0.500L3 74z',
} as const satisfies Readonly<Record<Stage, string>>;

const HUES = { cockpit: 'text-cockpit', bridge: 'text-bridge', field: 'text-field' } as const satisfies Readonly<
  Record<Stage, string>
>;

/** One stage of the rocket beside its pages: full, half or dashed as it was found, a bare outline while nothing is known. The words are said elsewhere. */
export function StageDrawing({ stage, state }: { readonly stage: Stage; readonly state: StageState }): ReactNode {
  const dashed = state === 'absent' || state === 'weak';
  return (
    <svg
      aria-hidden
      viewBox="0 0 20 100"
      preserveAspectRatio="none"
      className={cx('absolute top-1.5 left-1 h-[calc(100%-6px)] w-5', HUES[stage])}
    >
      <path
        d={SHAPES[stage]}
        fill={state === 'present' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={dashed ? '4 3' : undefined}
        vectorEffect="non-scaling-stroke"
      />
      {state === 'weak' && <rect x="3" y="50" width="14" height="49" fill="currentColor" />}
    </svg>
  );
}
