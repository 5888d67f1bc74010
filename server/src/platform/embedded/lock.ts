import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { no, yes, type Result } from '#kernel/result.ts';

/** What the holder of the lock writes beside it, for whoever finds the folder next. */
export interface Owner {
  readonly pid: number;
  readonly runFolder?: string;
}

export interface FolderLock {
  /** What the previous holder left: undefined after a graceful stop. */
  readonly previous: Owner | undefined;
  write(owner: Owner): void;
  release(): void;
}

/**
 * Holds the folder for as long as this process lives. The lock is the kernel's, on an empty SQLite file: a
 * killed holder frees it at once, no pid can be mistaken for another, and two containers sharing a volume see
 * each other. Nothing else in this process may open that file: closing it would free the lock (POSIX).
 */
export function lockFolder(folder: string): Result<FolderLock, 'database/already_open'> {
  const ownerFile = join(folder, 'owner.json');
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    const pid = readOwner(ownerFile)?.pid;
    return no('database/already_open', pid === undefined ? { folder } : { folder, pid });
  }
  return yes({
    previous: readOwner(ownerFile),
    write: (owner) => writeWhole(ownerFile, JSON.stringify(owner)),
    release: () => {
      rmSync(ownerFile, { force: true });
      file.close();
    },
  });
}

const SQLITE_BUSY = 5;

function readOwner(file: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner>;
    if (typeof owner.pid !== 'number') return undefined;
    return typeof owner.runFolder === 'string' ? { pid: owner.pid, runFolder: owner.runFolder } : { pid: owner.pid };
  } catch {
    return undefined;
  }
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
