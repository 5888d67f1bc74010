export type { Oidc, OidcDeps } from './service.ts';
export { createOidc } from './service.ts';
export { oidcRoutes } from './routes.ts';
