export type { Invitations, InvitationsDeps } from './service.ts';
export { createInvitations } from './service.ts';
export { invitationRoutes } from './routes.ts';
