import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Person } from './person.ts';

/** The system refuses longer socket paths: 108 bytes on Linux and 104 on macOS, with the closing zero. */
const LONGEST_SOCKET = 103;
const PREFIX = 'passerelle-';
export const SOCKET_PORT = 5432;

/** The folders that last. `base` is ours; `cluster` belongs to the user the server runs as. */
export interface DataFolders {
  readonly base: string;
  readonly cluster: string;
  readonly serverLog: string;
}

/** The folders of one run: short names, remade at each start. */
export interface RunFolders {
  readonly root: string;
  readonly socket: string;
  readonly libraries: string;
}

/** Makes `<dataFolder>/database`; under root others may pass through it, so that the server's user reaches its cluster. */
export function dataFolders(dataFolder: string): DataFolders {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  mkdirSync(resolve(dataFolder, 'database'), { recursive: true, mode });
  const base = realpathSync(resolve(dataFolder, 'database'));
  return { base, cluster: join(base, 'cluster'), serverLog: join(base, 'server.log') };
}

/** A name for the running server that follows the folder itself (not its path), visible in the list of processes. */
export function clusterName(cluster: string): string {
  const { dev, ino } = statSync(cluster);
  return PREFIX + createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16);
}

/** Makes the folders of this run in the first place that is writable and short; throws when there is none. */
export function makeRunFolders(person: Person): RunFolders {
  const root = mkdtempSync(join(runBase(), PREFIX));
  chmodSync(root, 0o711);
  const socket = join(root, 's');
  mkdirSync(socket, { mode: 0o700 });
  if (person.switched) chownSync(socket, person.uid, person.gid);
  return { root, socket, libraries: join(root, 'lib') };
}

function runBase(): string {
  const places = process.getuid?.() === 0 ? ['/run', tmpdir(), '/tmp'] : [tmpdir(), '/tmp'];
  const found = places.find((place) => isShort(place) && isWritable(place));
  if (found === undefined)
    throw new Error(`No short writable folder for the database socket among ${places.join(', ')}.`);
  return found;
}

function isShort(place: string): boolean {
  return Buffer.byteLength(`${place}/${PREFIX}XXXXXX/s/.s.PGSQL.${SOCKET_PORT}`) <= LONGEST_SOCKET;
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Removes a run folder, ours or one left by a killed process, unless it is not what it should be. */
export function removeRunFolder(root: string): void {
  if (!basename(root).startsWith(PREFIX)) return;
  const found = lstatSync(root, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory() || found.uid !== process.getuid?.()) return;
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
