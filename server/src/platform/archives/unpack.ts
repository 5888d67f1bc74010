import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { bytesOfFile } from './folder.ts';
import type { Member } from './folder.ts';
import { Refused, asDamage } from './limits.ts';
import { MAGIC_BYTES, kindOf } from './magic.ts';
import { counted, isTooDense } from './meter.ts';
import type { Meter } from './meter.ts';
import { cleanPath, folderFor, isJunk, withoutGz } from './names.ts';
import { peek } from './peek.ts';
import type { SpoolWriter } from './spool.ts';
import { zipEntries } from './zip.ts';

/** Unpacks members of a folder (or one file) into a spool, one level deep. */
export class Unpacker {
  readonly #spool: SpoolWriter;
  readonly #meter: Meter;
  /** The first archive found inside an archive, left packed. */
  nested: string | undefined;

  constructor(spool: SpoolWriter, meter: Meter) {
    this.#spool = spool;
    this.#meter = meter;
  }

  /** `single`: the member is the whole export, its files keep the paths they have inside. */
  async unpack(member: Member, single: boolean): Promise<void> {
    const prefix = single ? '' : `${folderFor(member.path)}/`;
    try {
      if (member.kind === 'zip') return await this.#zip(member, prefix);
      const bytes = counted(bytesOfFile(member.file), this.#meter);
      if (member.kind === 'tar') return await this.#tar(bytes, prefix);
      const { head, all } = await peek(gunzipped(bytes, this.#meter), MAGIC_BYTES);
      if (kindOf(head) === 'tar') return await this.#tar(all, prefix);
      await this.#keep(withoutGz(member.path), all);
    } catch (error) {
      throw asDamage(error, member.path);
    }
  }

  async #tar(source: AsyncIterable<Uint8Array>, prefix: string): Promise<void> {
    const entries = extract(OLD_TARS_TOO);
    // Errors of the source come out of the loop below; without a listener they would be thrown twice.
    pipeline(Readable.from(source, { objectMode: false }), entries, () => undefined);
    for await (const entry of entries) {
      const { name, type } = entry.header;
      this.#meter.entry(name);
      const path = cleanPath(name, this.#meter.limits.pathLength);
      if (LINKS.has(type)) throw new Refused('archive/link', path);
      if (path === '' || isJunk(path) || !FILES.has(type)) entry.resume();
      else await this.#keep(prefix + path, chunksOf(entry));
    }
  }

  async #zip(member: Member, prefix: string): Promise<void> {
    for await (const entry of zipEntries(member.file)) {
      this.#meter.entry(entry.name);
      const path = cleanPath(entry.name, this.#meter.limits.pathLength);
      if (entry.isLink) throw new Refused('archive/link', path);
      if (entry.isEncrypted) throw new Refused('archive/encrypted', path);
      this.#meter.packed(entry.packedBytes);
      if (entry.isFolder || path === '' || isJunk(path)) continue;
      if (!entry.isReadable) throw new Refused('archive/unsupported', path);
      await this.#keep(prefix + path, entry.bytes(), entry.packedBytes);
    }
  }

  /** One file of an archive: packed singly it is inflated, an archive of its own stays closed. */
  async #keep(path: string, source: AsyncIterable<Uint8Array>, packed?: number): Promise<void> {
    const outer = await peek(source, MAGIC_BYTES);
    const kind = kindOf(outer.head);
    if (kind === 'plain' || kind === 'unsupported') return await this.#spool.keep(path, outer.all, packed);
    if (kind !== 'gzip') return await this.#leave(path, outer.all);
    const inner = await peek(gunzipped(outer.all, this.#meter), MAGIC_BYTES);
    if (kindOf(inner.head) === 'plain') return await this.#spool.keep(withoutGz(path), inner.all, packed);
    await this.#leave(path, inner.all);
  }

  /** Read to its end (and counted), since what follows in a tar stands behind it. */
  async #leave(path: string, all: AsyncIterable<Uint8Array>): Promise<void> {
    this.nested ??= path;
    let bytes = 0;
    for await (const chunk of all) {
      bytes += chunk.length;
      this.#meter.out(chunk.length, path, bytes, undefined);
    }
  }
}

/** Known to the library, not to its types: headers of before 1988 carry no mark. */
const OLD_TARS_TOO: Parameters<typeof extract>[0] & { readonly allowUnknownFormat: true } = {
  allowUnknownFormat: true,
};

const LINKS: ReadonlySet<string | null> = new Set(['link', 'symlink', 'character-device', 'block-device', 'fifo']);
const FILES: ReadonlySet<string | null> = new Set(['file', 'contiguous-file']);

async function* chunksOf(entry: AsyncIterable<unknown>): AsyncIterable<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}

/** Inflated, and weighed against what was really taken in: what was only read ahead proves nothing. */
async function* gunzipped(source: AsyncIterable<Uint8Array>, { limits }: Meter): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 128 * 1024 });
  pipeline(Readable.from(source, { objectMode: false }), gunzip, () => undefined);
  const chunks: AsyncIterable<Uint8Array> = gunzip;
  let inflated = 0;
  for await (const chunk of chunks) {
    inflated += chunk.length;
    if (isTooDense(inflated, gunzip.bytesWritten, limits)) throw new Refused('archive/ratio');
    yield chunk;
  }
}
