export type { Awaited, LiveObjective } from './service.ts';
export { awaiting, liveObjectives } from './service.ts';
