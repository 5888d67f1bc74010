/** Text as it really comes: UTF-8 with or without a mark, UTF-16 with a mark, and the older Windows code page. */

type Decoder = InstanceType<typeof TextDecoder>;
type Encoder = InstanceType<typeof TextEncoder>;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Strict UTF-8. Windows-1252 stands for Latin-1 too: it is the same page with printable characters at 80-9F. */
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/** A text in Latin letters is mostly ASCII; above this share of high bytes it is something else. */
const MOST_HIGH_BYTES = 0.3;
const UNDEFINED_IN_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** The encoding a byte order mark declares, and the length of the mark. */
export function markOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** Decodes a whole text. `undefined`: this is not text in an encoding we recognise (`not_text`). */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const mark = markOf(bytes);
  if (mark !== undefined && mark.encoding !== 'utf-8') {
    const text = attempt(new TextDecoder(mark.encoding, { fatal: true }), bytes.subarray(mark.length));
    return text === undefined ? undefined : { text, encoding: mark.encoding };
  }
  const body = mark === undefined ? bytes : bytes.subarray(mark.length);
  const text = attempt(strictUtf8, body);
  if (text !== undefined) return { text, encoding: 'utf-8' };
  if (mark !== undefined || !looksLike1252(body)) return undefined;
  return { text: windows1252.decode(body), encoding: 'windows-1252' };
}

/**
 * Decodes the pieces (lines, elements) of one file one after another and remembers what the file has shown: once a
 * piece held true UTF-8 beyond ASCII, a later broken piece is damage (`undefined`), not an older encoding.
 */
export class PieceDecoder {
  #sawUtf8 = false;

  decode(bytes: Uint8Array): string | undefined {
    const text = attempt(strictUtf8, bytes);
    if (text !== undefined) {
      if (text.length !== bytes.length) this.#sawUtf8 = true;
      return text;
    }
    return this.#sawUtf8 || !looksLike1252(bytes) ? undefined : windows1252.decode(bytes);
  }
}

/** Gives UTF-8 (or an ASCII-compatible page) without a mark: UTF-16 is rewritten, the rest passes as it is. */
export async function* asciiCompatible(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: Decoder | undefined;
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of source) {
    if (head !== undefined) {
      head = joined(head, chunk);
      if (head.length < 3) continue;
      decoder = utf16DecoderOf(head);
      yield* rewritten(withoutMark(head), decoder, encoder);
      head = undefined;
    } else yield* rewritten(chunk, decoder, encoder);
  }
  if (head !== undefined && head.length > 0) yield* rewritten(withoutMark(head), utf16DecoderOf(head), encoder);
  else if (decoder !== undefined) yield encoder.encode(decoder.decode());
}

function* rewritten(chunk: Uint8Array, decoder: Decoder | undefined, encoder: Encoder): Iterable<Uint8Array> {
  const bytes = decoder === undefined ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }));
  if (bytes.length > 0) yield bytes;
}

function utf16DecoderOf(head: Uint8Array): Decoder | undefined {
  const encoding = markOf(head)?.encoding;
  return encoding === undefined || encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(markOf(bytes)?.length ?? 0);
}

function attempt(decoder: Decoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function looksLike1252(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) high += 1;
    if (isControl(byte) || UNDEFINED_IN_1252.has(byte)) return false;
  }
  return high <= Math.max(1, bytes.length * MOST_HIGH_BYTES);
}

/** Controls that no text holds; tab, line feed, form feed and carriage return are text. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f;
}

export function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const whole = new Uint8Array(left.length + right.length);
  whole.set(left);
  whole.set(right, left.length);
  return whole;
}
