import type { LifecycleState } from '#cockpit/figures/lifecycle/wire.ts';

/** Every state, from the foot of a column upwards. */
export const STATES = [
  'core',
  'active',
  'returned',
  'new',
  'fading',
  'dormant',
  'gone',
] as const satisfies readonly LifecycleState[];

/** Those of people who may still be met. */
export const NEAR: readonly LifecycleState[] = ['core', 'active', 'returned', 'new', 'fading'];

export const FILLS: Readonly<Record<LifecycleState, string>> = {
  core: 'fill-cockpit',
  active: 'fill-cockpit/55',
  returned: 'fill-bridge',
  new: 'fill-field',
  fading: 'fill-late/60',
  dormant: 'fill-faint',
  gone: 'fill-faint/35',
};

export const MARKS: Readonly<Record<LifecycleState, string>> = {
  core: 'bg-cockpit',
  active: 'bg-cockpit/55',
  returned: 'bg-bridge',
  new: 'bg-field',
  fading: 'bg-late/60',
  dormant: 'bg-faint',
  gone: 'bg-faint/35',
};
