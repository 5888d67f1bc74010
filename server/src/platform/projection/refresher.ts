import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { apply, fill, versionAfter, versionOf, type Progress } from './apply.ts';
import { collect, collectAll, type Collected } from './collect.ts';
import { isDamage } from './engine.ts';
import type { Refreshed } from './model.ts';
import { RELATIONS } from './relations.ts';
import type { Opened, Shelf } from './shelf.ts';

export interface RefreshDeps {
  readonly database: Database;
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

interface FillDeps extends RefreshDeps {
  /** Whether a copy is being filled by two. */
  readonly help: { isTaken: boolean };
}

export interface Refresher {
  (scope: Scope): Promise<Refreshed>;
  /** Milliseconds it last took to bring a copy up to date in this process; 0: not done yet. Making it anew does not count. */
  tookLast(scope: Scope): number;
  settled(): Promise<void>;
}

/**
 * Refreshes one workspace at a time, once each: whoever asks while one runs shares the next, which begins after he
 * asked. `settled` waits for all that run.
 */
export function createRefresher(given: RefreshDeps, shelf: Shelf): Refresher {
  const deps: FillDeps = { ...given, help: { isTaken: false } };
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<Refreshed>>();
  const took = new Map<string, number>();
  const refresh = async (scope: Scope): Promise<Refreshed> => {
    const started = deps.clock.now().getTime();
    const done = await bringUpToDate(deps, shelf, scope);
    if (!done.rebuilt) took.set(scope.workspaceId, deps.clock.now().getTime() - started);
    return done;
  };
  const ask = (scope: Scope): Promise<Refreshed> => {
    const id = scope.workspaceId;
    const waiting = next.get(id);
    if (waiting !== undefined) return waiting;
    const asked = Promise.resolve(running.get(id)).then(async () => {
      next.delete(id);
      const run = refresh(scope);
      running.set(
        id,
        run.then(
          () => undefined,
          () => undefined,
        ),
      );
      return await run;
    });
    next.set(id, asked);
    return asked;
  };
  const settled = async (): Promise<void> => {
    while (next.size > 0) await Promise.allSettled(next.values());
    await Promise.allSettled(running.values());
  };
  return Object.assign(ask, { settled, tookLast: ({ workspaceId }: Scope) => took.get(workspaceId) ?? 0 });
}

async function bringUpToDate(deps: FillDeps, shelf: Shelf, scope: Scope): Promise<Refreshed> {
  try {
    return await copyChanges(deps, shelf, scope);
  } catch (error) {
    if (!isDamage(error)) throw error;
    deps.log.warn('a copy for figures broke while being written and is made anew', { error });
    await shelf.wipe(scope);
    return await copyChanges(deps, shelf, scope);
  }
}

/** Fills an empty copy, or brings one up to date. */
async function copyChanges(deps: FillDeps, shelf: Shelf, scope: Scope): Promise<Refreshed> {
  for (;;) {
    const before = shelf.progressOf(scope) ?? (await shelf.lend(scope, async ({ progress }) => progress));
    const done = await (before === undefined
      ? fillOnce(deps, shelf, scope)
      : copyOnce(deps, shelf, scope, before, join(deps.folder, `collect-${scope.workspaceId}`)));
    if (done !== undefined) return done;
  }
}

/** Undefined when it was filled meanwhile: look again. */
async function fillOnce(deps: FillDeps, shelf: Shelf, scope: Scope): Promise<Refreshed | undefined> {
  const { database, clock } = deps;
  return await shelf.lend(scope, async (opened) => {
    if (opened.progress !== undefined) return undefined;
    const readAt = clock.now();
    const { rows, ...moment } = await byTwo(deps, opened, (connections) =>
      fill(
        connections,
        (feeds, second) => database.inScope(scope, (db) => collectAll(db, feeds, second), 'one_moment'),
        readAt,
      ),
    );
    shelf.setProgress(scope, { ...moment, readAt, version: versionOf(moment.cursor, readAt) });
    return { rows, rebuilt: true };
  });
}

/** One copy at a time is filled by two: if each held a connection to the base and waited for its second, all might. */
async function byTwo<T>(
  { help }: FillDeps,
  opened: Opened,
  work: (connections: readonly [DuckDBConnection, DuckDBConnection?]) => Promise<T>,
): Promise<T> {
  if (help.isTaken) return await work([opened.connection]);
  help.isTaken = true;
  try {
    return await opened.beside((second) => work([opened.connection, second]));
  } finally {
    help.isTaken = false;
  }
}

/**
 * Collects what changed from PostgreSQL in files of `folder` where it is much, then writes it and its cursor in one transaction of the copy.
 * Undefined when the copy had to be thrown away, or was meanwhile: once more, from the beginning.
 */
async function copyOnce(
  { database, clock, log }: RefreshDeps,
  shelf: Shelf,
  scope: Scope,
  before: Progress,
  folder: string,
): Promise<Refreshed | undefined> {
  try {
    const readAt = clock.now();
    const collected = await database.inScope(scope, (db) => collect(db, before, folder), 'one_moment');
    if (!continues(before, collected)) {
      log.warn('the base is not the one a copy for figures came from', { workspace: scope.workspaceId });
      await shelf.wipe(scope);
      return undefined;
    }
    const { source, cursor, places } = collected;
    const isWritten = await shelf.lend(scope, async ({ connection, progress }) => {
      if (progress !== before) return false;
      await apply(connection, collected, readAt);
      const version = versionAfter(before, collected, readAt);
      shelf.setProgress(scope, { source, cursor, places, readAt, version });
      return true;
    });
    return isWritten ? { rows: rowsOf(collected), rebuilt: false } : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsOf({ files }: Collected): Refreshed['rows'] {
  return Object.fromEntries([
    ...RELATIONS.map(({ name }) => [name, 0] as const),
    ...files.map((file) => [file.relation.name, file.rows] as const),
  ]);
}

function continues(before: Progress, now: Collected): boolean {
  return before.source === now.source && BigInt(before.cursor) <= BigInt(now.cursor);
}
