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

/** A person at risk, with the reason. */
export const AtRiskMember = z.object({
  id: z.uuid(),
  name: z.string(),
  last: z.iso.date(),
  /** Whole days without a contribution, and how many it takes. */
  silent: Count,
  bound: z.number(),
  /** The usual gap between two days with a contribution, in days. */
  gap: z.number(),
  /** On how many days he contributed. */
  acts: Count,
});
export type AtRiskMember = z.output<typeof AtRiskMember>;

/** Those who contributed most first. */
export const AtRiskMembers = z.object({ items: z.array(AtRiskMember), total: Count });
export type AtRiskMembers = z.output<typeof AtRiskMembers>;

/** Where one member stands, and why. */
export const MemberLifecycle = z.object({
  state: LifecycleState,
  /** The end of the day before which everything was seen. */
  until: z.iso.date(),
  first: z.iso.date(),
  last: z.iso.date(),
  /** Days since the last contribution, the day of it included. */
  ago: Count,
  /** In how many of the last four weeks he contributed. */
  weeks: Count,
  /** The silence before the first contribution of the last 30 days, in days; null where there is none. */
  silence: Count.nullable(),
  /** Silent for longer than his rhythm explains. */
  atRisk: z.boolean(),
});
export type MemberLifecycle = z.output<typeof MemberLifecycle>;
