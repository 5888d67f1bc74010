import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One file of an export: `/` separated path inside it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const AT_ONCE = 32;

/** Writes files under a folder, making what is missing; a file that stands there is written over. */
export async function writeFiles(folder: string, files: readonly TextFile[]): Promise<void> {
  for (const name of new Set(files.map(({ path }) => dirname(path))))
    await mkdir(join(folder, name), { recursive: true });
  for (let at = 0; at < files.length; at += AT_ONCE) {
    await Promise.all(files.slice(at, at + AT_ONCE).map(({ path, text }) => writeFile(join(folder, path), text)));
  }
}
