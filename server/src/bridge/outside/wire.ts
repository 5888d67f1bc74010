import { z } from 'zod';
import { Day, GivenOutside } from '#bridge/decisions/wire.ts';
import { Quote, Weight } from '#bridge/register/wire.ts';
import { Token } from '#workspace/people/wire.ts';

export const TokenParams = z.object({ token: Token });

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
