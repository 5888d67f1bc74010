import { z } from 'zod';

export const LettersView = z.object({
  /** Whom letters are from; null: this installation sends none. */
  from: z.string().nullable(),
  /** Letters of the last 30 days that could not be sent. */
  failed: z.number().int(),
  /** Whether the caller gets the weekly letter. */
  digest: z.boolean(),
});
export type LettersView = z.output<typeof LettersView>;

export const ChooseLetters = z.strictObject({ digest: z.boolean() });
export type ChooseLetters = z.output<typeof ChooseLetters>;
