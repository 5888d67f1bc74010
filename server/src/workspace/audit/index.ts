export type { AuditEvent, ChainCheck } from './model.ts';
export { record, verifyChain } from './service.ts';
export { auditRoutes } from './routes.ts';
