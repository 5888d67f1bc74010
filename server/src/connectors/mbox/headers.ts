import { createHash } from 'node:crypto';
import { clip } from '@passerelle/kit';
import { decodeBytes, decodeWords } from './words.ts';

export interface Parts {
  /** Lower-case name to unfolded value, the first of each name. */
  readonly headers: ReadonlyMap<string, string>;
  /** One character per byte; undefined where the file stops inside the headers. */
  readonly body: string | undefined;
}

const MOST_HEADERS = 1_000;
const LONGEST_HEADER = 4_000;
const LONGEST_REFERENCES = 64_000;
const LONGEST_ID = 500;
const LONGEST_NAME = 200;

/** Splits a message (one character per byte) in its headers and its body. */
export function parts(content: string): Parts {
  const gap = /\r?\n\r?\n/.exec(content);
  const head = gap === null ? content : content.slice(0, gap.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/, MOST_HEADERS)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    if (name !== '' && !headers.has(name))
      headers.set(name, readable(line.slice(colon + 1, colon + 1 + longest(name)).trim()));
  }
  return { headers, body: gap === null ? undefined : content.slice(gap.index + gap[0].length) };
}

/** Nothing a person reads is longer; the chain of ids of an old thread may be. */
function longest(name: string): number {
  return name === 'references' ? LONGEST_REFERENCES : LONGEST_HEADER;
}

function readable(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /^[\x00-\x7f]*$/.test(value) ? value : (decodeBytes(Buffer.from(value, 'latin1'), undefined) ?? value);
}

/** Message ids without their brackets, in order; words around them are passed over. */
export function ids(header: string | undefined): string[] {
  const found: string[] = [];
  for (const [, text = ''] of (header ?? '').matchAll(/<([^<>]+)>/g)) {
    const id = text.replace(/\s/g, '');
    if (id !== '') found.push(id.length > LONGEST_ID ? digest(id) : id);
  }
  return found;
}

/** A short text that stands for facts: the same facts, the same text. */
export function digest(...facts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

export interface Sender {
  /** Lower case, with its @. */
  readonly address: string;
  readonly name: string | undefined;
}

/** Who a From header names, « ada at example.org (Ada) » included; undefined where no address stands in it. */
export function sender(header: string): Sender | undefined {
  const angled = /^([^<]*)<([^<>]*)>/.exec(header);
  if (angled !== null) return person(angled[2] ?? '', angled[1] ?? '');
  const open = header.indexOf('(');
  if (open < 0) return person(header, '');
  return person(header.slice(0, open), header.slice(open + 1).replace(/\)[^)]*$/, ''));
}

function person(where: string, name: string): Sender | undefined {
  const address = where
    .trim()
    .replace(/\s+(?:at|\(at\)|\[at\])\s+/i, '@')
    .toLowerCase();
  if (address.length > 320 || !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address)) return undefined;
  return { address, name: cleanName(name, address) };
}

function cleanName(name: string, address: string): string | undefined {
  const clean = decodeWords(
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replace(/\\(.)/g, '$1'),
  )
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  return clean === '' || clean.toLowerCase() === address ? undefined : clip(clean, LONGEST_NAME);
}
