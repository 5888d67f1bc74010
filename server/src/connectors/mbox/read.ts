import type { Fact, Raw } from '@passerelle/kit';
import { mailDate } from './date.ts';
import { sender } from './headers.ts';
import { Channel, Mail, Person, Thread } from './schema.ts';
import { placeOf } from './thread.ts';

/** Facts of one raw; none where its payload is not ours. */
export function read(raw: Raw): readonly Fact[] {
  switch (raw.kind) {
    case 'message':
      return message(raw.payload);
    case 'person':
      return person(raw.payload);
    case 'channel':
      return channel(raw.payload);
    case 'thread':
      return thread(raw.payload);
    default:
      return [];
  }
}

function message(payload: unknown): readonly Fact[] {
  const mail = Mail.safeParse(payload).data;
  const by = mail === undefined ? undefined : sender(mail.from);
  const when = mail === undefined ? undefined : mailDate(mail.date);
  if (mail === undefined || by === undefined || when === undefined) return [];
  const place = placeOf(mail);
  return [
    {
      type: 'message',
      externalId: mail.id,
      channel: mail.channel,
      thread: place.thread,
      ...(place.opens ? { opens: true } : {}),
      by: by.address,
      when,
      text: mail.text,
      format: mail.format,
      ...(place.repliesTo === undefined ? {} : { repliesTo: place.repliesTo }),
    },
  ];
}

function person(payload: unknown): readonly Fact[] {
  const found = Person.safeParse(payload).data;
  if (found === undefined) return [];
  const handle = found.name ?? found.address.replace(/@.*$/, '');
  return [{ type: 'person', externalId: found.address, keyedBy: 'id', handle, email: found.address }];
}

function channel(payload: unknown): readonly Fact[] {
  const found = Channel.safeParse(payload).data;
  return found === undefined ? [] : [{ type: 'channel', externalId: found.id, name: found.name }];
}

function thread(payload: unknown): readonly Fact[] {
  const found = Thread.safeParse(payload).data;
  if (found === undefined) return [];
  const { id, channel: inside, title } = found;
  return [{ type: 'thread', externalId: id, channel: inside, ...(title === undefined ? {} : { title }) }];
}
