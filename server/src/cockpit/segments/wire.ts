import { z } from 'zod';
import type { Rule as OpenRule } from './model.ts';
import { STATES } from './model.ts';

const DEEPEST = 3;
const MOST_CONDITIONS = 20;

const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '3000-01-01');
const Within = z.union([
  z.strictObject({ last: z.number().int().min(1).max(3660) }),
  z
    .strictObject({ from: Day.nullable(), until: Day.nullable() })
    .refine(({ from, until }) => from === null || until === null || from < until, { path: ['until'] }),
]);

const ids = z.array(z.uuid()).min(1).max(50);
const count = z.number().int().min(0).max(100_000);

const Condition = z.discriminatedUnion('is', [
  z
    .strictObject({ is: z.literal('activity'), how: z.enum(['at_least', 'at_most']), count, within: Within })
    .refine(({ how, count: n }) => how === 'at_most' || n > 0, { path: ['count'] }),
  z.strictObject({ is: z.literal('answered'), people: z.number().int().min(1).max(100_000), within: Within }),
  z.strictObject({ is: z.literal('state'), states: z.array(z.enum(STATES)).min(1).max(STATES.length) }),
  z.strictObject({ is: z.literal('first'), within: Within }),
  z.strictObject({ is: z.literal('last'), within: Within }),
  z.strictObject({ is: z.literal('place'), places: ids }),
  z.strictObject({ is: z.literal('channel'), channels: ids }),
  z.strictObject({ is: z.literal('theme'), themes: ids }),
  z.strictObject({
    is: z.literal('affiliation'),
    organisations: z.array(z.string().trim().min(1).max(120)).min(1).max(50),
  }),
  z.strictObject({ is: z.literal('kind'), kinds: z.array(z.enum(['person', 'staff', 'bot'])).min(1).max(3) }),
]);

/** Groups one level above what they hold: built by hand so deep, so no rule can be deeper. */
const over = <T extends z.ZodType>(below: T) =>
  z.union([
    below,
    z.strictObject({ is: z.literal('all'), rules: z.array(below).min(1).max(MOST_CONDITIONS) }),
    z.strictObject({ is: z.literal('any'), rules: z.array(below).min(1).max(MOST_CONDITIONS) }),
    z.strictObject({ is: z.literal('not'), rule: below }),
  ]);

/** A condition, or groups of them, three deep and twenty conditions at most. */
export const Rule = over(over(over(Condition))).refine((rule) => conditionsIn(rule) <= MOST_CONDITIONS);
export type Rule = z.output<typeof Rule>;
export const RULE_BOUNDS = { depth: DEEPEST, conditions: MOST_CONDITIONS };

function conditionsIn(rule: OpenRule): number {
  if (rule.is === 'not') return conditionsIn(rule.rule);
  if (rule.is !== 'all' && rule.is !== 'any') return 1;
  return rule.rules.reduce((sum, one) => sum + conditionsIn(one), 0);
}
