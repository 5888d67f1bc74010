import { z } from 'zod';
import { Token } from '#workspace/people/wire.ts';

/** `return` is an address of this house; `invitation` the token of an invitation to take up on coming back. */
export const StartQuery = z.object({ return: z.string().max(2_000).optional(), invitation: Token.optional() });
