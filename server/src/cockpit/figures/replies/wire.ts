import { z } from 'zod';

const Count = z.number().int();

/** After `seconds`, the share of threads that were answered, with its pointwise interval, and how many still waited. */
const CurveStep = z.object({
  seconds: z.number(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
  waiting: Count,
});

/** How long threads wait for their first reply: of anybody, of a member, of staff, whoever was first. */
export const AnswerTimes = z.object({
  kind: z.literal('answer_times'),
  threads: Count,
  /** Still without a reply at the end of observation: they count for as long as they were watched. */
  unanswered: Count,
  /** The longest time any thread was watched, in seconds: curves end there. */
  longest: z.number(),
  curves: z.array(
    z.object({ who: z.enum(['anyone', 'members', 'staff']), answered: Count, steps: z.array(CurveStep) }),
  ),
});
export type AnswerTimes = z.output<typeof AnswerTimes>;

/** Questions without a reply, by how long they have been waiting; the threads themselves are a list of their own. */
export const Unanswered = z.object({
  kind: z.literal('unanswered'),
  total: Count,
  /** `days`: waiting for less than so many days, and for as many as the class before; null: the rest. */
  ages: z.array(z.object({ days: Count.nullable(), threads: Count })),
});
export type Unanswered = z.output<typeof Unanswered>;

/** Who gave the first reply, along time. */
export const FirstRepliers = z.object({
  kind: z.literal('first_repliers'),
  bucket: z.enum(['week', 'month']),
  points: z.array(
    z.object({
      from: z.iso.date(),
      until: z.iso.date(),
      /** Shorter than a whole week or month, or sticking out of what was watched. */
      partial: z.boolean(),
      members: Count,
      staff: Count,
      /** A member and staff at the same moment. */
      both: Count,
      /** Without a reply. */
      unanswered: Count,
    }),
  ),
});
export type FirstRepliers = z.output<typeof FirstRepliers>;
