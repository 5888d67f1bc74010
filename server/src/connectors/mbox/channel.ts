import { clip } from '@passerelle/kit';
import { decodeWords } from './words.ts';

const MONTHLY = /^(?:\d{4}-\w+|\d{4,8}|\d{4}q[1-4]|week-of-\w+-\d+)$/i;
const PLAIN_NAMES = new Set(['mbox', 'archive', 'archives', 'cur', 'all mail']);

export interface List {
  readonly id: string;
  readonly name: string;
}

/** The list a message was sent to: its List-Id, else the file's name, else (monthly files) the folder's. */
export function listOf(headers: ReadonlyMap<string, string>, path: string): List {
  const header = headers.get('list-id');
  const declared = header === undefined ? null : /^(.*)<([^<>\s]{1,200})>/.exec(header);
  if (declared === null) {
    const name = nameOf(path);
    return { id: name, name };
  }
  const id = (declared[2] ?? '').toLowerCase();
  const phrase = decodeWords((declared[1] ?? '').trim().replace(/^"(.*)"$/, '$1')).trim();
  return { id, name: clip(phrase === '' ? id : phrase) };
}

function nameOf(path: string): string {
  const names = path.split('/').map((part) => part.replace(/\.gz$/i, '').replace(/\.(?:txt|mbox|mbx|mail)$/i, ''));
  const telling = names
    .reverse()
    .find((name) => name.trim() !== '' && !MONTHLY.test(name) && !PLAIN_NAMES.has(name.toLowerCase()));
  return clip(telling ?? 'archive');
}
