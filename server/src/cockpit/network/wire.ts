import { z } from 'zod';
import { FigureQuery, Reason } from '#cockpit/figures/wire.ts';

const Count = z.number().int();
const Window = z.object({ from: z.iso.date(), until: z.iso.date() });

export const NetworkQuery = FigureQuery.omit({ compare: true });

export const AroundQuery = NetworkQuery.extend({
  /** One of the two. */
  member: z.uuid().optional(),
  community: z.coerce.number().int().min(0).max(10_000_000).optional(),
  /** As the network says of itself, to stay in it: numbers of groups hold good in there only. */
  snapshot: z.string().max(40).optional(),
});
export type AroundQuery = z.output<typeof AroundQuery>;

/** Somebody; who may not see names gets a number instead, which means nothing outside this network. */
const Person = z.object({ id: z.uuid().nullable(), name: z.string().nullable(), number: Count });
export type Person = z.output<typeof Person>;

const Unavailable = z.object({
  state: z.literal('unavailable'),
  /** `few_persons`: so few that it would tell of somebody. */
  reason: z.union([Reason, z.literal('few_persons')]),
});

const Group = z.object({
  /** Its place by size, from 0. */
  id: Count,
  persons: Count,
  /** Answers among its members. */
  answers: Count,
  /** Null: kept back, because so few would tell of somebody. */
  newcomers: Count.nullable(),
  /** Those with most ties; nobody for whom names are hidden. */
  core: z.array(Person),
});
export type Group = z.output<typeof Group>;

const Bridge = z.object({
  who: Person,
  /** Of the shortest ways between two others, those that lead over this person; between `low` and `high`. */
  share: z.number(),
  low: z.number(),
  high: z.number(),
  /** His own group, and in how many he has ties. */
  group: Count,
  groups: Count,
});
export type Bridge = z.output<typeof Bridge>;

const Overview = z.object({
  state: z.literal('network'),
  window: Window,
  snapshot: z.string(),
  can: z.object({ name: z.boolean() }),
  persons: Count,
  tied: Count,
  /** Parts that do not hang together, and persons in the largest one. */
  components: Count,
  largest: Count,
  modularity: z.number(),
  /** The largest groups, then how many others there are and how many persons they hold. */
  groups: z.array(Group),
  others: z.object({ groups: Count, persons: Count }),
  between: z.array(z.object({ one: Count, other: Count, answers: Count })),
  /** `pairs`: estimated from so many; null: exact. */
  bridges: z.object({ pairs: Count.nullable(), items: z.array(Bridge) }),
  /** Newcomers, and those of them without a tie, the latest first; null: kept back. */
  newcomers: Count.nullable(),
  isolated: z.object({
    count: Count.nullable(),
    items: z.array(z.object({ who: Person, day: z.iso.date(), wrote: Count })),
  }),
  request: z.string(),
});
export type Overview = z.output<typeof Overview>;

export const NetworkView = z.discriminatedUnion('state', [Unavailable, Overview]);
export type NetworkView = z.output<typeof NetworkView>;

const AroundMember = z.object({
  state: z.literal('member'),
  window: Window,
  snapshot: z.string(),
  who: Person,
  /** Null: without a tie. */
  group: Count.nullable(),
  wrote: Count,
  /** The day of his first contribution ever, where it lies in the window. */
  arrived: z.iso.date().nullable(),
  /** The strongest ties; `all`: how many there are. */
  ties: z.array(z.object({ who: Person, group: Count, answered: Count, answeredBy: Count })),
  all: Count,
  request: z.string(),
});
export type AroundMember = z.output<typeof AroundMember>;

const AroundGroup = z.object({
  state: z.literal('group'),
  window: Window,
  snapshot: z.string(),
  can: z.object({ name: z.boolean() }),
  id: Count,
  persons: Count,
  /** Those with most ties inside the group, and these ties. */
  members: z.array(z.object({ who: Person, ties: Count, arrived: z.iso.date().nullable() })),
  /** The strongest ones among them, by place in `members`, whichever way; `tiesInAll`: how many there are. */
  ties: z.array(z.object({ one: Count, other: Count, answers: Count })),
  tiesInAll: Count,
  request: z.string(),
});
export type AroundGroup = z.output<typeof AroundGroup>;

export const AroundView = z.discriminatedUnion('state', [Unavailable, AroundMember, AroundGroup]);
export type AroundView = z.output<typeof AroundView>;
