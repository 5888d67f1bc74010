export type { AuditEvent, ChainCheck } from './model.ts';
export type { Since } from './service.ts';
export { changedSince, record, verifyChain } from './service.ts';
export { auditRoutes } from './routes.ts';
