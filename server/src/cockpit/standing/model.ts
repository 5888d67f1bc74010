import type { BOUNDS, RHYTHM } from '#cockpit/figures/lifecycle/index.ts';

/** The bounds of the states and of a rhythm, in days; declared with the figures. */
export type Bounds = typeof BOUNDS;
export type Rhythm = typeof RHYTHM;
