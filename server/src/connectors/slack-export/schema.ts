import { z } from 'zod';

const Text = z
  .string()
  .nullish()
  .transform((text) => (text == null || text.trim() === '' ? undefined : text));
const Flag = z
  .boolean()
  .nullish()
  .transform((flag) => flag ?? false);
/** Epoch seconds with six decimals: inside a channel it is also the name of a message. */
const Stamp = z.string().regex(/^\d{1,11}\.\d{1,6}$/);
const LaterStamp = Stamp.nullish()
  .catch(undefined)
  .transform((stamp) => stamp ?? undefined);

function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .catch([])
    .transform((items) => items ?? []);
}

const Profile = z.object({ real_name: Text, display_name: Text, name: Text, email: Text });

export const User = z.object({
  id: z.string().min(1),
  name: Text,
  real_name: Text,
  is_bot: Flag,
  is_admin: Flag,
  is_owner: Flag,
  updated: z
    .number()
    .nonnegative()
    .nullish()
    .catch(undefined)
    .transform((updated) => updated ?? 0),
  profile: Profile.nullish().catch(undefined),
});
export type User = z.infer<typeof User>;

export const Channel = z.object({ id: z.string().min(1), name: z.string().trim().min(1) });
/** Private conversations are known by an id, and private channels by a name too. */
export const Private = z.object({ id: z.string().min(1), name: Text });

const Reaction = z.object({
  name: z.string().trim().min(1),
  users: listOf(z.string().min(1)),
  count: z.int().nonnegative().nullish().catch(undefined),
});

export const Entry = z.object({
  ts: Stamp,
  subtype: Text,
  user: Text,
  bot_id: Text,
  username: Text,
  text: z.string().nullish(),
  thread_ts: LaterStamp,
  latest_reply: LaterStamp,
  deleted_ts: LaterStamp,
  edited: z.object({ ts: LaterStamp }).nullish().catch(undefined),
  reactions: listOf(Reaction),
  files: listOf(z.object({ title: Text, name: Text })),
  attachments: listOf(z.object({ pretext: Text, title: Text, text: Text, fallback: Text })),
  user_profile: Profile.nullish().catch(undefined),
  bot_profile: z.object({ name: Text }).nullish().catch(undefined),
});
export type Entry = z.infer<typeof Entry>;

/** What is kept of each, and read again whenever the reading improves. Texts stay in Slack's own markup. */
export const Message = z.object({
  channel: z.string(),
  ts: z.string(),
  thread: z.string().optional(),
  author: z.string(),
  text: z.string(),
  /** Names of the people mentioned, as they were known when the export was read. */
  names: z.array(z.object({ id: z.string(), name: z.string() })),
  files: z.array(z.string()),
  edited: z.string().optional(),
  reactions: z.array(z.object({ emoji: z.string(), by: z.array(z.string()), others: z.number() })),
});
export type Message = z.infer<typeof Message>;

export const Person = z.object({
  handle: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  role: z.enum(['staff', 'bot']).optional(),
});
export type Person = z.infer<typeof Person>;

export const Room = z.object({ name: z.string() });
/** Stands for a message that was deleted. */
export const Gone = z.object({ gone: z.string() });
