import { createReadStream } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Refused, systemCode } from './limits.ts';
import type { Limits } from './limits.ts';
import { MAGIC_BYTES, kindOf } from './magic.ts';
import type { Kind } from './magic.ts';
import { isJunk } from './names.ts';

/** A file as it lies on disk, before anything is unpacked. */
export interface Member {
  /** `/` separated, relative to the given folder; the file's own name when a single file was given. */
  readonly path: string;
  readonly file: string;
  readonly size: number;
  readonly modified: number;
  readonly kind: Kind;
}

export interface Found {
  readonly members: readonly Member[];
  /** A single file was given, not a folder. */
  readonly single: boolean;
}

/** Lists the files at a path, in the order of their names. Links, devices and pipes refuse the whole. */
export async function membersAt(given: string, limits: Limits): Promise<Found> {
  const root = await reachable(given);
  const info = await lstat(root);
  if (info.isFile()) return { members: [await memberOf(root, root.slice(root.lastIndexOf(sep) + 1))], single: true };
  if (!info.isDirectory()) throw new Refused('archive/link', given);
  const members: Member[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isJunk(path)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) members.push(await memberOf(join(root, path), path));
      else throw new Refused('archive/link', path);
      if (members.length + folders.length > limits.entries) throw new Refused('archive/too_many_entries', path);
    }
  }
  return { members: members.sort((left, right) => (left.path < right.path ? -1 : 1)), single: false };
}

/** The given path itself may be a link (a shortcut of the person); what lies below may not. */
async function reachable(given: string): Promise<string> {
  try {
    return await realpath(given);
  } catch (error) {
    throw systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR'
      ? new Refused('archive/missing', given)
      : error;
  }
}

async function memberOf(file: string, path: string): Promise<Member> {
  const handle = await open(file, 'r');
  try {
    const info = await handle.stat();
    const head = Buffer.alloc(MAGIC_BYTES);
    const { bytesRead } = await handle.read(head, 0, MAGIC_BYTES, 0);
    return { path, file, size: info.size, modified: info.mtimeMs, kind: kindOf(head.subarray(0, bytesRead)) };
  } finally {
    await handle.close();
  }
}

const READ_BYTES = 256 * 1024;

export function bytesOfFile(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: READ_BYTES });
}
