import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Log } from '#platform/log/index.ts';
import { duckdb } from './duckdb.ts';

/**
 * All files share one memory and two threads. With 512 MB, ten million messages are copied no quicker, and the process holds
 * 130 MB more. What is freed goes back to the system at once: kept by the threads until
 * half a gigabyte is free, as the engine would, it is 100 MB more at ten million messages and nothing quicker.
 */
const LIMITS = {
  memory_limit: '400MB',
  threads: '2',
  allocator_flush_threshold: '1MB',
  allocator_bulk_deallocation_flush_threshold: '4MB',
};

/** What was detached stays until whatever ran beside it, on any file, has ended: five seconds are waited for that. */
const LEAVES_WITHIN = 200;
const LOOK_AGAIN_MS = 25;

/** A workspace's file, under the name it is attached by. */
export interface Attachable {
  readonly path: string;
  readonly name: string;
}

/** One DuckDB for the process, to which the files are attached. Only one may stand on a folder in a process. */
export interface EngineRoom {
  /** Runs `work` on a connection of its own; with `file`, names in its queries are those of that file. */
  connected<T>(file: Attachable | undefined, work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  attach(file: Attachable): Promise<void>;
  detach(file: Attachable): Promise<void>;
  /** Detaches and removes a file. Answers `restarted` when the engine was beyond that and all files are detached. */
  discard(file: Attachable): Promise<'discarded' | 'restarted'>;
  close(): Promise<void>;
}

export function createEngineRoom({ folder, log }: { readonly folder: string; readonly log: Log }): EngineRoom {
  let instance: Promise<DuckDBInstance> | undefined;

  const start = async (): Promise<DuckDBInstance> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { DuckDBInstance: engine } = await duckdb();
    return await engine.create(':memory:', { ...LIMITS, temp_directory: join(folder, 'spill') });
  };

  const room: EngineRoom = {
    async connected(file, work) {
      instance ??= start();
      const connection = await (await instance).connect();
      try {
        await connection.run("set timezone = 'UTC'");
        if (file !== undefined) await connection.run(`use ${file.name}`);
        return await work(connection);
      } finally {
        connection.closeSync();
      }
    },
    async attach({ path, name }) {
      const statement = `attach if not exists '${path.replaceAll("'", "''")}' as ${name}`;
      for (let tries = 1; ; tries += 1) {
        try {
          await room.connected(undefined, (connection) => connection.run(statement));
          return;
        } catch (error) {
          if (!isLeaving(error) || tries === LEAVES_WITHIN) throw error;
          await setTimeout(LOOK_AGAIN_MS);
        }
      }
    },
    async detach({ name }) {
      await room.connected(undefined, (connection) => connection.run(`detach database if exists ${name}`));
    },
    async discard(file) {
      const detached = await room.detach(file).then(
        () => true,
        (error: unknown) => {
          // After a fatal error the engine answers nothing any more, about any file.
          log.warn('the engine of figures is started anew', { error });
          instance = undefined;
          return false;
        },
      );
      for (const end of ['', '.wal']) await rm(`${file.path}${end}`, { force: true });
      return detached ? 'discarded' : 'restarted';
    },
    async close() {
      const last = instance;
      instance = undefined;
      if (last !== undefined) (await last).closeSync();
    },
  };
  return room;
}

function isLeaving(error: unknown): boolean {
  return /in the process of being detached/i.test(String(error));
}

/** Another process has the file; it is not ours to touch. */
export class HeldElsewhere extends Error {}

export function isHeld(error: unknown): boolean {
  return /could not set lock|conflicting lock/i.test(String(error));
}

/**
 * What the engine says when a file does not hold what it should, or when it does not know the file any more: one that was
 * started anew, because of another file, has none attached.
 */
export function isDamage(error: unknown): boolean {
  if (error instanceof HeldElsewhere) return false;
  return /(IO|FATAL|INTERNAL|Serialization) Error|corrupt|invalidated|Catalog Error: SET schema/i.test(String(error));
}
