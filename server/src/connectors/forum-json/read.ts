import type { Fact, Raw } from '@passerelle/kit';
import { Forum, Message, Person, Thread } from './schema.ts';

/** Facts of one raw; none where its payload is not ours. */
export function read(raw: Raw): readonly Fact[] {
  switch (raw.kind) {
    case 'message':
      return message(raw);
    case 'thread':
      return thread(raw);
    case 'person':
      return person(raw);
    case 'forum':
      return forum(raw);
    default:
      return [];
  }
}

function message(raw: Raw): readonly Fact[] {
  const found = Message.safeParse(raw.payload).data;
  if (found === undefined) return [];
  return [
    {
      type: 'message',
      externalId: raw.externalId,
      channel: found.channel,
      thread: found.thread,
      ...(found.position === 0 ? { opens: true } : {}),
      by: found.author,
      when: { day: found.day },
      position: found.position,
      text: found.content,
      format: 'html',
      // « niceHidden » messages are only folded: a click shows them, and nobody took them back.
      ...(found.states.includes('hidden') ? { hidden: true } : {}),
    },
  ];
}

function thread(raw: Raw): readonly Fact[] {
  const found = Thread.safeParse(raw.payload).data;
  if (found === undefined) return [];
  const labels = [...found.tags, ...found.states.filter((state) => state !== 'locked')];
  return [
    {
      type: 'thread',
      externalId: raw.externalId,
      channel: found.channel,
      ...(found.title === undefined ? {} : { title: found.title }),
      ...(labels.length === 0 ? {} : { labels }),
      locked: found.states.includes('locked'),
    },
  ];
}

function person(raw: Raw): readonly Fact[] {
  const found = Person.safeParse(raw.payload).data;
  if (found === undefined) return [];
  const handle = found.pseudonym ?? `membre ${raw.externalId}`;
  return [{ type: 'person', externalId: raw.externalId, keyedBy: 'id', handle }];
}

function forum(raw: Raw): readonly Fact[] {
  const found = Forum.safeParse(raw.payload).data;
  return found === undefined ? [] : [{ type: 'channel', externalId: raw.externalId, name: found.name }];
}
