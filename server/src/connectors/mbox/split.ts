/** One message as it stands in the file. `content` holds one character per byte, so that each part keeps its own charset. */
export interface Found {
  readonly type: 'message' | 'preamble' | 'too_long';
  /** The line of its "From " line, counted from 1. */
  readonly line: number;
  /** The "From " line itself, empty for a preamble. */
  readonly envelope: string;
  readonly content: string;
}

const ENVELOPE =
  /^From \S.*\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+\w{1,3}\s+\w{1,3}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+[A-Z]{1,5}|\s+[+-]\d{4})*\s+\d{4}(?:\s+[+-]\d{4})?\s*$/;
const HEADER = /^>?[!-9;-~]+:/;
const LONGEST_LINE = 1_000;

/** Cuts a stream into messages where a "From " line ends in a date and a header follows: anything else is text. */
export class Splitter {
  #pending = '';
  #scanned = 0;
  #line = 1;
  #skipping = false;
  readonly #limit: number;

  /** @param limit longest message kept, in bytes; a longer one is told once and passed over. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes the next bytes, one character each, and gives the messages they complete. */
  push(text: string): Found[] {
    this.#pending += text;
    const found = this.#cut(false);
    if (this.#pending.length > this.#limit) found.push(...this.#overflow());
    return found;
  }

  /** The end of the file: what remains is the last message. */
  end(): Found[] {
    const found = this.#cut(true);
    if (!this.#skipping && this.#pending !== '') found.push(this.#found(this.#pending));
    return found;
  }

  #cut(final: boolean): Found[] {
    const found: Found[] = [];
    for (let at = this.#next(final); at !== undefined; at = this.#next(final)) {
      const piece = this.#pending.slice(0, at);
      if (piece !== '' && !this.#skipping) found.push(this.#found(piece));
      this.#drop(at);
      this.#scanned = 1;
      this.#skipping = false;
    }
    return found;
  }

  /** Where the next message starts; undefined until enough has come to know. */
  #next(final: boolean): number | undefined {
    for (;;) {
      const at = this.#candidate();
      if (at === undefined) return undefined;
      const verdict = startsMessage(this.#pending, at, final);
      if (verdict === 'unknown') {
        this.#scanned = at;
        return undefined;
      }
      this.#scanned = at + 1;
      if (verdict === 'yes') return at;
    }
  }

  #candidate(): number | undefined {
    if (this.#scanned === 0 && this.#pending.startsWith('From ')) return 0;
    const at = this.#pending.indexOf('\nFrom ', Math.max(0, this.#scanned - 1));
    if (at >= 0) return at + 1;
    this.#scanned = Math.max(this.#scanned, this.#pending.length - 6);
    return undefined;
  }

  #overflow(): Found[] {
    const told = this.#skipping ? [] : [this.#found(this.#pending)];
    this.#skipping = true;
    this.#drop(Math.max(0, this.#scanned - 1));
    this.#scanned = 1;
    return told;
  }

  #drop(length: number): void {
    this.#line += count(this.#pending, length);
    this.#pending = this.#pending.slice(length);
  }

  #found(piece: string): Found {
    const end = piece.indexOf('\n');
    const first = end < 0 ? piece : piece.slice(0, end);
    if (!ENVELOPE.test(first)) return { type: 'preamble', line: this.#line, envelope: '', content: piece };
    const found = { line: this.#line, envelope: first.trimEnd() };
    if (piece.length > this.#limit) return { ...found, type: 'too_long', content: '' };
    return { ...found, type: 'message', content: end < 0 ? '' : piece.slice(end + 1) };
  }
}

function startsMessage(text: string, at: number, final: boolean): 'yes' | 'no' | 'unknown' {
  const end = text.indexOf('\n', at);
  if (end < 0) return !final && text.length - at < LONGEST_LINE ? 'unknown' : 'no';
  if (end - at > LONGEST_LINE || !ENVELOPE.test(text.slice(at, end))) return 'no';
  return startsWithHeader(text, end + 1, final);
}

function startsWithHeader(text: string, at: number, final: boolean): 'yes' | 'no' | 'unknown' {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end < 0 ? at + LONGEST_LINE : end);
  if (HEADER.test(line)) return 'yes';
  return end < 0 && line.length < LONGEST_LINE && !final ? 'unknown' : 'no';
}

/** How many line ends stand before `length`. */
function count(text: string, length: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < length; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
