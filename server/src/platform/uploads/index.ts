import { mkdir, open, rm, stat, statfs, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';

export type UploadCode = 'upload/wrong_offset' | 'upload/too_big' | 'upload/busy' | 'upload/disk_full';

export interface Chunk {
  /** Bytes that came before; must be what is stored. */
  readonly offset: number;
  /** The size announced for the whole: no byte is taken beyond it. */
  readonly total: number;
  readonly body: ReadableStream<Uint8Array> | null;
}

/** A file somebody sends: an id of ours, and the name he gives it, by which kinds of files are known. */
export interface Upload {
  readonly id: string;
  readonly fileName: string;
}

/** Files people send in pieces, each in a folder of its own in the data folder until they are read. */
export interface Uploads {
  /** Bytes stored so far; 0 before the first. */
  received(upload: Upload): Promise<number>;
  /** Adds a chunk and answers what is stored now. A connection that breaks leaves what came: the next chunk starts there. */
  append(upload: Upload, chunk: Chunk): Promise<Result<{ received: number }, UploadCode>>;
  /** Whether so many bytes fit on the disk, with some room left for everything else. */
  fits(bytes: number): Promise<boolean>;
  pathOf(upload: Upload): string;
  /** A folder beside the file, for what is unpacked from it. */
  spoolOf(id: string): string;
  /** Forgets the file and whatever was unpacked. */
  discard(id: string): Promise<void>;
}

export interface UploadsOptions {
  readonly folder: string;
  /** Bytes of one chunk, counted as they come, whatever the request announced. */
  readonly chunkBytes: number;
}

const ROOM_LEFT = 256 * 1024 * 1024;
const OWNER_ONLY = 0o700;

export function openUploads({ folder, chunkBytes }: UploadsOptions): Uploads {
  const busy = new Set<string>();
  const place = (id: string): string => join(folder, id);
  const pathOf = ({ id, fileName }: Upload): string => join(place(id), 'file', safeName(fileName));
  return {
    received: (upload) => sizeOf(pathOf(upload)),
    async append(upload, chunk) {
      const { id } = upload;
      if (busy.has(id)) return no('upload/busy');
      busy.add(id);
      try {
        await mkdir(join(place(id), 'file'), { recursive: true, mode: OWNER_ONLY });
        return await appendTo(pathOf(upload), chunk, chunkBytes);
      } finally {
        busy.delete(id);
      }
    },
    async fits(bytes) {
      await mkdir(folder, { recursive: true, mode: OWNER_ONLY });
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize - ROOM_LEFT > bytes;
    },
    pathOf,
    spoolOf: (id) => join(place(id), 'spool'),
    discard: (id) => rm(place(id), { recursive: true, force: true }),
  };
}

const LONGEST_NAME = 60;

/** What is left of a name once it can neither lead elsewhere nor be too long; its end says what kind of file it is. */
function safeName(fileName: string): string {
  const plain = fileName
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^[. ]+/, '_')
    .slice(-LONGEST_NAME)
    .trim();
  return plain === '' ? 'export' : plain;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

async function appendTo(
  path: string,
  { offset, total, body }: Chunk,
  chunkBytes: number,
): Promise<Result<{ received: number }, UploadCode>> {
  const stored = await sizeOf(path);
  if (offset !== stored) return no('upload/wrong_offset', { received: stored });
  const most = Math.min(chunkBytes, total - stored);
  try {
    const written = await write(path, body, most);
    if (written !== undefined) return yes({ received: stored + written });
    await truncate(path, stored);
    return no('upload/too_big', { limit: most });
  } catch (error) {
    if (!FULL.has(codeOf(error) ?? '')) throw error;
    await truncate(path, stored);
    return no('upload/disk_full');
  }
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Appends the body; undefined once more came than may. */
async function write(path: string, body: ReadableStream<Uint8Array> | null, most: number): Promise<number | undefined> {
  const file = await open(path, 'a', 0o600);
  try {
    let written = 0;
    for await (const piece of body ?? []) {
      if (written + piece.byteLength > most) return undefined;
      await file.appendFile(piece);
      written += piece.byteLength;
    }
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
