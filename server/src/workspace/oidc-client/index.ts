export type { Checks, Claims, OidcSettings } from './model.ts';
export type { OidcClient, OidcClientDeps } from './service.ts';
export { createOidcClient } from './service.ts';
