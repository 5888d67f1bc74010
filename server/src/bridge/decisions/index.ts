export type { Answer, Course, Decider, Given, InsightState } from './model.ts';
export type { DecideCode } from './rules.ts';
export { afterTelling, hasNews, waits } from './rules.ts';
export type { Abilities } from './policy.ts';
export { abilities } from './policy.ts';
export { courseForUpdate, moveInsight } from './store.ts';
export type { DecisionsDeps } from './service.ts';
export { answerInsight } from './service.ts';
export { decisionRoutes } from './routes.ts';
