import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { crc32, inflateRawSync } from 'node:zlib';
import { RandomAccessReader, fromRandomAccessReaderPromise, getFileNameLowLevel } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { Refused } from './limits.ts';

export interface ZipEntry {
  /** As written in the archive, unchecked. */
  readonly name: string;
  readonly packedBytes: number;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  /** Packed by a method we know. */
  readonly isReadable: boolean;
  /** Inflated; refused as damaged when size or sum are not those declared. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** Entries in the order of the list at the end of the archive. */
export async function* zipEntries(file: string): AsyncIterable<ZipEntry> {
  const reader = new FileReader(file);
  try {
    // Names are decoded here and checked by the caller, so that each refusal has its code.
    const options = { decodeStrings: false, autoClose: false };
    const zip = await fromRandomAccessReaderPromise(reader, reader.size, options);
    for await (const entry of zip.eachEntry()) yield entryOf(zip, reader, entry);
  } finally {
    reader.finish();
  }
}

function entryOf(zip: ZipFile, reader: FileReader, entry: Entry): ZipEntry {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  return {
    name,
    packedBytes: entry.compressedSize,
    isFolder: name.endsWith('/'),
    isLink: isLink(entry),
    isEncrypted: entry.isEncrypted(),
    isReadable: entry.canDecodeFileData(),
    bytes: () => (isSmall(entry) ? atOnce(reader, entry) : streamed(zip, entry)),
  };
}

const UNIX_KIND = 0o170000;
const UNIX_FILE = 0o100000;
const UNIX_FOLDER = 0o040000;

/** Archives made on Unix carry the kind of each entry in the upper half of its attributes; others carry none. */
function isLink({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & UNIX_KIND;
  return kind !== 0 && kind !== UNIX_FILE && kind !== UNIX_FOLDER;
}

const SMALL_PACKED = 256 * 1024;
const SMALL_INFLATED = 4 * 1024 * 1024;

function isSmall({ compressedSize, uncompressedSize }: Entry): boolean {
  return compressedSize <= SMALL_PACKED && uncompressedSize <= SMALL_INFLATED;
}

const LOCAL_HEADER = { bytes: 30, mark: 0x04034b50, nameLengthAt: 26, extraLengthAt: 28 };

/** Exports hold many small files, and a stream for each costs far more than its bytes. */
async function* atOnce(reader: FileReader, entry: Entry): AsyncIterable<Uint8Array> {
  const start = entry.relativeOffsetOfLocalHeader;
  const header = reader.take(start, LOCAL_HEADER.bytes);
  if (header.readUInt32LE(0) !== LOCAL_HEADER.mark) throw new Refused('archive/damaged');
  const names = header.readUInt16LE(LOCAL_HEADER.nameLengthAt) + header.readUInt16LE(LOCAL_HEADER.extraLengthAt);
  const packed = reader.take(start + LOCAL_HEADER.bytes + names, entry.compressedSize);
  const inflated = entry.compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: SMALL_INFLATED });
  if (inflated.length !== entry.uncompressedSize || crc32(inflated) !== entry.crc32)
    throw new Refused('archive/damaged');
  if (inflated.length > 0) yield inflated;
}

async function* streamed(zip: ZipFile, entry: Entry): AsyncIterable<Uint8Array> {
  let sum = 0;
  const chunks: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Refused('archive/damaged');
}

const AHEAD_BYTES = 64 * 1024;

/** Reads the list of entries with a window: it is a row of short pieces, one behind the other. */
class FileReader extends RandomAccessReader {
  readonly size: number;
  readonly #file: string;
  readonly #descriptor: number;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;

  constructor(file: string) {
    super();
    this.#file = file;
    this.#descriptor = openSync(file, 'r');
    this.size = fstatSync(this.#descriptor).size;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#file, { start, end: end - 1 });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    queueMicrotask(() => {
      try {
        this.#through(length, position).copy(buffer, offset);
        callback(null);
      } catch (error) {
        callback(error instanceof Error ? error : new Error('unreadable'));
      }
    });
  }

  /** The descriptor is closed by `finish`, which comes whatever happens. */
  override close(callback: (error: Error | null) => void): void {
    queueMicrotask(() => callback(null));
  }

  finish(): void {
    closeSync(this.#descriptor);
  }

  take(start: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    if (length > 0 && readSync(this.#descriptor, bytes, 0, length, start) < length)
      throw new Refused('archive/damaged');
    return bytes;
  }

  #through(length: number, position: number): Buffer {
    if (length > AHEAD_BYTES) return this.take(position, length);
    const start = position - this.#windowStart;
    if (start >= 0 && start + length <= this.#window.length) return this.#window.subarray(start, start + length);
    const ahead = Math.min(AHEAD_BYTES, this.size - position);
    if (ahead < length) throw new Refused('archive/damaged');
    this.#window = this.take(position, ahead);
    this.#windowStart = position;
    return this.#window.subarray(0, length);
  }
}
