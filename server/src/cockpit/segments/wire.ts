import { z } from 'zod';
import type { Rule as OpenRule } from './model.ts';
import { STATES } from './model.ts';

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
  z.strictObject({
    is: z.literal('kind'),
    kinds: z
      .array(z.enum(['person', 'staff', 'bot']))
      .min(1)
      .max(3),
  }),
]);

/**
 * Groups one level above what they hold: built by hand so deep, so no rule can be deeper. Each level has a name, by which
 * the description of the API tells it once: told wherever it is held, four levels fill a book.
 */
const over = <T extends z.ZodType>(below: T, height: number) => {
  const one = below.meta({ id: height === 1 ? 'SegmentCondition' : `SegmentRule${height - 1}` });
  return z.union([
    one,
    z.strictObject({ is: z.literal('all'), rules: z.array(one).min(1).max(MOST_CONDITIONS) }),
    z.strictObject({ is: z.literal('any'), rules: z.array(one).min(1).max(MOST_CONDITIONS) }),
    z.strictObject({ is: z.literal('not'), rule: one }),
  ]);
};

/** A condition, or groups of them, four deep and twenty conditions at most. */
export const Rule: z.ZodType<OpenRule> = over(over(over(over(Condition, 1), 2), 3), 4).refine(
  (rule) => conditionsIn(rule) <= MOST_CONDITIONS,
);
export type { Condition, Rule as SegmentRule, State, Within } from './model.ts';

function conditionsIn(rule: OpenRule): number {
  if (rule.is === 'not') return conditionsIn(rule.rule);
  if (rule.is !== 'all' && rule.is !== 'any') return 1;
  return rule.rules.reduce((sum, one) => sum + conditionsIn(one), 0);
}

const Name = z.string().trim().min(1).max(80);
const Words = z.object({ fr: z.string(), en: z.string() });

export const SegmentParams = z.object({ segmentId: z.string().max(60) });
export const SavedParams = z.object({ segmentId: z.uuid() });

export const NewSegment = z.strictObject({ name: Name, rule: Rule, shared: z.boolean() });
export type NewSegment = z.output<typeof NewSegment>;

/** `version`: the one that was read; a segment changed since is not written over. */
export const SegmentPatch = z.strictObject({
  version: z.number().int(),
  name: Name.optional(),
  rule: Rule.optional(),
  shared: z.boolean().optional(),
});
export type SegmentPatch = z.output<typeof SegmentPatch>;

export const PresetView = z.object({ id: z.string(), name: Words, definition: Words, rule: Rule });
export type PresetView = z.output<typeof PresetView>;

export const SegmentView = z.object({
  id: z.uuid(),
  name: z.string(),
  rule: Rule,
  shared: z.boolean(),
  owner: z.string(),
  version: z.number().int(),
  changedAt: z.iso.datetime(),
  can: z.object({ edit: z.boolean() }),
});
export type SegmentView = z.output<typeof SegmentView>;

export const SegmentList = z.object({
  presets: z.array(PresetView),
  /** Those everybody shares and the caller's own. */
  items: z.array(SegmentView),
  can: z.object({ create: z.boolean(), seeMembers: z.boolean() }),
});
export type SegmentList = z.output<typeof SegmentList>;

/** `asOf`: the day before which everything was seen, and which is the day after the newest contribution. */
const Size = z.object({
  asOf: Day,
  /** Null: a few, or all but a few, and the caller may not see numbers of a few (`k`). */
  members: z.number().int().nullable(),
  /** How many of them are persons, whom figures are about. */
  persons: z.number().int().nullable(),
  /** All members there are. */
  everybody: z.number().int(),
  k: z.number().int(),
});
export const SegmentSize = Size;
export type SegmentSize = z.output<typeof SegmentSize>;

export const SegmentMember = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['person', 'staff', 'bot']),
  erased: z.boolean(),
  contributions: z.number().int(),
  first: Day.nullable(),
  last: Day.nullable(),
});
export type SegmentMember = z.output<typeof SegmentMember>;

export const MembersQuery = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MembersQuery = z.output<typeof MembersQuery>;

/** Members, whoever contributed last first. */
export const SegmentMembers = Size.extend({
  id: z.string(),
  name: Words,
  items: z.array(SegmentMember),
});
export type SegmentMembers = z.output<typeof SegmentMembers>;

export const MadeSegment = z.object({ id: z.uuid() });

export const AskedRule = z.strictObject({ rule: Rule });

export const SegmentPreview = Size.extend({ items: z.array(SegmentMember) });
export type SegmentPreview = z.output<typeof SegmentPreview>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/** What rules can name in this workspace. */
export const RuleParts = z.object({
  places: z.array(Named),
  channels: z.array(Named.extend({ place: z.string() })),
  themes: z.array(z.object({ id: z.uuid(), name: Words })),
  organisations: z.array(z.string()),
});
export type RuleParts = z.output<typeof RuleParts>;
