import { z } from 'zod';
import { Token } from '#workspace/people/wire.ts';
import type { OidcCode } from './model.ts';

export type { OidcCode } from './model.ts';

/** `return` is an address of this house; `invitation` the token of an invitation to take up on coming back. */
export const StartQuery = z.object({ return: z.string().max(2_000).optional(), invitation: Token.optional() });
export type StartQuery = z.input<typeof StartQuery>;

/** What the address of the sign-in page says when somebody comes back without being signed in. */
export interface SignInSearch {
  readonly problem: OidcCode;
}
