export type { Space } from './model.ts';
export { isZone } from './rules.ts';
export type { NewSpace, SeatedSpace, Spaces, SpacesDeps } from './service.ts';
export { createSpaces, openSpace } from './service.ts';
export { spaceRoutes } from './routes.ts';
