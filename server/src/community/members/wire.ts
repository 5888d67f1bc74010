import { z } from 'zod';

export const MemberKind = z.enum(['person', 'staff', 'bot']);
/** Who decided that: the place, a rule on the domain or on a list, or a person by hand (which wins over all). */
export const KindFrom = z.enum(['place', 'domain', 'list', 'hand']);

export const MembersQuery = z.object({
  q: z.string().trim().min(1).max(100).optional(),
  place: z.uuid().optional(),
  kind: MemberKind.optional(),
  organisation: z.string().max(120).optional(),
  /** Those who wrote nothing, or those who did. */
  wrote: z.enum(['yes', 'no']).optional(),
  order: z.enum(['latest', 'name', 'messages', 'first']).default('latest'),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const MemberRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: MemberKind,
  places: z.array(z.string()),
  messages: z.number().int(),
  /** Days only: an instant here would pretend to more than day-only places give. */
  first: z.iso.date().nullable(),
  last: z.iso.date().nullable(),
  byNameOnly: z.boolean(),
  erased: z.boolean(),
});

export const MembersView = z.object({ items: z.array(MemberRow), total: z.number().int() });

export const IdentityView = z.object({
  id: z.uuid(),
  place: z.object({ id: z.uuid(), name: z.string() }),
  handle: z.string(),
  displayName: z.string().nullable(),
  email: z.string().nullable(),
  /** `name`: the place gives no id; whoever wrote under that name there is counted as one. */
  keyedBy: z.enum(['id', 'name']),
  declaredRole: z.enum(['staff', 'bot']).nullable(),
  joined: z.iso.date().nullable(),
  messages: z.number().int(),
});

export const AffiliationView = z.object({
  id: z.uuid(),
  organisation: z.string(),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});

export const MergeView = z.object({
  id: z.uuid(),
  absorbedId: z.uuid(),
  reason: z.string(),
  at: z.iso.datetime(),
  identities: z.number().int(),
});

export const MemberView = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: MemberKind,
  kindFrom: KindFrom.nullable(),
  version: z.number().int(),
  /** Set when this member was merged into another: the page leads there. */
  mergedInto: z.uuid().nullable(),
  erasedAt: z.iso.datetime().nullable(),
  identities: z.array(IdentityView),
  affiliations: z.array(AffiliationView),
  merges: z.array(MergeView),
  messages: z.number().int(),
  first: z.iso.date().nullable(),
  last: z.iso.date().nullable(),
  can: z.object({ edit: z.boolean(), merge: z.boolean(), erase: z.boolean() }),
});

export const MemberPatch = z.object({
  version: z.number().int(),
  name: z.string().trim().min(1).max(120).optional(),
  /** `null`: no longer decided by hand; the rules and the places decide again. */
  kind: MemberKind.nullable().optional(),
});

export const TimelineQuery = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const TimelineItem = z.object({
  messageId: z.uuid(),
  threadId: z.uuid().nullable(),
  channelId: z.uuid(),
  title: z.string().nullable(),
  place: z.string(),
  channel: z.string(),
  when: z.union([z.object({ at: z.iso.datetime() }), z.object({ day: z.iso.date() })]),
  opens: z.boolean(),
  excerpt: z.string(),
});
export const TimelineView = z.object({ items: z.array(TimelineItem), total: z.number().int() });

export const NewAffiliation = z
  .object({
    organisation: z.string().trim().min(1).max(120),
    from: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
  })
  .refine((value) => value.from === null || value.until === null || value.from < value.until, { path: ['until'] });

const entry = z.string().trim().toLowerCase().min(1).max(200);
export const StaffRules = z.object({
  /** E-mail domains of the house: `example.org`. */
  domains: z.array(entry.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/)).max(200),
  addresses: z.array(entry.regex(/^[^@\s]+@[^@\s]+$/)).max(2000),
  handles: z.array(entry).max(2000),
});

export type MembersQuery = z.output<typeof MembersQuery>;
export type MemberRow = z.output<typeof MemberRow>;
export type MembersView = z.output<typeof MembersView>;
export type MemberView = z.output<typeof MemberView>;
export type MemberPatch = z.output<typeof MemberPatch>;
export type IdentityView = z.output<typeof IdentityView>;
export type AffiliationView = z.output<typeof AffiliationView>;
export type MergeView = z.output<typeof MergeView>;
export type TimelineQuery = z.output<typeof TimelineQuery>;
export type TimelineItem = z.output<typeof TimelineItem>;
export type TimelineView = z.output<typeof TimelineView>;
export type NewAffiliation = z.output<typeof NewAffiliation>;
export type StaffRules = z.output<typeof StaffRules>;
