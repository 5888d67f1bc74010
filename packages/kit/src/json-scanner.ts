import { badCharacter } from './characters.ts';
import type { ProblemCode } from './contract.ts';
import { BYTE, ValueScanner, closes, isSpace, opens } from './json-bytes.ts';
import { rough } from './lines.ts';
import { PieceDecoder } from './text.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface JsonLimits {
  /** Bytes of one element or of one field of an object on the way. */
  readonly elementBytes: number;
  readonly depth: number;
}

export const JSON_LIMITS: JsonLimits = { elementBytes: 8 * 1024 * 1024, depth: 64 };

export type JsonEvent =
  | {
      readonly type: 'element';
      /** The pattern this element answers, such as `threads[].comments[]`. */
      readonly path: string;
      readonly value: unknown;
      /** Place in its own array, from 0, refused elements counted. */
      readonly index: number;
      /** Line where it begins, from 1. */
      readonly line: number;
      /** The objects around it, outermost first, with the fields read so far: later fields come with `parent`. */
      readonly parents: readonly JsonObject[];
    }
  | {
      /** An object on the way was read to its end; the arrays and objects on the way are left out of it. */
      readonly type: 'parent';
      /** Such as `threads[]`; empty for the outermost object. */
      readonly path: string;
      readonly value: JsonObject;
      readonly line: number;
      readonly parents: readonly JsonObject[];
    }
  | { readonly type: 'flaw'; readonly code: ProblemCode; readonly line: number; readonly excerpt?: string };

interface Frame {
  readonly kind: 'object' | 'array';
  readonly path: string;
  readonly line: number;
  readonly fields: Record<string, unknown>;
  fieldBytes: number;
  key: string;
  index: number;
}

type Awaits = 'value' | 'key' | 'colon' | 'next' | 'nothing';

/**
 * Walks JSON chunk by chunk. Only the way to the wanted arrays is followed; every other value is captured whole and
 * left to `JSON.parse`, so that memory holds one element and the fields around it.
 */
export class JsonScanner {
  readonly #wanted: readonly string[];
  readonly #limits: JsonLimits;
  readonly #decoder = new PieceDecoder();
  readonly #frames: Frame[] = [];
  #events: JsonEvent[] = [];
  #awaits: Awaits = 'value';
  #line = 1;
  #value: ValueScanner | undefined;
  #valueLine = 1;
  #isKey = false;
  #surplusTold = false;

  constructor(wanted: readonly string[], limits: JsonLimits = JSON_LIMITS) {
    this.#wanted = wanted;
    this.#limits = limits;
  }

  write(chunk: Uint8Array): readonly JsonEvent[] {
    let at = 0;
    while (at < chunk.length) {
      at = this.#value === undefined ? this.#step(chunk, at) : this.#follow(this.#value, chunk, at);
    }
    return this.#taken();
  }

