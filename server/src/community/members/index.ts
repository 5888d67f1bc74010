export { memberRoutes } from './routes.ts';
export type { MembersDeps } from './service.ts';
export { closedTo, setStaffRules } from './service.ts';
export { applyStaffRules, lockMember, recountIdentities } from './store.ts';
