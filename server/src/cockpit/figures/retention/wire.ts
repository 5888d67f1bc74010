import { z } from 'zod';

const Count = z.number().int();
const Share = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** Those who came in one month, and how many of them were active in each month since. */
const Cohort = z.object({
  /** The first day of the month they came in. */
  month: z.iso.date(),
  /** Null: fewer than five, which is not shown. */
  size: Count.nullable(),
  /** Active at age 0, 1, … months; ends where the months end that were watched to their last day. */
  activeIn: z.array(Count),
  /** Active at that age or later as far as is known: every number may still grow. */
  activeInOrLater: z.array(Count),
});

/** The triangle of cohorts. */
export const Cohorts = z.object({
  kind: z.literal('cohorts'),
  /** The oldest first. */
  cohorts: z.array(Cohort),
  /** All cohorts that were watched at that age, together; with the interval of the share. */
  ages: z.array(z.object({ age: Count, active: Count, of: Count, share: Share.nullable() })),
  /** The last month watched to its end; null where there is none yet. */
  lastMonth: z.iso.date().nullable(),
});
export type Cohorts = z.output<typeof Cohorts>;

/** Growth accounting of whole blocks of 28 days. active = new + retained + resurrected; former = retained + lapsed. */
const Block = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  /** It, or the block before, sticks out of what was watched. */
  partial: z.boolean(),
  active: Count,
  former: Count,
  new: Count,
  retained: Count,
  resurrected: Count,
  lapsed: Count,
  /** Retained ÷ former; null where nobody was active before. */
  retention: Share.nullable(),
  /** (New + resurrected) ÷ lapsed; null where nobody lapsed. */
  quickRatio: z.number().nullable(),
});

export const Blocks = z.object({ kind: z.literal('blocks'), blocks: z.array(Block) });
export type Blocks = z.output<typeof Blocks>;
