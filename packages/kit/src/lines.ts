import { badCharacter } from './characters.ts';
import type { ExportFile, Problem } from './contract.ts';
import { problemOf } from './problem.ts';
import { PieceDecoder, asciiCompatible, joined } from './text.ts';

export const LINE_LIMIT = 1024 * 1024;
const EXCERPT_BYTES = 200;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** One line without its end, as it stands. `number` counts from 1; `ended` is false on a last line without line feed. */
export interface ByteLine {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly ended: boolean;
  /** The line was longer than the limit: `bytes` holds only its beginning. */
  readonly tooLong: boolean;
}

export type TextLine =
  | { readonly type: 'line'; readonly number: number; readonly text: string; readonly ended: boolean }
  | { readonly type: 'problem'; readonly problem: Problem };

/** Splits bytes at line feeds (a carriage return before them is dropped) holding at most one line of `limit` bytes. */
export async function* byteLines(source: AsyncIterable<Uint8Array>, limit = LINE_LIMIT): AsyncIterable<ByteLine> {
  let rest = new Uint8Array(0) as Uint8Array;
  let dropped = false;
  let number = 1;
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const whole = dropped ? rest : joined(rest, chunk.subarray(start, end));
      yield lineOf(whole, number, true, limit, dropped);
      rest = new Uint8Array(0);
      dropped = false;
      number += 1;
      start = end + 1;
    }
    if (dropped || start === chunk.length) continue;
    rest = joined(rest, chunk.slice(start));
    if (rest.length <= limit) continue;
    rest = rest.slice(0, EXCERPT_BYTES);
    dropped = true;
  }
  if (rest.length > 0) yield lineOf(rest, number, false, limit, dropped);
}

/**
 * Lines as text, each decoded strictly; a line that is too long, not text, or holds a character no database takes is
 * a problem and reading goes on.
 */
export async function* textLines(file: ExportFile, limit = LINE_LIMIT): AsyncIterable<TextLine> {
  const decoder = new PieceDecoder();
  for await (const line of byteLines(asciiCompatible(file.bytes()), limit)) {
    yield textOf(file.path, line, decoder);
  }
}

function textOf(file: string, line: ByteLine, decoder: PieceDecoder): TextLine {
  const where = { line: line.number };
  if (line.tooLong) return problemLine(file, 'line_too_long', { ...where, excerpt: rough(line.bytes) });
  const text = decoder.decode(line.bytes);
  if (text === undefined) return problemLine(file, 'not_text', { ...where, excerpt: rough(line.bytes) });
  const bad = badCharacter(text);
  if (bad !== undefined) return problemLine(file, bad, { ...where, excerpt: text });
  return { type: 'line', number: line.number, text, ended: line.ended };
}

function problemLine(...facts: Parameters<typeof problemOf>): TextLine {
  return { type: 'problem', problem: problemOf(...facts) };
}

/** What can be shown of bytes whose encoding is unsure. */
export function rough(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, EXCERPT_BYTES));
}

function lineOf(whole: Uint8Array, number: number, ended: boolean, limit: number, dropped: boolean): ByteLine {
  const tooLong = dropped || whole.length > limit + 1;
  if (tooLong) return { number, bytes: whole.subarray(0, EXCERPT_BYTES), ended, tooLong };
  const last = ended && whole[whole.length - 1] === CARRIAGE_RETURN ? whole.length - 1 : whole.length;
  return { number, bytes: whole.subarray(0, last), ended, tooLong: last > limit };
}
