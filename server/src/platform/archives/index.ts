import { createHash } from 'node:crypto';
import { no, yes } from '#kernel/result.ts';
import type { Result } from '#kernel/result.ts';
import { membersAt } from './folder.ts';
import type { Found, Member } from './folder.ts';
import { DEFAULT_LIMITS, Refused, systemCode } from './limits.ts';
import type { ArchiveCode, Limits } from './limits.ts';
import { Meter } from './meter.ts';
import type { Progress } from './meter.ts';
import { bytesOf, headOf } from './stored.ts';
import { SpoolWriter, finishedSpool } from './spool.ts';
import type { Stored } from './spool.ts';
import { Unpacker } from './unpack.ts';

export type { ArchiveCode, Limits } from './limits.ts';
export { DEFAULT_LIMITS } from './limits.ts';
export type { Progress } from './meter.ts';
export { discardSpool } from './spool.ts';

/** Read at most once. */
export interface ArchiveFile {
  readonly path: string;
  bytes(): AsyncIterable<Uint8Array>;
}

export interface OpenExport {
  /** In the order of their paths. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** At most the first 4 KiB as text. */
  head(path: string): string | undefined;
  /** Throws on a path that is not in `files`: paths come from there. */
  open(path: string): ArchiveFile;
}

export interface Opening {
  /** A folder of its own for what must be unpacked; found finished there (after a kill), it is used again. */
  readonly spool: string;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/**
 * Opens an export whatever it comes in: a folder (read in place), a zip, a tar, a tar.gz, a gz, or a bare file, told
 * apart by their bytes. Archives are unpacked once, all or nothing; the caller discards the spool when done.
 */
export async function openExport(path: string, opening: Opening): Promise<Result<OpenExport, ArchiveCode>> {
  try {
    const stored = await storedFiles(path, opening, { ...DEFAULT_LIMITS, ...opening.limits });
    return stored.length === 0 ? no('archive/empty') : yes(reading(stored));
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const named = error instanceof Refused ? error.path : undefined;
    return named === undefined ? no(code) : no(code, { path: named });
  }
}

function codeOf(error: unknown): ArchiveCode | undefined {
  if (error instanceof Refused) return error.code;
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'archive/disk_full';
    case 'EACCES':
    case 'EPERM':
    case 'EIO':
      return 'archive/unreadable';
    default:
      return undefined;
  }
}

async function storedFiles(path: string, opening: Opening, limits: Limits): Promise<readonly Stored[]> {
  const found = await membersAt(path, limits);
  const packed = found.members.filter(
    (member) => member.kind === 'zip' || member.kind === 'gzip' || member.kind === 'tar',
  );
  const plain = found.members.filter((member) => member.kind === 'plain').map(inPlace);
  const [strange] = found.members;
  if (found.single && strange?.kind === 'unsupported') throw new Refused('archive/unsupported', strange.path);
  const inPlaceBytes = plain.reduce((sum, file) => sum + file.size, 0);
  if (inPlaceBytes > limits.totalBytes) throw new Refused('archive/too_big');
  if (packed.length === 0) return plain;
  const source = fingerprint(packed);
  const unpacked =
    (await finishedSpool(opening.spool, source)) ??
    (await unpack(
      { ...found, members: packed },
      opening,
      { ...limits, totalBytes: limits.totalBytes - inPlaceBytes },
      source,
    ));
  return uniquePaths([...plain, ...unpacked]);
}

function inPlace({ path, size, file }: Member): Stored {
  return { path, size, file, offset: 0 };
}

/** Changes when any packed file does. */
function fingerprint(members: readonly Member[]): string {
  const hash = createHash('sha256');
  for (const { path, file, size, modified } of members) hash.update(JSON.stringify([path, file, size, modified]));
  return hash.digest('hex');
}

async function unpack(found: Found, opening: Opening, limits: Limits, source: string): Promise<readonly Stored[]> {
  const totalPacked = found.members.reduce((sum, member) => sum + member.size, 0);
  const meter = new Meter(limits, totalPacked, opening);
  const spool = await SpoolWriter.begin(opening.spool, meter);
  try {
    const unpacker = new Unpacker(spool, meter);
    for (const member of found.members) await unpacker.unpack(member, found.single);
    if (spool.count === 0 && found.single) throw nothingIn(unpacker.nested);
    const files = await spool.finish(source);
    meter.tell();
    return files;
  } catch (error) {
    await spool.abandon();
    throw error;
  }
}

function nothingIn(nested: string | undefined): Refused {
  return nested === undefined ? new Refused('archive/empty') : new Refused('archive/nested', nested);
}

/** By path; the same path twice (a file and its packed copy, a zip that repeats a name) is numbered, none is lost. */
function uniquePaths(files: readonly Stored[]): readonly Stored[] {
  const taken = new Set<string>();
  const unique = files.map((file) => {
    let path = file.path;
    for (let copy = 2; taken.has(path); copy += 1) path = `${file.path} (${copy})`;
    taken.add(path);
    return { ...file, path };
  });
  return unique.sort((left, right) => (left.path < right.path ? -1 : 1));
}

function reading(files: readonly Stored[]): OpenExport {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    files: files.map(({ path, size }) => ({ path, size })),
    head(path) {
      const stored = byPath.get(path);
      return stored === undefined ? undefined : headOf(stored);
    },
    open(path) {
      const stored = byPath.get(path);
      if (stored === undefined) throw new Error('no such file in this export');
      return { path, bytes: () => bytesOf(stored) };
    },
  };
}
