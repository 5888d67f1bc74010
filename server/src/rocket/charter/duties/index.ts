export { CHARTER_STAGES, LETTERS, RESPONSIBILITIES } from './model.ts';
export type { CharterStage, Letter, Responsibility } from './model.ts';
