import { createHash } from 'node:crypto';
import { clip } from '@passerelle/kit';
import type { Raw, When } from '@passerelle/kit';
import { readDate } from './dates.ts';
import type { Mapping } from './mapping.ts';
import type { Field, Message, Person, Thread } from './schema.ts';
import type { Cells } from './source.ts';
import { tongueOf } from './tongue.ts';

const LONGEST_ID = 500;
const LONGEST_NAME = 200;
const LONGEST_TITLE = 500;

export interface Understood {
  readonly message: Raw;
  /** The channel, person and thread it makes known. */
  readonly around: readonly Raw[];
}

/** What one row says; a refusal where the date or the author cannot be read. `file` names the channel if nothing does. */
export function understand(row: Cells, mapping: Mapping, file: string): Understood | 'missing_field' | 'bad_date' {
  const cell = (field: Field): string => row.cells.get(mapping.columns[field] ?? '')?.trim() ?? '';
  const when = readDate(cell('date'), mapping.order, mapping.zone);
  if (cell('date') === '' || cell('author') === '') return 'missing_field';
  if (when === undefined) return 'bad_date';
  const person = personOf(cell, when);
  const payload = messageOf(cell, mapping, person.externalId, file);
  const id = cell('id') === '' ? digest(payload) : short(cell('id'), LONGEST_ID);
  return {
    // A last row without line end may lack the end of its text: a whole copy must win over it.
    message: { kind: 'message', externalId: id, version: row.ended ? '1' : '', payload },
    around: [
      { kind: 'channel', externalId: payload.channel, version: '', payload: { name: payload.channel } },
      person,
      ...threadOf(payload, cell('title') === '' ? cell('thread') : cell('title')),
    ],
  };
}

type CellOf = (field: Field) => string;

/** An address tells namesakes apart; without one the name is all there is. */
function personOf(cell: CellOf, when: When): Raw {
  const handle = short(cell('author'), LONGEST_NAME);
  const email = cell('email').toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 320) {
    const payload: Person = { handle };
    return { kind: 'person', externalId: handle, version: '', payload };
  }
  const payload: Person = { handle, email };
  return { kind: 'person', externalId: email, version: 'at' in when ? when.at : when.day, payload };
}

function messageOf(cell: CellOf, mapping: Mapping, by: string, file: string): Message {
  const channel = short(cell('channel') === '' ? file : cell('channel'), LONGEST_NAME);
  const key = cell('thread') === '' ? cell('title').replace(/^(?:(?:re|fwd?|tr|aw)\s*:\s*)+/i, '') : cell('thread');
  // Threads named by their title may bear one name in two channels.
  const thread = short(mapping.columns.channel === undefined ? key : `${channel}/${key}`, LONGEST_ID);
  const isReply = cell('replyTo') !== '' && cell('replyTo') !== cell('id');
  return {
    date: cell('date'),
    ...(mapping.order === undefined ? {} : { order: mapping.order }),
    by,
    text: cell('text'),
    channel,
    ...(key === '' ? {} : { thread }),
    opens: cell('thread') !== '' && cell('thread') === cell('id'),
    ...(isReply ? { replyTo: short(cell('replyTo'), LONGEST_ID) } : {}),
    ...asideOf(cell),
  };
}

/** What stands beside the words, where it can be understood. */
function asideOf(cell: CellOf): Pick<Message, 'url' | 'language'> {
  const language = tongueOf(cell('language'));
  return {
    ...(language === undefined ? {} : { language }),
    ...(/^https?:\/\/\S{1,2000}$/.test(cell('url')) ? { url: cell('url') } : {}),
  };
}

function threadOf({ thread, channel, opens }: Message, title: string): Raw[] {
  if (thread === undefined) return [];
  // An id is no title: only what holds words is shown as one.
  const isTitle = /\p{L}.*\s.*\p{L}|^\p{L}+$/u.test(title.slice(0, LONGEST_TITLE));
  const payload: Thread = { channel, ...(isTitle ? { title: clip(title, LONGEST_TITLE) } : {}) };
  return [{ kind: 'thread', externalId: thread, version: opens ? '1' : '', payload }];
}

/** A stable id for a row without one, so that a second import finds it again. */
function digest({ by, date, text, thread }: Message): string {
  const facts = JSON.stringify([by, date, text, thread ?? '']);
  return `row:${createHash('sha256').update(facts).digest('hex').slice(0, 32)}`;
}

/** Ids too long to be kept are replaced by their digest, which is as distinct. */
function short(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text.slice(0, 40).toWellFormed()}#${createHash('sha256').update(text).digest('hex')}`;
}
