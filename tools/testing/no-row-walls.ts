import pg from 'pg';
import type { Database } from '#platform/db/index.ts';
import { runtimeTypes } from '#platform/db/parsers.ts';
import { runInScope } from '#platform/db/scoped.ts';
import type { FreshDatabase } from './database.ts';

/**
 * The same base with its second wall down: transactions of use cases run as the owner who keeps the house, before whom
 * no row is hidden. What still holds then is the predicate each query carries.
 */
export function withoutRowWalls(database: FreshDatabase): Database {
  const pool = new pg.Pool({
    connectionString: database.url,
    types: runtimeTypes,
    verify: (client, done) => {
      client.query("set timezone = 'UTC'; set app.keeper = 'on'", (error: Error | null) => done(error ?? undefined));
    },
  });
  // The base is dropped as soon as the pool has ended, which may be before its connections have: each then says so twice.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  return {
    ...database,
    inScope: (scope, work) => runInScope(pool, scope, work),
    close: async () => {
      await pool.end();
      await database.close();
    },
  };
}
