import type { Fact, Raw } from '@passerelle/kit';
import { Line, Person, Room } from './schema.ts';

/** Facts of one raw; none where its payload is not ours. Texts are Markdown, mentions stay in them. */
export function read(raw: Raw): readonly Fact[] {
  switch (raw.kind) {
    case 'message':
      return message(raw);
    case 'person':
      return person(raw);
    case 'room':
      return room(raw);
    default:
      return [];
  }
}

function message(raw: Raw): readonly Fact[] {
  const line = Line.safeParse(raw.payload).data;
  if (line === undefined) return [];
  const { room: channel, at, author: by, text } = line;
  return [{ type: 'message', externalId: raw.externalId, channel, by, when: { at }, text, format: 'markdown' }];
}

function person(raw: Raw): readonly Fact[] {
  const found = Person.safeParse(raw.payload).data;
  if (found === undefined) return [];
  return [{ type: 'person', externalId: raw.externalId, keyedBy: 'id', handle: found.handle }];
}

function room(raw: Raw): readonly Fact[] {
  const found = Room.safeParse(raw.payload).data;
  return found === undefined ? [] : [{ type: 'channel', externalId: raw.externalId, name: found.name }];
}
