import { z } from 'zod';
import { FUNCTIONS } from '#kernel/actor.ts';
import { Email, Functions, Language, Password, PersonName, Title, Token } from '#workspace/people/wire.ts';

export const NewInvitation = z.strictObject({ email: Email, functions: Functions, title: Title.optional() });
export type NewInvitation = z.output<typeof NewInvitation>;

/** The token is shown once; the link to hand over is `/invitation/<token>`. */
export const MadeInvitation = z.object({ id: z.string(), token: z.string() });
export type MadeInvitation = z.output<typeof MadeInvitation>;

export const InvitationsPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      functions: z.array(z.enum(FUNCTIONS)),
      title: z.string().optional(),
      inviterName: z.string(),
      createdAt: z.string(),
      expiresAt: z.string(),
    }),
  ),
});
export type InvitationsPage = z.output<typeof InvitationsPage>;

export const InvitationParams = z.object({ invitationId: z.uuid() });
export const TokenParams = z.object({ token: Token });

export const InvitationPreview = z.object({
  workspaceName: z.string(),
  inviterName: z.string(),
  email: z.string(),
  functions: z.array(z.enum(FUNCTIONS)),
  title: z.string().optional(),
  expiresAt: z.string(),
  /** The invited person signs in first instead of giving a name and a password. */
  hasAccount: z.boolean(),
});
export type InvitationPreview = z.output<typeof InvitationPreview>;

/** Empty for somebody who is signed in. */
export const AcceptInvitation = z.strictObject({
  newcomer: z.strictObject({ name: PersonName, password: Password, language: Language }).optional(),
});
export type AcceptInvitation = z.output<typeof AcceptInvitation>;
