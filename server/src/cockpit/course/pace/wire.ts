import { z } from 'zod';

const Day = z.iso.date();

/**
 * What a key result is expected to be. `day`: the last day that was known; `aimDay`: the last of the window the forecast
 * speaks of; `weeks`: how many it was made from. `because`: why there is no chance, or nothing at all.
 */
export const ForecastView = z.object({
  day: Day,
  aimDay: Day,
  weeks: z.int(),
  /** In the figure's own unit; `low` to `high` holds what will come 80 times in 100. */
  value: z
    .object({
      median: z.number(),
      low: z.number(),
      high: z.number(),
      /** Of the target on its day, 0 to 1. */
      chance: z.number().nullable(),
      word: z.enum(['on_course', 'likely', 'open', 'unlikely', 'out_of_reach']).nullable(),
      /** Some days on the way, the last one `aimDay`. */
      fan: z.array(z.object({ day: Day, median: z.number(), low: z.number(), high: z.number() })),
    })
    .nullable(),
  because: z.string().nullable(),
});
export type ForecastView = z.output<typeof ForecastView>;

/** How many of the last twenty ranges held what came; `off`: fewer than 60 or more than 95 in 100 of them did. */
export const RecordView = z.object({
  forecasts: z.int(),
  held: z.int(),
  /** Mean squared error of the chances; null while none was told. */
  brier: z.number().nullable(),
  trust: z.enum(['too_early', 'kept', 'off']),
});
export type RecordView = z.output<typeof RecordView>;
