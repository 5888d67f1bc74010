import { z } from 'zod';

const Day = z.iso.date();
const MANDATE_STATES = ['given', 'accepted', 'discussed', 'active', 'done', 'judged'] as const;
const INSIGHT_STATES = ['submitted', 'decided', 'delivered', 'told'] as const;

/** The first review: two pages to print, without the name of any member. */
export const ReviewView = z.object({
  space: z.string(),
  window: z.object({ from: Day, until: Day }),
  /** How many there are in all; the lists hold the most important ones, these first. */
  of: z.object({ objectives: z.number().int(), insights: z.number().int() }),
  objectives: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      reason: z.string(),
      state: z.enum(['live', 'reached', 'missed', 'dropped']),
      horizon: Day,
      sponsor: z.string().nullable(),
      /** In the figure's own unit; `latest` null: not measured, or without a value. */
      keyResults: z.array(
        z.object({
          figure: z.string(),
          baseline: z.number(),
          target: z.number(),
          latest: z.number().nullable(),
          due: Day,
        }),
      ),
    }),
  ),
  /** What was heard, and what was decided of it. */
  insights: z.array(
    z.object({
      id: z.uuid(),
      statement: z.string(),
      state: z.enum(INSIGHT_STATES),
      due: Day.nullable(),
      members: z.number().int(),
      told: z.number().int(),
      quotes: z.array(z.string()),
      decision: z
        .object({
          answer: z.enum(['yes', 'no', 'later', 'need_more']),
          reason: z.string(),
          day: Day,
          by: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  signals: z.number().int(),
  effort: z.object({
    minutes: z.number().int(),
    tied: z.number().int(),
    house: z.number().int(),
    mandates: z.array(
      z.object({
        intention: z.string(),
        hours: z.number(),
        state: z.enum(MANDATE_STATES),
        host: z.string(),
        isProvable: z.boolean(),
      }),
    ),
  }),
});
export type ReviewView = z.output<typeof ReviewView>;
