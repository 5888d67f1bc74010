/** What an archive may cost before it is refused as a whole. Counted on the bytes that really come out. */
export interface Limits {
  /** Inflated bytes of all files together. */
  readonly totalBytes: number;
  /** Inflated bytes of one file. */
  readonly fileBytes: number;
  readonly entries: number;
  /** Inflated bytes for one packed byte, looked at once more than `ratioFrom` bytes came out. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Characters of one path inside the export. */
  readonly pathLength: number;
}

const GIB = 1024 ** 3;

export const DEFAULT_LIMITS: Limits = {
  totalBytes: 20 * GIB,
  fileBytes: 20 * GIB,
  entries: 200_000,
  ratio: 1000,
  ratioFrom: 16 * 1024 * 1024,
  pathLength: 1024,
};

export type ArchiveCode =
  | 'archive/missing' // nothing at this path
  | 'archive/unreadable' // there, but the system does not let us read it
  | 'archive/empty' // no file in it
  | 'archive/path_outside' // absolute, `..`, drive letter, NUL, or over-long name
  | 'archive/link' // a link, a device, a pipe
  | 'archive/too_big'
  | 'archive/ratio'
  | 'archive/too_many_entries'
  | 'archive/damaged'
  | 'archive/encrypted'
  | 'archive/nested' // archives inside an archive and nothing else
  | 'archive/unsupported' // 7z, rar, bzip2, xz, zstd
  | 'archive/disk_full'
  | 'archive/cancelled';

/** Carries a refusal out of the streams; turned into a `Result` at the door, never seen outside. */
export class Refused extends Error {
  readonly code: ArchiveCode;
  readonly path: string | undefined;

  constructor(code: ArchiveCode, path?: string, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.path = path;
  }
}

/** Libraries throw plain errors on damaged input; refusals and errors of the system keep their own meaning. */
export function asDamage(error: unknown, path?: string): unknown {
  if (error instanceof Refused || systemCode(error) !== undefined) return error;
  return new Refused('archive/damaged', path, error);
}

/** `ENOSPC`, `EACCES`…; undefined for errors of another kind. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}
