export type { Colleague, HouseTitle } from './model.ts';
export { mayGive, tidy } from './rules.ts';
export { insertColleague } from './store.ts';
export type { Team, TeamDeps } from './service.ts';
export { createTeam } from './service.ts';
export { teamRoutes } from './routes.ts';
