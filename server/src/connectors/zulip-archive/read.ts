import type { Fact, Raw } from '@passerelle/kit';
import { threadId } from './pieces.ts';
import { Message, Person, Stream, Topic } from './schema.ts';

/** Facts of one raw; none where its payload is not ours. */
export function read(raw: Raw): readonly Fact[] {
  switch (raw.kind) {
    case 'message':
      return message(raw);
    case 'person':
      return person(raw);
    case 'stream':
      return stream(raw);
    case 'topic':
      return topic(raw);
    default:
      return [];
  }
}

function message({ externalId, payload }: Raw): readonly Fact[] {
  const found = Message.safeParse(payload).data;
  if (found === undefined) return [];
  const repliesTo = quoted(found.content);
  return [
    {
      type: 'message',
      externalId,
      channel: found.stream,
      thread: threadId(found.stream, found.topic),
      ...(found.opens ? { opens: true } : {}),
      by: found.sender,
      when: { at: instant(found.timestamp) },
      // Seconds do not order a quick exchange; ids are given out in the order of arrival.
      position: found.id,
      text: found.content,
      format: 'html',
      ...(repliesTo === undefined || repliesTo === externalId ? {} : { repliesTo }),
      ...(found.edited === undefined ? {} : { editedAt: instant(found.edited) }),
    },
  ];
}

/** « Quote and reply » writes a link to the message before what it quotes. */
function quoted(content: string): string | undefined {
  return /<a href="[^"]*#narrow\/[^"]*\/near\/(\d+)">said<\/a>/.exec(content)?.[1];
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function person({ externalId, payload }: Raw): readonly Fact[] {
  const found = Person.safeParse(payload).data;
  return found === undefined ? [] : [{ type: 'person', externalId, keyedBy: 'name', handle: found.name }];
}

function stream({ externalId, payload }: Raw): readonly Fact[] {
  const found = Stream.safeParse(payload).data;
  return found === undefined ? [] : [{ type: 'channel', externalId, name: found.name }];
}

function topic({ externalId, payload }: Raw): readonly Fact[] {
  const found = Topic.safeParse(payload).data;
  return found === undefined ? [] : [{ type: 'thread', externalId, channel: found.stream, title: found.title }];
}
