/** Bytes that structure JSON, and a scanner that finds where one value ends without understanding it. */

export const BYTE = {
  lineFeed: 0x0a,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openArray: 0x5b,
  backslash: 0x5c,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === BYTE.lineFeed || byte === 0x0d || byte === 0x09;
}

export function opens(byte: number): boolean {
  return byte === BYTE.openObject || byte === BYTE.openArray;
}

export function closes(byte: number): boolean {
  return byte === BYTE.closeObject || byte === BYTE.closeArray;
}

type Shape = 'string' | 'container' | 'scalar';

/** Captures the bytes of one value across chunks; bytes beyond the limits are followed but not kept. */
export class ValueScanner {
  /** What is wrong with the value, known once it ended. */
  flaw: 'element_too_big' | 'too_deep' | undefined;
  /** Line feeds passed inside the value. */
  lineFeeds = 0;
  #parts: Uint8Array[] = [];
  #size = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  readonly #shape: Shape;
  readonly #mostBytes: number;
  readonly #mostDepth: number;

  constructor(first: number, mostBytes: number, mostDepth: number) {
    this.#shape = first === BYTE.quote ? 'string' : opens(first) ? 'container' : 'scalar';
    this.#mostBytes = mostBytes;
    this.#mostDepth = mostDepth;
  }

  /** Goes on from `start`; gives the index after the value, or `undefined` when the chunk ended first. */
  take(chunk: Uint8Array, start: number): number | undefined {
    const end = this.#endIn(chunk, start);
    this.#keep(chunk, start, end ?? chunk.length);
    return end;
  }

  /** A number or word ends where the file does. */
  get endsWithFile(): boolean {
    return this.#shape === 'scalar';
  }

  bytes(): Uint8Array {
    const [only] = this.#parts;
    if (this.#parts.length === 1 && only !== undefined) return only;
    const whole = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  #keep(chunk: Uint8Array, start: number, end: number): void {
    if (this.flaw !== undefined) return;
    if (this.#size + end - start > this.#mostBytes) {
      this.flaw = 'element_too_big';
      const shown = this.#parts[0] ?? chunk.subarray(start, end);
      this.#parts = [shown.slice(0, 200)];
      this.#size = this.#parts[0]?.length ?? 0;
      return;
    }
    this.#size += end - start;
    // A value that ends in this chunk is decoded at once; one that goes on must outlive the reader's buffer.
    this.#parts.push(end === chunk.length ? chunk.slice(start, end) : chunk.subarray(start, end));
  }

  #endIn(chunk: Uint8Array, start: number): number | undefined {
    if (this.#shape === 'scalar') return endOfScalar(chunk, start);
    if (this.#shape === 'container') return this.#endOfContainer(chunk, start);
    return this.#endOfOwnString(chunk, start);
  }

  #endOfOwnString(chunk: Uint8Array, start: number): number | undefined {
    let at = start;
    if (!this.#inString && this.#size === 0) {
      this.#inString = true;
      at += 1;
    }
    at = this.#afterString(chunk, at);
    return this.#inString ? undefined : at;
  }

  #endOfContainer(chunk: Uint8Array, start: number): number | undefined {
    let at = this.#inString ? this.#afterString(chunk, start) : start;
    while (at < chunk.length) {
      const byte = chunk[at] ?? 0;
      at += 1;
      if (byte === BYTE.quote) {
        this.#inString = true;
        at = this.#afterString(chunk, at);
      } else if (byte === BYTE.lineFeed) this.lineFeeds += 1;
      else if (opens(byte)) this.#deeper();
      else if (closes(byte) && this.#shallower()) return at;
    }
    return undefined;
  }

  #deeper(): void {
    this.#depth += 1;
    if (this.#depth > this.#mostDepth) this.flaw ??= 'too_deep';
  }

  #shallower(): boolean {
    this.#depth -= 1;
    return this.#depth === 0;
  }

  /** The index after the closing quote, or the end of the chunk with `#inString` still true. */
  #afterString(chunk: Uint8Array, start: number): number {
    let escaped = this.#escaped;
    for (let at = start; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (escaped) escaped = false;
      else if (byte === BYTE.backslash) escaped = true;
      else if (byte === BYTE.quote) {
        this.#inString = false;
        this.#escaped = false;
        return at + 1;
      }
    }
    this.#escaped = escaped;
    return chunk.length;
  }
}

function endOfScalar(chunk: Uint8Array, start: number): number | undefined {
  for (let at = start; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte === BYTE.comma || closes(byte) || isSpace(byte)) return at;
  }
  return undefined;
}
