export { DRAW_FIGURE, drawNewcomers } from './service.ts';
export type { DrawDeps } from './service.ts';
export { drawnNames } from './store.ts';
