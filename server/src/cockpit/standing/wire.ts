import { z } from 'zod';
import { LifecycleState } from '#cockpit/figures/lifecycle/wire.ts';
import { FigureQuery } from '#cockpit/figures/wire.ts';

const Count = z.number().int();

/** Somebody whose silence is longer than his rhythm explains. */
export const AtRiskMember = z.object({
  id: z.uuid(),
  /** Null: erased. */
  name: z.string().nullable(),
  last: z.iso.date(),
  /** Whole days without a contribution, and from how many on that is unusual for him. */
  silent: Count,
  bound: z.number(),
  /** The median gap between two days with a contribution, in days. */
  gap: z.number(),
  /** On how many days he contributed. */
  acts: Count,
});
export type AtRiskMember = z.output<typeof AtRiskMember>;

/** Those who contributed on most days first. */
export const AtRiskMembers = z.object({ items: z.array(AtRiskMember), total: Count });
export type AtRiskMembers = z.output<typeof AtRiskMembers>;

export const AtRiskQuery = FigureQuery.omit({ compare: true }).extend({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AtRiskQuery = z.output<typeof AtRiskQuery>;

/** Where a person stands, and why. */
export const Standing = z.object({
  state: LifecycleState,
  first: z.iso.date(),
  last: z.iso.date(),
  /** Days since the last contribution, that of it included. */
  ago: Count,
  /** In how many of the last four weeks he contributed. */
  weeks: Count,
  /** The silence before the first contribution of the last 30 days, in days; null where there is none before. */
  silence: Count.nullable(),
  /** Silent for longer than his rhythm explains. */
  atRisk: z.boolean(),
});
export type Standing = z.output<typeof Standing>;

export const MemberStanding = z.object({
  /** Everything before this day was seen; null where nothing ever was. */
  until: z.iso.date().nullable(),
  /** Null for staff, bots, and whoever never contributed. */
  standing: Standing.nullable(),
});
export type MemberStanding = z.output<typeof MemberStanding>;
