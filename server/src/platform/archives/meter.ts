import { Refused } from './limits.ts';
import type { Limits } from './limits.ts';

export interface Progress {
  /** Packed bytes read so far, of `totalBytes`. */
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly inflatedBytes: number;
  readonly entries: number;
}

const TELL_EVERY = 1024 * 1024;

/** Counts what really comes out of an archive and stops it at the limits. */
export class Meter {
  readonly limits: Limits;
  readonly #totalPacked: number;
  readonly #signal: AbortSignal | undefined;
  readonly #progress: ((progress: Progress) => void) | undefined;
  #packed = 0;
  #inflated = 0;
  #entries = 0;
  #told = 0;

  constructor(
    limits: Limits,
    totalPacked: number,
    how: { readonly signal?: AbortSignal | undefined; readonly progress?: ((progress: Progress) => void) | undefined },
  ) {
    this.limits = limits;
    this.#totalPacked = totalPacked;
    this.#signal = how.signal;
    this.#progress = how.progress;
  }

  get inflated(): number {
    return this.#inflated;
  }

  entry(path: string): void {
    this.#entries += 1;
    if (this.#entries > this.limits.entries) throw new Refused('archive/too_many_entries', path);
    this.alive();
  }

  alive(): void {
    if (this.#signal?.aborted === true) throw new Refused('archive/cancelled');
  }

  packed(bytes: number): void {
    this.#packed += bytes;
    this.alive();
    if (this.#packed - this.#told < TELL_EVERY) return;
    this.tell();
  }

  tell(): void {
    this.#told = this.#packed;
    this.#progress?.({
      readBytes: this.#packed,
      totalBytes: this.#totalPacked,
      inflatedBytes: this.#inflated,
      entries: this.#entries,
    });
  }

  /** `ofFile` counts this file alone; `packedOfFile` is known in formats that pack each file by itself. */
  out(bytes: number, path: string, ofFile: number, packedOfFile: number | undefined): void {
    this.#inflated += bytes;
    this.alive();
    const { limits } = this;
    if (this.#inflated > limits.totalBytes || ofFile > limits.fileBytes) throw new Refused('archive/too_big', path);
    const ratioOfFile = packedOfFile !== undefined && isTooDense(ofFile, packedOfFile, limits);
    if (ratioOfFile || isTooDense(this.#inflated, this.#packed, limits)) throw new Refused('archive/ratio', path);
  }
}

export function isTooDense(inflated: number, packed: number, limits: Limits): boolean {
  return inflated > limits.ratioFrom && inflated > packed * limits.ratio;
}

/** Counts packed bytes as they are read. */
export async function* counted(source: AsyncIterable<Uint8Array>, meter: Meter): AsyncIterable<Uint8Array> {
  for await (const chunk of source) {
    meter.packed(chunk.length);
    yield chunk;
  }
}
