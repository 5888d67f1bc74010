import type { Raw } from '@passerelle/kit';
import type { Entry, Message } from './schema.ts';
import type { Known } from './state.ts';

/** What the place notes by itself: arrivals, new topics, pins. Not words of members. */
const NOTICES: ReadonlySet<string> = new Set([
  'pinned_item',
  'unpinned_item',
  'reminder_add',
  'reminder_delete',
  'bot_enable',
  'bot_disable',
  'app_conversation_join',
  'app_conversation_leave',
  'joiner_notification',
  'sh_room_created',
  'sh_room_shared',
  'huddle_thread',
  'ekm_access_denied',
  'tabbed_canvas_updated',
  'message_changed',
  'message_replied',
]);
const DELETED: ReadonlySet<string> = new Set(['tombstone', 'message_deleted']);

export type Sort = 'message' | 'notice' | 'deleted';

export function sortOf({ subtype }: Entry): Sort {
  if (subtype === undefined) return 'message';
  if (DELETED.has(subtype)) return 'deleted';
  return NOTICES.has(subtype) || /^(?:channel|group)_/.test(subtype) ? 'notice' : 'message';
}

export function messageId(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

/**
 * A later export knows more of a message (edits, replies, reactions): when it was made comes first; without that, the
 * last thing that is known to have happened to the message.
 */
export function versionOf(entry: Entry, madeAt: string | undefined): string {
  const latest = instantOf(latestOf([entry.ts, entry.edited?.ts, entry.latest_reply]));
  const reactions = entry.reactions.reduce((sum, { users, count }) => sum + Math.max(users.length, count ?? 0), 0);
  return `${madeAt ?? latest} ${latest} ${String(reactions).padStart(6, '0')}`;
}

function latestOf(stamps: readonly (string | undefined)[]): string {
  let latest = '0';
  for (const stamp of stamps) if (Number(stamp ?? 0) > Number(latest)) latest = stamp ?? latest;
  return latest;
}

/** ISO with the six decimals Slack gives. The pattern of the schema makes every stamp a valid date. */
export function instantOf(ts: string): string {
  const [seconds = '0', decimals = ''] = ts.split('.');
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${decimals.padEnd(6, '0')}Z`;
}

export function messageRaw(
  entry: Entry,
  channel: string,
  author: string,
  madeAt: string | undefined,
  known: Known,
): Raw {
  const { ts, thread_ts: thread, edited } = entry;
  const text = wordsOf(entry);
  const payload: Message = {
    channel,
    ts,
    author,
    text,
    names: namesIn(text, known),
    files: entry.files.flatMap(({ title, name }) => title ?? name ?? []),
    reactions: reactionsOf(entry),
    ...(thread === undefined ? {} : { thread }),
    ...(edited?.ts === undefined ? {} : { edited: edited.ts }),
  };
  return { kind: 'message', externalId: messageId(channel, ts), version: versionOf(entry, madeAt), payload };
}

/** Programs often say everything in an attachment. */
function wordsOf({ text, attachments }: Entry): string {
  if (text != null && text.trim() !== '') return text;
  return attachments
    .map(
      ({ pretext, title, text: body, fallback }) =>
        [pretext, title, body].filter(Boolean).join('\n') || (fallback ?? ''),
    )
    .join('\n\n')
    .trim();
}

const MOST_NAMED = 1000;

function namesIn(text: string, { names }: Known): Message['names'] {
  const ids = new Set<string>();
  for (const [, id = ''] of text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)) if (ids.size < MOST_NAMED) ids.add(id);
  return [...ids].flatMap((id) => {
    const known = names.get(id);
    return known === undefined ? [] : [{ id, name: known.name }];
  });
}

/** Where many reacted, Slack lists some of them and counts all. */
function reactionsOf({ reactions }: Entry): Message['reactions'] {
  const byEmoji = new Map<string, { readonly by: Set<string>; count: number }>();
  for (const { name, users, count } of reactions) {
    const known = byEmoji.get(name) ?? { by: new Set<string>(), count: 0 };
    for (const user of users) known.by.add(user);
    known.count = Math.max(known.count, count ?? 0, known.by.size);
    byEmoji.set(name, known);
  }
  return [...byEmoji].map(([emoji, { by, count }]) => ({ emoji, by: [...by].sort(), others: count - by.size }));
}
