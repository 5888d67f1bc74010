import { z } from 'zod';
import { ACTS, STATES, VERDICTS } from './model.ts';

export type { Act, MandateState, Verdict } from './model.ts';

const Day = z.iso.date().refine((day) => day >= '2000-01-01' && day < '3000-01-01');
/** Ids inside of lists and slices; that they are known here is looked up. */
const Id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const ids = z.array(Id).max(50).readonly();
const SegmentName = z.union([Id, z.string().regex(/^[a-z_]{1,40}$/)]);

const Audience = z.object({ segment: SegmentName.optional(), channels: ids.default([]) });
const ProposalRule = z.object({
  channels: ids.default([]),
  labels: z.array(z.string().trim().min(1).max(80)).max(20).readonly().default([]),
  authors: ids.default([]),
});
export const Slice = z.strictObject({
  place: ids.optional(),
  channel: ids.optional(),
  segment: SegmentName.optional(),
  theme: ids.optional(),
  language: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(20)
    .readonly()
    .optional(),
  kind: z.enum(['question', 'other']).optional(),
});
export type Slice = z.output<typeof Slice>;
const Expectation = z.object({
  figure: z.string().min(1).max(60),
  slice: Slice.default({}),
  direction: z.enum(['up', 'down']),
  size: z.number().positive().max(1e9),
});
export type Expectation = z.output<typeof Expectation>;

const OpenTerms = z.object({
  intention: z.string().trim().min(1).max(300),
  audience: Audience.default({ channels: [] }),
  freedom: z.string().trim().min(1).max(2000),
  effortHours: z.number().positive().max(5000),
  fromDay: Day,
  untilDay: Day,
  rule: ProposalRule.default({ channels: [], labels: [], authors: [] }),
});

export const NewMandate = OpenTerms.extend({
  objectiveId: z.uuid(),
  hostId: z.uuid(),
  /** Null: there is nothing to prove. */
  expects: Expectation.nullable(),
});
export type NewMandate = z.output<typeof NewMandate>;

const Version = z.number().int().min(1);
const Text = z.string().trim().min(1).max(2000);

/** `version`: the one that was read; a mandate changed since is not written over. */
export const MandatePatch = NewMandate.extend({ version: Version });
export type MandatePatch = z.output<typeof MandatePatch>;

export const Step = z.object({ version: Version, text: Text.optional() });
export const Reasoned = z.object({ version: Version, text: Text });
/** The pilot's answer, with the terms as they are from now on where it changes them; what is expected stays. */
export const Answered = Reasoned.extend({ terms: OpenTerms.optional() });
export type Answered = z.output<typeof Answered>;
export const Judgement = Reasoned.extend({ verdict: z.enum(VERDICTS) });

export const MandateParams = z.object({ mandateId: z.uuid() });
export const MadeMandate = z.object({ id: z.uuid() });
export const Stepped = z.object({ state: z.enum(STATES), version: z.number().int() });

const list = <T extends z.ZodType>(of: T) =>
  z.union([of, z.array(of).max(20)]).transform((value) => (Array.isArray(value) ? value : [value]));

export const MandatesQuery = z.object({
  state: list(z.enum(STATES)).optional(),
  objective: z.uuid().optional(),
  host: z.uuid().optional(),
});
export type MandatesQuery = z.output<typeof MandatesQuery>;

const Person = z.object({ id: z.uuid(), name: z.string(), hasLeft: z.boolean() });
const Objective = z.object({ id: z.uuid(), title: z.string(), state: z.string() });

/** Minutes somebody wrote down, of so many acts; `unmeasured` acts say nothing of their minutes. */
const Spent = z.object({ minutes: z.number().int(), acts: z.number().int(), unmeasured: z.number().int() });

export const MandateCard = z.object({
  id: z.uuid(),
  intention: z.string(),
  state: z.enum(STATES),
  version: z.number().int(),
  objective: Objective,
  host: Person,
  fromDay: Day,
  untilDay: Day,
  effortHours: z.number(),
  spent: Spent,
  /** Whose turn it is. */
  waits: z.enum(['host', 'pilot']).nullable(),
  /** Its days are over and nobody said that it is done. */
  isOverdue: z.boolean(),
});
export type MandateCard = z.output<typeof MandateCard>;

export const MandateList = z.object({ items: z.array(MandateCard), can: z.object({ create: z.boolean() }) });
export type MandateList = z.output<typeof MandateList>;

const Named = z.object({ id: z.string(), name: z.string() });
const Channel = Named.extend({ place: z.string() });

/** What it said until a word changed it; `audience` and `rule` by ids, to be compared. */
export const FormerTerms = z.object({
  intention: z.string(),
  audience: Audience,
  freedom: z.string(),
  effortHours: z.number(),
  fromDay: z.string(),
  untilDay: z.string(),
  rule: ProposalRule,
});
export type FormerTerms = z.output<typeof FormerTerms>;

export const MandateWord = z.object({
  id: z.uuid(),
  by: Person,
  at: z.iso.datetime(),
  text: z.string(),
  /** What the mandate said until then, where it was changed with this word. */
  before: FormerTerms.nullable(),
});
export type MandateWord = z.output<typeof MandateWord>;

/** From the record: what happened to it. */
export const MandateEvent = z.object({
  number: z.number().int(),
  at: z.iso.datetime(),
  action: z.string(),
  who: z.string().nullable(),
});
export type MandateEvent = z.output<typeof MandateEvent>;

export const MandateView = MandateCard.extend({
  audience: z.object({ segment: z.string().nullable(), channels: z.array(Channel) }),
  freedom: z.string(),
  rule: z.object({ channels: z.array(Channel), labels: z.array(z.string()), authors: z.array(Named) }),
  expects: Expectation.nullable(),
  /** Of the expectation, as the record keeps it; null before it was given, or where nothing is expected. */
  fingerprint: z.string().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  /** The proof that judges it; null: the pilot does. */
  proofId: z.uuid().nullable(),
  madeBy: Person,
  madeAt: z.iso.datetime(),
  givenAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  words: z.array(MandateWord),
  events: z.array(MandateEvent),
  can: z.record(z.enum([...ACTS, 'change']), z.boolean()),
});
export type MandateView = z.output<typeof MandateView>;

/** What a mandate can name here. */
export const MandateParts = z.object({
  today: Day,
  objectives: z.array(Objective),
  hosts: z.array(Named),
  channels: z.array(Channel),
  /** Members of the team who wrote something. */
  authors: z.array(Named),
  /** Tags of threads, the most frequent first. */
  labels: z.array(z.string()),
});
export type MandateParts = z.output<typeof MandateParts>;
