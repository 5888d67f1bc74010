import { z } from 'zod';
import { Evidence } from '#bridge/evidence/wire.ts';
import { KINDS } from '#bridge/signals/wire.ts';
import { Author, When } from '#community/reading/wire.ts';
import { LACKS, STATES } from './model.ts';

export type { Evidence } from '#bridge/evidence/wire.ts';
export type { Lack, State } from './model.ts';

const Words = z.object({ fr: z.string(), en: z.string() });
const version = z.number().int();
const Text = (most: number) => z.string().trim().min(1).max(most);
const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '3000-01-01');

export const InsightParams = z.object({ insightId: z.uuid() });
export const CounterParams = z.object({ insightId: z.uuid(), evidenceId: z.uuid() });

/** With the signal it is made from, as it was read. */
export const NewInsight = z.object({
  statement: Text(400),
  signalId: z.uuid().optional(),
  version: version.optional(),
});
export type NewInsight = z.output<typeof NewInsight>;
export const MadeInsight = z.object({ id: z.uuid(), version });
export type MadeInsight = z.output<typeof MadeInsight>;

export const Outside = z.object({ name: Text(120), email: z.email().max(254) });

/** Absent: left as it is; null: cleared. `version`: the one that was read. */
export const InsightPatch = z.object({
  version,
  statement: Text(400).optional(),
  ask: Text(1000).nullable().optional(),
  options: z.array(Text(300)).max(6).optional(),
  words: z.array(Text(60)).max(12).optional(),
  themeId: z.uuid().nullable().optional(),
  objectiveId: z.uuid().nullable().optional(),
  ownerId: z.uuid().nullable().optional(),
  outside: Outside.nullable().optional(),
  due: Day.nullable().optional(),
});
export type InsightPatch = z.output<typeof InsightPatch>;
export const Changed = z.object({ version });
export const Submission = z.object({ version });
export const Removal = z.object({ version: z.coerce.number().int() });

export const Pointing = z.object({ messageId: z.uuid() });
export const KeptCounter = z.object({ id: z.uuid() });

export const BoardQuery = z.object({
  /** Only those that still take signals. */
  open: z.enum(['only']).optional(),
});

export const InsightLine = z.object({
  id: z.uuid(),
  statement: z.string(),
  state: z.enum(STATES),
  version,
  owner: z.string().nullable(),
  outside: z.boolean(),
  objective: z.string().nullable(),
  due: z.string().nullable(),
  /** Submitted, its day is past and nobody answered. */
  late: z.boolean(),
  /** A draft again, because whoever decides asked for more. */
  sentBack: z.boolean(),
  signals: z.number().int(),
  members: z.number().int(),
  channels: z.number().int(),
  counters: z.number().int(),
  madeAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type InsightLine = z.output<typeof InsightLine>;

export const InsightsView = z.object({
  items: z.array(InsightLine),
  can: z.object({ write: z.boolean(), submit: z.boolean() }),
});
export type InsightsView = z.output<typeof InsightsView>;

export const Weight = z.object({
  members: z.number().int(),
  staff: z.number().int(),
  messages: z.number().int(),
  channels: z.array(z.object({ place: z.string(), channel: z.string(), messages: z.number().int() })),
  from: z.string().nullable(),
  until: z.string().nullable(),
});
export type Weight = z.output<typeof Weight>;

/**
 * The traffic an insight is about: messages by members (not staff, not bots) that hold one of its words, from its first
 * evidence, and 90 days before its last one at least, to its last. Read: made evidence, or looked at from its page. Null
 * without words or evidence.
 */
export const Traffic = z.object({
  from: z.string(),
  until: z.string(),
  matching: z.number().int(),
  read: z.number().int(),
  /** Counting stopped: there are at least that many. */
  atLeast: z.boolean(),
});
export type Traffic = z.output<typeof Traffic>;

export const SignalOfInsight = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  line: z.string(),
  version,
  /** What the field was doing where it was heard. */
  mandate: z.object({ id: z.uuid(), intention: z.string() }).nullable(),
  raisedBy: z.string(),
  raisedAt: z.iso.datetime(),
  evidence: z.array(Evidence),
});
export type SignalOfInsight = z.output<typeof SignalOfInsight>;

const Named = z.object({ id: z.uuid(), name: z.string() });

export const InsightView = z.object({
  id: z.uuid(),
  statement: z.string(),
  state: z.enum(STATES),
  version,
  ask: z.string().nullable(),
  options: z.array(z.string()),
  words: z.array(z.string()),
  theme: z.object({ id: z.uuid(), name: Words }).nullable(),
  objective: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  owner: Named.extend({ hasLeft: z.boolean() }).nullable(),
  /** The address only for whoever may write. */
  outside: z.object({ name: z.string(), email: z.string().nullable() }).nullable(),
  due: z.string().nullable(),
  late: z.boolean(),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  /** What whoever decides asked before he would. */
  question: z.string().nullable(),
  signals: z.array(SignalOfInsight),
  counters: z.array(Evidence),
  weight: Weight,
  against: Weight,
  traffic: Traffic.nullable(),
  /** Words several of its evidences hold, to find its traffic by. */
  suggested: z.array(z.string()),
  /** What it lacks to be submitted. */
  lacks: z.array(z.enum(LACKS)),
  can: z.object({
    write: z.boolean(),
    gather: z.boolean(),
    submit: z.boolean(),
    remove: z.boolean(),
    name: z.boolean(),
  }),
});
export type InsightView = z.output<typeof InsightView>;

/** What an insight may be given: who may decide, objectives, themes. */
export const InsightParts = z.object({
  owners: z.array(Named),
  objectives: z.array(z.object({ id: z.uuid(), title: z.string() })),
  themes: z.array(z.object({ id: z.uuid(), name: Words })),
});
export type InsightParts = z.output<typeof InsightParts>;

export const UnreadQuery = z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) });
export const Unread = z.object({
  messageId: z.uuid(),
  threadId: z.uuid().nullable(),
  author: Author.pick({ name: true, erased: true }),
  place: z.string(),
  channel: z.string(),
  when: When,
  text: z.string(),
  language: z.string(),
});
export type Unread = z.output<typeof Unread>;
export const UnreadView = z.object({ items: z.array(Unread), traffic: Traffic.nullable() });
export type UnreadView = z.output<typeof UnreadView>;
