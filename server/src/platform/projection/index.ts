import type { Scope } from '#kernel/scope.ts';
import { HeldElsewhere, isDamage } from './engine.ts';
import type { Projection } from './model.ts';
import { createRefresher, type RefreshDeps, type Refresher } from './refresher.ts';
import { duckdbFacts, postgresFacts } from './seam.ts';
import { createShelf, type Shelf } from './shelf.ts';

export type { Engine, Param, Projection, Refreshed, Row, Scoped } from './model.ts';

/**
 * How old a copy may be when it is read, in milliseconds; an older one is brought up to date first, and so is one that
 * somebody said is behind: whoever sees an import end must not be answered from before it. While that costs
 * little, what was committed is seen almost at once; beyond 150 ms a copy may be twice as old as what the last refresh
 * took above that, so that during a large import readers wait for some third of the time.
 */
const FRESH_FOR = { least: 50, most: 5000, beyond: 150, times: 2 } as const;
const POLL_EVERY = 15_000;

/** `folder`: one per process. A second process on the same folder is lent PostgreSQL instead. */
export type ProjectionDeps = RefreshDeps;

/** The read model. A file is opened when first read; workspaces nobody looks at cost nothing. */
export function createProjection(deps: ProjectionDeps): Projection {
  const { database, clock, log } = deps;
  const shelf = createShelf(deps);
  const refresh = createRefresher(deps, shelf);
  const changedAt = new Map<string, Date>();
  const readCopy = copyReader(deps, shelf, refresh, changedAt);

  const readPostgres: Projection['readPostgres'] = (scope, work) =>
    database.inScope(scope, async (db) => work(await postgresFacts(db, clock.now())));

  const refreshSoon = (scope: Scope): void => {
    refresh(scope).catch((error: unknown) => log.warn('a copy for figures was not refreshed', { error }));
  };
  const poll = async (): Promise<void> => {
    for (const scope of await shelf.tidy()) refreshSoon(scope);
  };
  const timer = setInterval(() => {
    poll().catch((error: unknown) => log.warn('copies for figures were not tidied', { error }));
  }, POLL_EVERY).unref();

  return {
    async read(scope, work) {
      try {
        return await readCopy(scope, work);
      } catch (error) {
        if (!(error instanceof HeldElsewhere)) throw error;
        log.warn('a copy for figures is held elsewhere; PostgreSQL answers', { workspace: scope.workspaceId });
        return await readPostgres(scope, work);
      }
    },
    readPostgres,
    refresh,
    async rebuild(scope) {
      // Opened first: a file that another process holds is not ours to throw away.
      await shelf.lend(scope, () => Promise.resolve());
      await shelf.wipe(scope);
      return await refresh(scope);
    },
    onChanged(scope) {
      changedAt.set(scope.workspaceId, clock.now());
      refreshSoon(scope);
    },
    async close() {
      clearInterval(timer);
      await refresh.settled();
      await shelf.close();
    },
  };
}

/** Reads a copy in one transaction of its own; one that breaks while being read is made anew and read once more. */
function copyReader(
  { clock, log }: ProjectionDeps,
  shelf: Shelf,
  refresh: Refresher,
  changedAt: ReadonlyMap<string, Date>,
): Projection['read'] {
  const isFresh = (scope: Scope): boolean => {
    const readAt = shelf.progressOf(scope)?.readAt;
    if (readAt === undefined) return false;
    const changed = changedAt.get(scope.workspaceId);
    if (changed !== undefined && readAt <= changed) return false;
    const { least, most, beyond, times } = FRESH_FOR;
    const freshFor = Math.min(most, Math.max(least, (refresh.tookLast(scope) - beyond) * times));
    return clock.now().getTime() - readAt.getTime() <= freshFor;
  };
  const readOnce: Projection['read'] = async (scope, work) => {
    if (!isFresh(scope)) await refresh(scope);
    return await shelf.lend(scope, async ({ connection, progress }) => {
      if (progress === undefined) throw new HeldElsewhere('The copy was thrown away meanwhile.');
      await connection.run('begin transaction');
      const { facts, end } = duckdbFacts(connection, scope, progress);
      try {
        return await work(facts);
      } finally {
        await end();
      }
    });
  };
  return async (scope, work) => {
    try {
      return await readOnce(scope, work);
    } catch (error) {
      if (!isDamage(error)) throw error;
      log.warn('a copy for figures broke while being read and is made anew', { error });
      await shelf.wipe(scope);
      return await readOnce(scope, work);
    }
  };
}
