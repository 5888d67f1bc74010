export type { Totp, TotpDeps } from './service.ts';
export { createTotp } from './service.ts';
export { totpRoutes } from './routes.ts';
