export type { Difference, Verification } from './model.ts';
export { verifyFigures } from './service.ts';
