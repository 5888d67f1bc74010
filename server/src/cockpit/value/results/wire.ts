import { z } from 'zod';

/** Absent: the newest one. */
export const VersionQuery = z.object({ version: z.coerce.number().int().min(1).max(1e6).optional() });

/** Money in whole hundredths. */
const MoneySpread = z.object({ p05: z.int(), p10: z.int(), p50: z.int(), p90: z.int(), p95: z.int() });
export type MoneySpread = z.output<typeof MoneySpread>;
/** Null: not within the horizon, or without bound. */
const Reach = z.number().nullable();
const ReachSpread = z.object({ p05: Reach, p10: Reach, p50: Reach, p90: Reach, p95: Reach });
export type ReachSpread = z.output<typeof ReachSpread>;

const OutcomeView = z.object({
  /** Null: the ranges as the lines have them. */
  id: z.uuid().nullable(),
  name: z.string().nullable(),
  net: MoneySpread,
  inward: MoneySpread,
  outward: MoneySpread,
  /** (in − out) ÷ out, both in money of today. */
  roi: ReachSpread,
  /** In years from today. */
  payback: ReachSpread,
  /** That more comes in than goes out within the horizon, in money of today. */
  chance: z.number(),
});
export type OutcomeView = z.output<typeof OutcomeView>;

const LeverView = z.object({
  lineId: z.uuid(),
  input: z.string(),
  unit: z.enum(['count', 'share', 'money']),
  /** In the input's own unit. */
  low: z.number(),
  p10: z.number(),
  middle: z.number(),
  p90: z.number(),
  high: z.number(),
  /** Net present value with this input at its P10 and its P90, the others at their middle. */
  atP10: z.int(),
  atP90: z.int(),
  share: z.number(),
  /** Net present value moves by so many hundredths for one of it. */
  slope: z.number(),
  /** Where the model neither pays nor loses; null: this input alone does not bring it there. */
  breaksAt: z.number().nullable(),
});
export type LeverView = z.output<typeof LeverView>;

export const ResultsView = z.object({
  number: z.int(),
  draws: z.int(),
  main: OutcomeView,
  scenarios: z.array(OutcomeView),
  middle: z.int(),
  levers: z.array(LeverView),
  /** What each line brings or costs, over a year or once, by its id. */
  lines: z.array(z.object({ lineId: z.uuid(), amount: MoneySpread })),
});
export type ResultsView = z.output<typeof ResultsView>;
