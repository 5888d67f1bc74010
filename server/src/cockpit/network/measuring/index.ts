import { measureNetwork } from './rules.ts';

export { idOf, measureNetwork, personOf } from './rules.ts';
export type { Between, Bridge, Bundle, Group, Network, NetworkFacts, Packed } from './model.ts';

/** Measuring, as a task for a thread of its own. */
export const MEASURING = { module: new URL('rules.ts', import.meta.url), run: measureNetwork };
