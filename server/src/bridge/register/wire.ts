import { z } from 'zod';
import { AnswerName, Day } from '#bridge/decisions/wire.ts';
import { STANDINGS } from './model.ts';

export type { Standing } from './model.ts';

export const RowParams = z.object({ insightId: z.uuid() });

const Filter = z.object({
  /** Letters that stand in the statement or the ask. */
  q: z.string().trim().max(100).optional(),
  state: z.enum(STANDINGS).optional(),
  /** A colleague, or `outside` for whoever decides by a link. */
  owner: z.union([z.literal('outside'), z.uuid()]).optional(),
  objective: z.uuid().optional(),
  /** Days on which it was submitted: in, out. */
  from: Day.optional(),
  until: Day.optional(),
});
export const RegisterQuery = Filter.extend({
  after: z
    .string()
    .regex(/^-?\d{1,9}\/[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const ExportQuery = Filter;
export type RegisterFilter = z.output<typeof Filter>;

const Owner = z.union([
  z.object({ kind: z.literal('colleague'), id: z.uuid(), name: z.string(), hasLeft: z.boolean() }),
  z.object({ kind: z.literal('outside'), name: z.string() }),
]);

const Can = z.object({ decide: z.boolean(), deliver: z.boolean(), link: z.boolean(), handOver: z.boolean() });

export const RegisterRow = z.object({
  id: z.uuid(),
  statement: z.string(),
  ask: z.string().nullable(),
  standing: z.enum(STANDINGS),
  version: z.number().int(),
  owner: Owner.nullable(),
  objective: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** The day an answer is due: of an answer put off, the day until which. */
  due: Day.nullable(),
  submittedAt: z.iso.datetime(),
  /** The last answer; null before the first. */
  last: z
    .object({
      answer: AnswerName,
      until: Day.nullable(),
      option: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
    })
    .nullable(),
  deliveredOn: Day.nullable(),
  /** Days from submission to the first yes, no or later; while none was given, to now. Null: sent back, nobody is asked. */
  days: z.number().nullable(),
  /** False: `days` still grows. */
  isDecided: z.boolean(),
  /** Distinct members who asked; null: fewer than the caller may know of. */
  askers: z.number().int().nullable(),
  /** How many of those who can be told still are to be. Null before anything is decided, or as above. */
  toTell: z.number().int().nullable(),
  can: Can,
});
export type RegisterRow = z.output<typeof RegisterRow>;

export const Register = z.object({
  items: z.array(RegisterRow),
  next: z.string().optional(),
  /** How many stand where, whatever the filter says of the state. */
  counts: z.record(z.enum(STANDINGS), z.number().int()),
  /** Who was asked to decide something here. */
  owners: z.array(z.object({ id: z.string(), name: z.string() })),
  objectives: z.array(z.object({ id: z.uuid(), title: z.string() })),
});
export type Register = z.output<typeof Register>;

/** What a member wrote, without his name. */
export const Quote = z.object({
  text: z.string(),
  place: z.string(),
  channel: z.string(),
  at: z.iso.datetime().nullable(),
  day: Day.nullable(),
});

export const Weight = z.object({
  /** Null: fewer than may be known of. */
  members: z.number().int().nullable(),
  messages: z.number().int(),
  /** From how many members on a number may be shown to everybody. */
  k: z.number().int(),
});

export const DecisionView = RegisterRow.extend({
  options: z.array(z.string()),
  quotes: z.array(Quote),
  /** What members wrote that says otherwise. */
  counters: z.array(Quote),
  weight: Weight,
  /** Answers before the last one, newest first. */
  before: z.array(RegisterRow.shape.last.unwrap()),
  deliveries: z.array(
    z.object({ day: Day, text: z.string(), url: z.string().nullable(), by: z.string(), at: z.iso.datetime() }),
  ),
  /** The link that opens it from outside now. */
  link: z.object({ expiresAt: z.iso.datetime() }).nullable(),
});
export type DecisionView = z.output<typeof DecisionView>;
