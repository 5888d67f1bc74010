export type { ByHand, StoredTheme } from './model.ts';
export { mayCorrect } from './policy.ts';
export { themeRoutes } from './routes.ts';
export { takenTerms } from './rules.ts';
export { takeFound } from './service.ts';
export type { ThemesDeps } from './service.ts';
export { threadsByHand } from './store.ts';
