import { no, yes, type Result } from '#kernel/result.ts';
import type { Log } from '#platform/log/index.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { dataFolders, SOCKET_PORT } from './folders.ts';
import { lockFolder, type FolderLock } from './lock.ts';
import { superviseServer } from './supervisor.ts';

export interface EmbeddedOptions {
  /** The server keeps everything under `<dataFolder>/database`. Spaces and accents are welcome. */
  readonly dataFolder: string;
  readonly log: Log;
  /** For tests on throw-away folders only: no fsync, a power cut loses the base. */
  readonly careless?: boolean;
}

export type EmbeddedCode =
  | 'database/already_open'
  | 'database/cannot_start'
  | 'database/other_version'
  | 'database/unsupported_machine';

export interface EmbeddedServer {
  /** The folder of the Unix socket; there is no other way in. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  /** Fast shutdown, at most half a minute; frees the folder. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts the real PostgreSQL on a folder, which this process alone holds until `stop` or its death. A server that
 * dies is started again on the same socket. Refuses when another process holds the folder (`pid` in the details)
 * or the server cannot start (`reason`).
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Result<EmbeddedServer, EmbeddedCode>> {
  const binaries = findBinaries();
  if (!binaries.ok) return binaries;
  try {
    return await openLocked(options, binaries.value);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return no('database/cannot_start', { reason: error.message });
  }
}

async function openLocked(options: EmbeddedOptions, binaries: Binaries): Promise<Result<EmbeddedServer, EmbeddedCode>> {
  const folders = dataFolders(options.dataFolder);
  const lock = lockFolder(folders.base);
  if (!lock.ok) return lock;
  const { careless = false, log } = options;
  try {
    const supervisor = await superviseServer({ binaries, folders, lock: lock.value, careless, log });
    if (!supervisor.ok) lock.value.release();
    if (!supervisor.ok) return supervisor;
    const { host, stop } = supervisor.value;
    return yes({
      host,
      port: SOCKET_PORT,
      user: 'passerelle',
      database: 'passerelle',
      stop: stopOnce(stop, lock.value),
    });
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

function stopOnce(stop: () => Promise<void>, lock: FolderLock): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => (stopped ??= stop().finally(() => lock.release()));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
