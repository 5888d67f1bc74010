export type { Session } from './model.ts';
export { cookie, readCookie } from './rules.ts';
export type { Begun, CookieHeader, Sessions, SessionsDeps, Visitor } from './service.ts';
export { createSessions } from './service.ts';
export { flagRenewal } from './store.ts';
export { sessionRoutes } from './routes.ts';
