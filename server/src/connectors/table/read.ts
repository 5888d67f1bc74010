import type { Fact, ImportOptions, Raw } from '@passerelle/kit';
import { readDate } from './dates.ts';
import { zoneOf } from './mapping.ts';
import { Channel, Message, Person, Thread } from './schema.ts';

/** Facts of one raw; none where its payload is not ours. Cells are text: one that looks like a formula is not one. */
export function read(raw: Raw, options: ImportOptions): readonly Fact[] {
  switch (raw.kind) {
    case 'message':
      return message(raw, options);
    case 'person':
      return person(raw);
    case 'channel':
      return channel(raw);
    case 'thread':
      return thread(raw);
    default:
      return [];
  }
}

function message(raw: Raw, options: ImportOptions): readonly Fact[] {
  const found = Message.safeParse(raw.payload).data;
  const when = found === undefined ? undefined : readDate(found.date, found.order, zoneOf(options));
  if (found === undefined || when === undefined) return [];
  return [
    {
      type: 'message',
      externalId: raw.externalId,
      channel: found.channel,
      ...(found.thread === undefined ? {} : { thread: found.thread }),
      ...(found.opens ? { opens: true } : {}),
      by: found.by,
      when,
      text: found.text,
      format: 'plain',
      ...(found.replyTo === undefined ? {} : { repliesTo: found.replyTo }),
      ...(found.url === undefined ? {} : { url: found.url }),
      ...(found.language === undefined ? {} : { language: found.language }),
    },
  ];
}

function person(raw: Raw): readonly Fact[] {
  const found = Person.safeParse(raw.payload).data;
  if (found === undefined) return [];
  const { handle, email } = found;
  const externalId = raw.externalId;
  if (email === undefined) return [{ type: 'person', externalId, keyedBy: 'name', handle }];
  return [{ type: 'person', externalId, keyedBy: 'id', handle, email }];
}

function channel(raw: Raw): readonly Fact[] {
  const found = Channel.safeParse(raw.payload).data;
  return found === undefined ? [] : [{ type: 'channel', externalId: raw.externalId, name: found.name }];
}

function thread(raw: Raw): readonly Fact[] {
  const found = Thread.safeParse(raw.payload).data;
  if (found === undefined) return [];
  const { channel: inside, title } = found;
  return [{ type: 'thread', externalId: raw.externalId, channel: inside, ...(title === undefined ? {} : { title }) }];
}
