import { decodeBytes, decodeWords } from './words.ts';

export interface Parts {
  /** Lower-case name to unfolded value, the first of each name. */
  readonly headers: ReadonlyMap<string, string>;
  /** One character per byte; undefined where the file stops inside the headers. */
  readonly body: string | undefined;
}

const MOST_HEADERS = 1_000;

/** Splits a message (one character per byte) in its headers and its body. */
export function parts(content: string): Parts {
  const gap = /\r?\n\r?\n/.exec(content);
  const head = gap === null ? content : content.slice(0, gap.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/, MOST_HEADERS)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, readable(line.slice(colon + 1).trim()));
  }
  return { headers, body: gap === null ? undefined : content.slice(gap.index + gap[0].length) };
}

function readable(value: string): string {
  // oxlint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(value) ? value : (decodeBytes(Buffer.from(value, 'latin1'), undefined) ?? value);
}

/** Message ids without their brackets, in order; words around them are passed over. */
export function ids(header: string | undefined): string[] {
  const found: string[] = [];
  for (const [, id = ''] of (header ?? '').matchAll(/<([^<>]{1,998})>/g)) found.push(id.replace(/\s+/g, ''));
  return found;
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
  const address = where.trim().replace(/\s+(?:at|\(at\)|\[at\])\s+/i, '@').toLowerCase();
  if (address.length > 320 || !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address)) return undefined;
  return { address, name: cleanName(name, address) };
}

function cleanName(name: string, address: string): string | undefined {
  const clean = decodeWords(name.trim().replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1'))
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .slice(0, 200);
  return clean === '' || clean.toLowerCase() === address ? undefined : clean;
}
