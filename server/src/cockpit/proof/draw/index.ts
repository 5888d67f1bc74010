export { DRAW_FIGURE, drawNewcomers, drawnNames, drawOf } from './service.ts';
export type { DrawDeps } from './service.ts';
export type { Drawing } from './model.ts';