  /** Says where a cut file broke; what was read has been given already. */
  end(): readonly JsonEvent[] {
    if (this.#value?.endsWithFile === true && this.#frames.length === 0) this.#finish(this.#value);
    if (this.#awaits === 'nothing') return this.#taken();
    const excerpt = this.#value === undefined ? undefined : rough(this.#value.bytes());
    this.#flaw('cut_short', this.#line + (this.#value?.lineFeeds ?? 0), excerpt);
    return this.#taken();
  }

  #taken(): readonly JsonEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #step(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0;
    if (byte === BYTE.lineFeed) this.#line += 1;
    if (isSpace(byte)) return at + 1;
    if (this.#awaits === 'nothing') return this.#surplus(chunk, at);
    if (closes(byte)) {
      this.#close();
      return at + 1;
    }
    if (byte === BYTE.comma || byte === BYTE.colon) {
      this.#separator(byte);
      return at + 1;
    }
    return this.#begin(chunk, at, byte);
  }

  /** Something stands after the end of the document: it is told once and left. */
  #surplus(chunk: Uint8Array, at: number): number {
    if (!this.#surplusTold) this.#flaw('not_json', this.#line, rough(chunk.subarray(at)));
    this.#surplusTold = true;
    return chunk.length;
  }

  #separator(byte: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return this.#flaw('not_json', this.#line);
    if (byte === BYTE.colon) this.#awaits = 'value';
    else {
      this.#awaits = frame.kind === 'object' ? 'key' : 'value';
      frame.index += 1;
    }
  }

  #begin(chunk: Uint8Array, at: number, byte: number): number {
    const frame = this.#frames.at(-1);
    this.#isKey = frame?.kind === 'object' && this.#awaits !== 'value';
    this.#valueLine = this.#line;
    if (!this.#isKey && opens(byte) && this.#enter(frame, byte)) return at + 1;
    const value = new ValueScanner(byte, this.#limits.elementBytes, this.#limits.depth);
    this.#value = value;
    return this.#follow(value, chunk, at);
  }

  #follow(value: ValueScanner, chunk: Uint8Array, at: number): number {
    const end = value.take(chunk, at);
    if (end === undefined) return chunk.length;
    this.#finish(value);
    return end;
  }

  #enter(frame: Frame | undefined, byte: number): boolean {
    const kind = byte === BYTE.openObject ? 'object' : 'array';
    const path = kind === 'array' ? `${pathInside(frame)}[]` : pathInside(frame);
    const onTheWay = this.#wanted.some((wanted) => isPrefix(path, kind, wanted));
    if (!onTheWay || this.#frames.length > this.#limits.depth) return false;
    this.#frames.push({ kind, path, line: this.#line, fields: {}, fieldBytes: 0, key: '', index: 0 });
    this.#awaits = kind === 'object' ? 'key' : 'value';
    return true;
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return this.#flaw('not_json', this.#line);
    if (frame.kind === 'object') {
      this.#events.push({
        type: 'parent',
        path: frame.path,
        value: frame.fields,
        line: frame.line,
        parents: this.#parents(),
      });
    }
    this.#awaits = this.#frames.length === 0 ? 'nothing' : 'next';
  }

  #finish(value: ValueScanner): void {
    this.#value = undefined;
    this.#line += value.lineFeeds;
    const frame = this.#frames.at(-1);
    this.#awaits = frame === undefined ? 'nothing' : this.#isKey ? 'colon' : 'next';
    const parsed = this.#parsed(value);
    if (parsed === undefined) return;
    if (frame === undefined) this.#flaw('wrong_shape', this.#valueLine, rough(value.bytes()));
    else if (frame.kind === 'array') this.#element(frame, parsed.value, value);
    else if (this.#isKey) frame.key = String(parsed.value);
    else this.#field(frame, parsed.value, value.bytes().length);
  }

  #element(frame: Frame, value: unknown, scanned: ValueScanner): void {
    if (!this.#wanted.includes(frame.path)) return this.#flaw('wrong_shape', this.#valueLine, rough(scanned.bytes()));
    const { path, index } = frame;
    this.#events.push({ type: 'element', path, value, index, line: this.#valueLine, parents: this.#parents() });
  }

  #field(frame: Frame, value: unknown, bytes: number): void {
    frame.fieldBytes += bytes;
    if (frame.fieldBytes > this.#limits.elementBytes) return this.#flaw('element_too_big', this.#valueLine, frame.key);
    if (frame.key !== '__proto__') frame.fields[frame.key] = value;
  }

  #parsed(scanned: ValueScanner): { readonly value: unknown } | undefined {
    const bytes = scanned.bytes();
    const text = scanned.flaw === undefined ? this.#decoder.decode(bytes) : undefined;
    const parsed = text === undefined ? undefined : parse(text);
    const code = scanned.flaw ?? (text === undefined ? 'not_text' : parsed?.code);
    if (code === undefined) return parsed;
    this.#flaw(code, this.#valueLine, rough(bytes));
    return undefined;
  }

  #parents(): readonly JsonObject[] {
    return this.#frames.filter((frame) => frame.kind === 'object').map((frame) => frame.fields);
  }

  #flaw(code: ProblemCode, line: number, excerpt?: string): void {
    this.#events.push(excerpt === undefined ? { type: 'flaw', code, line } : { type: 'flaw', code, line, excerpt });
  }
}

function pathInside(frame: Frame | undefined): string {
  if (frame === undefined || frame.kind === 'array') return frame?.path ?? '';
  return frame.path === '' ? frame.key : `${frame.path}.${frame.key}`;
}

/** Whether entering this container leads to the wanted array. */
function isPrefix(path: string, kind: 'object' | 'array', wanted: string): boolean {
  if (kind === 'array' && path === wanted) return true;
  const rest = wanted.slice(path.length);
  if (!wanted.startsWith(path)) return false;
  if (kind === 'array') return rest.startsWith('.') || rest.startsWith('[]');
  return path === '' ? /^[^[.]/.test(rest) : rest.startsWith('.');
}

/** NUL and halves of characters can only be written as escapes: other texts are not searched. */
const MAY_BE_BAD = /\\u(?:0000|d[89a-f])/i;

function parse(text: string): { readonly value: unknown; readonly code?: ProblemCode } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { value: undefined, code: text.includes('\0') ? 'nul_character' : 'not_json' };
  }
  const code = MAY_BE_BAD.test(text) ? badCharacter(value) : undefined;
  return code === undefined ? { value } : { value, code };
}
