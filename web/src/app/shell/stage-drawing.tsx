import type { ReactNode } from 'react';
import { cx } from '#web/ui/cx.ts';
import type { Stage } from '../pages.ts';

/** How the rocket check finds a stage; `unjudged` until there is a check. */
export type StageState = 'present' | 'weak' | 'absent' | 'unjudged';

/** Outlines in a box of 20 by 100 that stretches to the height of the stage. */
const SHAPES = {
  cockpit: 'M10 1C16.5 17 19 34 19 99H1C1 34 3.500 17 10 1z',
  bridge: 'M1 1H19V99H1z',
  field: 'M1 1H19V82L19.500 99H0.500L1 82z',
} as const satisfies Readonly<Record<Stage, string>>;

const HUES = { cockpit: 'text-cockpit', bridge: 'text-bridge', field: 'text-field' } as const satisfies Readonly<
  Record<Stage, string>
>;

/** One stage of the rocket beside its pages: full, half or dashed as it was found. The words are said elsewhere. */
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
        fill={state === 'present' || state === 'unjudged' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={dashed ? '4 3' : undefined}
        vectorEffect="non-scaling-stroke"
      />
      {state === 'weak' && <rect x="1" y="50" width="18" height="49" fill="currentColor" />}
    </svg>
  );
}
