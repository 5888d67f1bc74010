import type { Fact, Raw } from '@passerelle/kit';
import { quotesAsMarkdown } from './quotes.ts';
import { channelOf } from './raws.ts';
import { Channel, Message, Person, Topic } from './schema.ts';

/** Facts of one raw; none where its payload is not ours. */
export function read(raw: Raw): readonly Fact[] {
  switch (raw.kind) {
    case 'post':
      return post(raw);
    case 'person':
      return person(raw);
    case 'topic':
      return topic(raw);
    case 'category':
      return category(raw);
    default:
      return [];
  }
}

/** Replies name the number of a post in its topic, so that is what a message is known by. */
function post({ payload }: Raw): readonly Fact[] {
  const found = Message.safeParse(payload).data;
  if (found === undefined) return [];
  const externalId = `${found.topic}/${found.number}`;
  if (found.deleted) return [{ type: 'removed', of: 'message', externalId }];
  const reactions = found.reactions.map(
    ({ emoji, count }) => ({ type: 'reaction', message: externalId, emoji, count }) satisfies Fact,
  );
  return [messageFact(found, externalId), ...reactions];
}

function messageFact(found: Message, externalId: string): Fact {
  const { replyTo } = found;
  return {
    type: 'message',
    externalId,
    channel: channelOf(found.category),
    thread: String(found.topic),
    ...(found.number === 1 ? { opens: true } : {}),
    by: found.author,
    when: { at: found.created },
    position: found.number,
    text: found.format === 'markdown' ? quotesAsMarkdown(found.text) : found.text,
    format: found.format,
    ...(replyTo === undefined || replyTo === found.number ? {} : { repliesTo: `${found.topic}/${replyTo}` }),
    ...(found.edited === undefined ? {} : { editedAt: found.edited }),
    ...(found.url === undefined ? {} : { url: found.url }),
    ...(found.hidden ? { hidden: true } : {}),
  };
}

function person({ externalId, payload }: Raw): readonly Fact[] {
  const found = Person.safeParse(payload).data;
  if (found === undefined) return [];
  const { username, name, role } = found;
  return [
    {
      type: 'person',
      externalId,
      keyedBy: 'id',
      handle: username,
      ...(name === undefined ? {} : { displayName: name }),
      ...(role === undefined ? {} : { role }),
    },
  ];
}

function topic({ externalId, payload }: Raw): readonly Fact[] {
  const found = Topic.safeParse(payload).data;
  if (found === undefined) return [];
  return [
    {
      type: 'thread',
      externalId,
      channel: channelOf(found.category),
      ...(found.title === undefined ? {} : { title: found.title }),
      ...(found.url === undefined ? {} : { url: found.url }),
      ...(found.tags.length === 0 ? {} : { labels: found.tags }),
      ...(found.closed ? { locked: true } : {}),
    },
  ];
}

function category({ externalId, payload }: Raw): readonly Fact[] {
  const found = Channel.safeParse(payload).data;
  return found === undefined ? [] : [{ type: 'channel', externalId, name: found.name }];
}
