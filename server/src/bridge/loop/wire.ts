import { z } from 'zod';
import { LANGUAGES } from '#kernel/language.ts';

const Day = z.iso.date();
const Language = z.enum(LANGUAGES);
const Answer = z.enum(['yes', 'no', 'later']);
const AnswerGiven = z.enum(['yes', 'no', 'later', 'need_more']);

export const InsightParams = z.object({ insightId: z.uuid() });
export const MemberParams = z.object({ memberId: z.uuid() });
export const ToldParams = z.object({ insightId: z.uuid(), memberId: z.uuid() });

export const LoopList = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      statement: z.string(),
      answer: Answer,
      at: z.iso.datetime(),
      deliveredOn: Day.nullable(),
      /** Null: they tell of fewer members than the caller may know of. `left`: still to be told; `leftOut`: cannot be. */
      counts: z
        .object({ askers: z.number().int(), told: z.number().int(), left: z.number().int(), leftOut: z.number().int() })
        .nullable(),
    }),
  ),
  /** Of all that was ever decided: members who asked and were told, ÷ members who asked. */
  closure: z.object({ askers: z.number().int(), told: z.number().int() }).nullable(),
  /** Members told more than 30 days ago who wrote again within 30 days; `waiting`: their 30 days are not over. */
  cameBack: z.object({ told: z.number().int(), back: z.number().int(), waiting: z.number().int() }).nullable(),
  can: z.object({ tell: z.boolean() }),
});
export type LoopList = z.output<typeof LoopList>;

const AskedIn = z.object({
  /** Null: a message outside any thread. */
  threadId: z.uuid().nullable(),
  title: z.string().nullable(),
  place: z.string(),
  channel: z.string(),
  url: z.string().nullable(),
  /** In which to answer there. */
  language: Language,
});

export const LoopMember = z.object({
  id: z.uuid(),
  name: z.string(),
  threads: z.array(AskedIn),
  told: z.object({ at: z.iso.datetime(), by: z.string(), text: z.string().nullable(), language: Language }).nullable(),
  /** When he was told of something before this. */
  toldBefore: z.iso.datetime().nullable(),
  cameBack: z.boolean(),
});
export type LoopMember = z.output<typeof LoopMember>;

export const LoopView = z.object({
  id: z.uuid(),
  statement: z.string(),
  answer: Answer,
  until: Day.nullable(),
  reason: z.string(),
  at: z.iso.datetime(),
  delivered: z.object({ day: Day, text: z.string(), url: z.string().nullable() }).nullable(),
  members: z.array(LoopMember),
  leftOut: z.object({ erased: z.number().int(), optedOut: z.number().int(), placeGone: z.number().int() }),
  /** A prepared answer in each language; people change it before it is said. */
  prepared: z.object({ fr: z.string(), en: z.string() }),
  can: z.object({ tell: z.boolean() }),
});
export type LoopView = z.output<typeof LoopView>;

/** What a member said that came up, what became of it, and what he was told. */
export const HeardOfMember = z.object({
  /** He does not want to be told. */
  silent: z.boolean(),
  signals: z.array(
    z.object({
      id: z.uuid(),
      line: z.string(),
      state: z.enum(['raised', 'merged', 'dismissed']),
      raisedAt: z.iso.datetime(),
      insight: z.object({ id: z.uuid(), statement: z.string(), answer: AnswerGiven.nullable() }).nullable(),
    }),
  ),
  told: z.array(
    z.object({
      insight: z.object({ id: z.uuid(), statement: z.string() }),
      at: z.iso.datetime(),
      by: z.string(),
      delivered: z.boolean(),
    }),
  ),
  can: z.object({ silence: z.boolean() }),
});
export type HeardOfMember = z.output<typeof HeardOfMember>;

export const Tell = z.strictObject({
  memberId: z.uuid(),
  /** Where he was told; absent: elsewhere. */
  threadId: z.uuid().optional(),
  text: z.string().trim().min(1).max(4000),
  language: Language,
});
export type Tell = z.output<typeof Tell>;

export const ChooseSilence = z.strictObject({ silent: z.boolean() });
