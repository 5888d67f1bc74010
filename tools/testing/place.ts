import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where test databases live: in memory when the machine lends a gigabyte, for a base is a thousand new files. */
export const BASES_PLACE = freeBytes('/dev/shm') > 2 ** 30 ? '/dev/shm' : tmpdir();

function freeBytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
