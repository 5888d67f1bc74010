export { valueRoutes } from './routes.ts';
export type { ValueRoomDeps } from './routes.ts';
export { createSums } from '#cockpit/value/sums/index.ts';
export { keepLine, keepScenario, keepSettings } from './service.ts';
export type { ValueDeps } from './service.ts';
export type { EventKind, Source, StreamId } from './model.ts';
export type { GivenRead as GivenInput } from './wire.ts';
