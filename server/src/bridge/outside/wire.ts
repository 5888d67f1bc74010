import { z } from 'zod';
import { Day, GivenOutside } from '#bridge/decisions/wire.ts';
import { Quote, Weight } from '#bridge/register/wire.ts';

/** Whatever somebody outside was left with of his link: of one that a letter cut in two he is told so. */
export const TokenParams = z.object({ token: z.string().min(1).max(300) });

export const AnswerOutside = GivenOutside;
export type AnswerOutside = z.output<typeof AnswerOutside>;

/** What somebody outside sees: this insight, and nothing else. */
export const OutsideView = z.object({
  workspace: z.string(),
  /** Who is asked. */
  name: z.string(),
  statement: z.string(),
  ask: z.string(),
  options: z.array(z.string()),
  due: Day.nullable(),
  /** The first day until which the answer may be put off. */
  tomorrow: Day,
  expiresAt: z.iso.datetime(),
  quotes: z.array(Quote),
  counters: z.array(Quote),
  weight: Weight,
});
export type OutsideView = z.output<typeof OutsideView>;
