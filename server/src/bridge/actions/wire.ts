import { z } from 'zod';
import { FOUND_KINDS, HAND_KINDS, REASONS, TIES } from './model.ts';

export type { HandKind, Reason, Tie } from './model.ts';

const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '3000-01-01');
/** Ids inside of lists; that they are known here is looked up. */
const Id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const Minutes = z.number().int().min(1).max(6000);
const Note = z.string().trim().min(1).max(1000);

const Page = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
/** Days of the workspace. Absent: the 90 days that end with the newest act. */
const Span = z.object({ from: Day.optional(), until: Day.optional() });

export const EffortQuery = Span;
export type EffortQuery = z.output<typeof EffortQuery>;

export const FoundQuery = Page.extend(Span.shape).extend({
  channel: z.uuid().optional(),
  member: z.uuid().optional(),
  /** Only what the rule of this mandate fits. */
  mandate: z.uuid().optional(),
});
export type FoundQuery = z.output<typeof FoundQuery>;

const Named = z.object({ id: z.uuid(), name: z.string() });
const When = z.union([z.object({ at: z.iso.datetime() }), z.object({ day: z.iso.date() })]);

export const FoundAction = z.object({
  /** Of the message: nothing is kept of it before it is sorted. */
  id: z.uuid(),
  kind: z.enum(FOUND_KINDS),
  when: When,
  author: Named,
  place: z.string(),
  channel: z.string(),
  threadId: z.uuid().nullable(),
  channelId: z.uuid(),
  title: z.string().nullable(),
  excerpt: z.string(),
  proposal: z.object({ mandateId: z.uuid(), because: z.array(z.enum(REASONS)).readonly() }).nullable(),
});
export type FoundAction = z.output<typeof FoundAction>;

const OpenMandate = z.object({ id: z.uuid(), intention: z.string(), state: z.string() });

export const FoundList = z.object({
  from: Day,
  until: Day,
  items: z.array(FoundAction),
  total: z.number().int(),
  /** What acts may be tied to. */
  mandates: z.array(OpenMandate).readonly(),
  can: z.object({ sort: z.boolean() }),
});
export type FoundList = z.output<typeof FoundList>;

export const Sorting = z.object({
  items: z
    .array(z.object({ messageId: Id, tie: z.enum(TIES), mandateId: Id.optional() }))
    .min(1)
    .max(200),
  /** Of each of them. */
  minutes: Minutes.optional(),
});
export type Sorting = z.output<typeof Sorting>;

/** `already`: sorted by somebody else meanwhile, and left as they are. */
export const Sorted = z.object({ ids: z.array(z.uuid()), already: z.number().int() });
export type Sorted = z.output<typeof Sorted>;

export const Unsorting = z.object({ ids: z.array(Id).min(1).max(200) });
export const Unsorted = z.object({ count: z.number().int() });

export const NewAction = z.object({
  kind: z.enum(HAND_KINDS),
  day: Day,
  minutes: Minutes.nullable(),
  note: Note.nullable(),
  tie: z.enum(TIES),
  mandateId: z.uuid().optional(),
});
export type NewAction = z.output<typeof NewAction>;

export const ActionPatch = z.object({
  version: z.number().int().min(1),
  tie: z.enum(TIES),
  mandateId: z.uuid().optional(),
  minutes: Minutes.nullable(),
  note: Note.nullable(),
});
export type ActionPatch = z.output<typeof ActionPatch>;

export const ActionParams = z.object({ actionId: z.uuid() });
export const MadeAction = z.object({ id: z.uuid() });

export const ActionsQuery = Page.extend({
  mandate: z.uuid().optional(),
  tie: z.enum(TIES).optional(),
});
export type ActionsQuery = z.output<typeof ActionsQuery>;

export const ActionRow = z.object({
  id: z.uuid(),
  kind: z.enum([...FOUND_KINDS, ...HAND_KINDS]),
  tie: z.enum(TIES),
  mandate: z.object({ id: z.uuid(), intention: z.string() }).nullable(),
  day: Day,
  minutes: z.number().int().nullable(),
  note: z.string().nullable(),
  /** Who did it; null where it was a member who was erased since. */
  who: z.string().nullable(),
  /** Where it is read, by its thread's title or how it begins; null by hand, or once its message is gone. */
  message: z.object({ id: z.uuid(), threadId: z.uuid().nullable(), channelId: z.uuid(), title: z.string() }).nullable(),
  version: z.number().int(),
});
export type ActionRow = z.output<typeof ActionRow>;

export const ActionList = z.object({
  items: z.array(ActionRow),
  total: z.number().int(),
  mandates: z.array(OpenMandate).readonly(),
  can: z.object({ log: z.boolean() }),
});
export type ActionList = z.output<typeof ActionList>;

const Share = z.number().nullable();

/** What the field's acts serve. Shares are null where there is nothing to share. */
export const Effort = z.object({
  from: Day,
  until: Day,
  counted: z.object({
    mandate: z.number().int(),
    house: z.number().int(),
    offplan: z.number().int(),
    unsorted: z.number().int(),
  }),
  tiedShare: Share,
  offplanShare: Share,
  /** Hosts with a mandate that is live today, of all hosts. */
  coverage: z.object({ covered: z.number().int(), hosts: z.number().int() }),
  /** Minutes written down, by what they served. */
  minutes: z.object({ mandate: z.number().int(), house: z.number().int(), offplan: z.number().int() }),
});
export type Effort = z.output<typeof Effort>;
