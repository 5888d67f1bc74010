import type { Fact, Raw } from '@passerelle/kit';
import { emojiOf } from './emoji.ts';
import { instantOf, messageId } from './entries.ts';
import { asMarkdown } from './markup.ts';
import { Gone, Message, Person, Room } from './schema.ts';

/** Facts of one raw; none where its payload is not ours. */
export function read(raw: Raw): readonly Fact[] {
  switch (raw.kind) {
    case 'message':
      return message(raw);
    case 'person':
      return person(raw);
    case 'channel':
      return channel(raw);
    default:
      return [];
  }
}

function message({ externalId, payload }: Raw): readonly Fact[] {
  const found = Message.safeParse(payload).data;
  if (found === undefined) return gone(payload);
  const { channel: room, ts, thread } = found;
  const facts: Fact[] = [messageFact(found, externalId)];
  if (thread === ts) facts.push({ type: 'thread', externalId: messageId(room, ts), channel: room });
  for (const [emoji, { by, others }] of gathered(found)) {
    for (const person of by) facts.push({ type: 'reaction', message: externalId, emoji, by: person });
    if (others > 0) facts.push({ type: 'reaction', message: externalId, emoji, count: others });
  }
  return facts;
}

/** Reactions by what is seen: one emoji has several names, and hands have colours. */
function gathered({ reactions }: Message): ReadonlyMap<string, { readonly by: Set<string>; others: number }> {
  const found = new Map<string, { readonly by: Set<string>; others: number }>();
  for (const { emoji: name, by, others } of reactions) {
    const emoji = emojiOf(name);
    const seen = found.get(emoji) ?? { by: new Set<string>(), others: 0 };
    for (const person of by) seen.by.add(person);
    seen.others += others;
    found.set(emoji, seen);
  }
  return found;
}

function messageFact(found: Message, externalId: string): Fact {
  const { channel: room, ts, thread, edited } = found;
  return {
    type: 'message',
    externalId,
    channel: room,
    ...(thread === undefined ? {} : { thread: messageId(room, thread) }),
    ...(thread === ts ? { opens: true } : {}),
    by: found.author,
    when: { at: instantOf(ts) },
    text: textOf(found),
    format: 'markdown',
    ...(edited === undefined ? {} : { editedAt: instantOf(edited) }),
  };
}

/** Files are told by their titles: the export holds only links that need a sign-in. */
function textOf({ text, names, files }: Message): string {
  const byId = new Map(names.map(({ id, name }) => [id, name]));
  const words = asMarkdown(text, (id) => byId.get(id)).trim();
  const titles = files.map((title) => `\`${title.replaceAll(/[`\n]/g, ' ')}\``).join('\n');
  return [words, titles].filter((part) => part !== '').join('\n\n');
}

function person({ externalId, payload }: Raw): readonly Fact[] {
  const found = Person.safeParse(payload).data;
  if (found === undefined) return [];
  const { handle, name, email, role } = found;
  return [
    {
      type: 'person',
      externalId,
      keyedBy: 'id',
      handle,
      ...(name === undefined ? {} : { displayName: name }),
      ...(email === undefined ? {} : { email }),
      ...(role === undefined ? {} : { role }),
    },
  ];
}

function channel({ externalId, payload }: Raw): readonly Fact[] {
  const found = Room.safeParse(payload).data;
  return found === undefined ? [] : [{ type: 'channel', externalId, name: found.name }];
}

function gone(payload: unknown): readonly Fact[] {
  const found = Gone.safeParse(payload).data;
  return found === undefined ? [] : [{ type: 'removed', of: 'message', externalId: found.gone }];
}
