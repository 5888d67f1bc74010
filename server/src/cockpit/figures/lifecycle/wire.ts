import { z } from 'zod';

const Count = z.number().int();

/** Where a person stands at the end of a period. */
export const LifecycleState = z.enum(['new', 'returned', 'core', 'active', 'fading', 'dormant', 'gone']);
export type LifecycleState = z.output<typeof LifecycleState>;

/** How many persons are in each state at the end of a day before `day`. */
const End = z.object({
  day: z.iso.date(),
  /** Not all of the days before it that count were watched. */
  partial: z.boolean(),
  states: z.record(LifecycleState, Count),
});

/** How many persons went from one state to another between two ends; `absent`: they had not come yet. */
const Flow = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  cells: z.array(
    z.object({ before: z.union([LifecycleState, z.literal('absent')]), after: LifecycleState, persons: Count }),
  ),
});

/** States along time, and who went where: over the whole period first, then step by step. Rows and columns add up. */
export const Lifecycle = z.object({ kind: z.literal('lifecycle'), ends: z.array(End), flows: z.array(Flow) });
export type Lifecycle = z.output<typeof Lifecycle>;

/** Persons at risk by how long they have been silent, in days: from `from` on and for less than `until`. */
export const AtRisk = z.object({
  kind: z.literal('at_risk'),
  persons: Count,
  silences: z.array(z.object({ from: Count, until: Count, persons: Count })),
});
export type AtRisk = z.output<typeof AtRisk>;
