import { z } from 'zod';
import { Password } from '#workspace/people/wire.ts';

export const ByPassword = z.strictObject({ password: Password });

/** The secret to type, or the same as a QR code holds it. Shown once. */
export const Enrolment = z.object({ secret: z.string(), uri: z.string() });
export type Enrolment = z.output<typeof Enrolment>;

export const Confirmation = z.strictObject({ code: z.string().trim().min(6).max(12) });

/** Each works once, in place of a code. Shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.output<typeof RecoveryCodes>;
