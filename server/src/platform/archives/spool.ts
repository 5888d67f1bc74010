import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Meter } from './meter.ts';

/** One readable file of an export: a stretch of a file on disk. */
export interface Stored {
  readonly path: string;
  readonly size: number;
  /** Absolute path of the file that holds it. */
  readonly file: string;
  readonly offset: number;
}

interface Index {
  readonly format: 1;
  /** What was unpacked: a spool made from other bytes is not reused. */
  readonly source: string;
  readonly bytes: number;
  readonly files: readonly { readonly path: string; readonly size: number; readonly offset: number }[];
}

const DATA = 'data';
const INDEX = 'index.json';
const WRITE_BYTES = 1024 * 1024;

/**
 * All unpacked files one after another in a single file, named only in the index: hostile names never touch the disk,
 * and two hundred thousand small files cost no more than their bytes.
 */
export class SpoolWriter {
  readonly #folder: string;
  readonly #data: FileHandle;
  readonly #meter: Meter;
  readonly #files: Stored[] = [];
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #offset = 0;

  private constructor(folder: string, data: FileHandle, meter: Meter) {
    this.#folder = folder;
    this.#data = data;
    this.#meter = meter;
  }

  static async begin(folder: string, meter: Meter): Promise<SpoolWriter> {
    await discardSpool(folder);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new SpoolWriter(folder, await open(join(folder, DATA), 'wx', 0o600), meter);
  }

  get count(): number {
    return this.#files.length;
  }

  /** Keeps one file; `packed` is what it weighs in the archive, where the format tells. */
  async keep(path: string, source: AsyncIterable<Uint8Array>, packed?: number): Promise<void> {
    const offset = this.#offset;
    for await (const chunk of source) {
      this.#offset += chunk.length;
      this.#meter.out(chunk.length, path, this.#offset - offset, packed);
      await this.#write(chunk);
    }
    this.#files.push({ path, size: this.#offset - offset, file: join(this.#folder, DATA), offset });
  }

  /** Writes the index last: its presence says that the spool is whole. */
  async finish(source: string): Promise<readonly Stored[]> {
    await this.#flush();
    await this.#data.sync();
    await this.#data.close();
    const files = this.#files.map(({ path, size, offset }) => ({ path, size, offset }));
    const index: Index = { format: 1, source, bytes: this.#offset, files };
    const draft = join(this.#folder, `${INDEX}.new`);
    const handle = await open(draft, 'w', 0o600);
    await handle.writeFile(JSON.stringify(index));
    await handle.sync();
    await handle.close();
    await rename(draft, join(this.#folder, INDEX));
    return this.#files;
  }

  async abandon(): Promise<void> {
    await this.#data.close();
    await discardSpool(this.#folder);
  }

  async #write(chunk: Uint8Array): Promise<void> {
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes >= WRITE_BYTES) await this.#flush();
  }

  async #flush(): Promise<void> {
    const chunks = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (chunks.length > 0) await this.#data.appendFile(Buffer.concat(chunks));
  }
}

/** The files of a finished spool of the same source; undefined when there is none, or it is not whole. */
export async function finishedSpool(folder: string, source: string): Promise<readonly Stored[] | undefined> {
  const index = await readIndex(join(folder, INDEX));
  const data = await stat(join(folder, DATA)).catch(() => undefined);
  if (index === undefined || data === undefined) return undefined;
  if (index.source !== source || index.bytes !== data.size) return undefined;
  return index.files.map((file) => ({ ...file, file: join(folder, DATA) }));
}

async function readIndex(path: string): Promise<Index | undefined> {
  try {
    const index: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isIndex(index) ? index : undefined;
  } catch {
    return undefined;
  }
}

/** Written by us alone; the format number guards against an older hand. */
function isIndex(value: unknown): value is Index {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 1;
}

/** Removes a spool; nothing is said when there is none. */
export async function discardSpool(folder: string): Promise<void> {
  for (const name of [INDEX, `${INDEX}.new`, DATA]) await rm(join(folder, name), { force: true });
}
