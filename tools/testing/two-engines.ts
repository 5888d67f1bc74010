import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#kernel/scope.ts';
import { systemClock, type Clock } from '#platform/clock/index.ts';
import type { Database, Scoped as InDatabase } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Engine, Projection, Scoped } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import { freshDatabase } from './database.ts';
import { aWorkspace } from './made-community.ts';

/** A base and a read model of its own for one test. */
export interface Analysis extends AsyncDisposable {
  readonly database: Database;
  readonly projection: Projection;
  readonly folder: string;
  /** A new workspace, empty. */
  workspace(zone?: string): Promise<Scope>;
  /** Writes in one transaction of the base. */
  write<T>(scope: Scope, work: (db: InDatabase) => Promise<T>): Promise<T>;
  /** Reads on one of the engines; the copy is brought up to now first. */
  on<T>(engine: Engine, scope: Scope, work: (facts: Scoped) => Promise<T>): Promise<T>;
  /** Another read model on the same folder, as after a start; the first must be closed. */
  reopen(): Projection;
}

export async function openAnalysis({ clock = systemClock }: { readonly clock?: Clock } = {}): Promise<Analysis> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-copies-'));
  const opened: Projection[] = [];
  const reopen = (): Projection => {
    const projection = createProjection({ database, folder, clock, log: silentLog });
    opened.push(projection);
    return projection;
  };
  const projection = reopen();
  return {
    database,
    projection,
    folder,
    reopen,
    async workspace(zone) {
      const scope = { workspaceId: newId(clock.now()) };
      await database.inScope(scope, (db) => aWorkspace(db, zone));
      return scope;
    },
    write: (scope, work) => database.inScope(scope, work),
    async on(engine, scope, work) {
      if (engine === 'postgres') return await projection.readPostgres(scope, work);
      await projection.refresh(scope);
      return await projection.read(scope, work);
    },
    async [Symbol.asyncDispose]() {
      for (const one of opened) await one.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One promise, held by both engines: `test.each(BOTH_ENGINES)('… (%s)', async (engine) => …)`. */
export const BOTH_ENGINES = ['duckdb', 'postgres'] as const satisfies readonly Engine[];

/** Examples are asked of one engine: that both give the same is shown over any community, by the definitions' own test. */
export const EXAMPLES_ON = 'duckdb' satisfies Engine;
