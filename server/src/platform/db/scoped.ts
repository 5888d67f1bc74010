import { pipeline } from 'node:stream/promises';
import type { TransactionBuilder } from 'kysely';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Scope } from '#kernel/scope.ts';
import type { Schema, Scoped } from './model.ts';

/** A snapshot that a transaction under way lends to others. */
interface Moment {
  readonly snapshot: string;
}

/** See `Database.inScope`; a moment is that of another transaction, which is under way until this one ends. */
export async function runInScope<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (db: Scoped) => Promise<T>,
  reads?: 'one_moment' | Moment,
): Promise<T> {
  const client = await pool.connect();
  let isSpoilt = false;
  const base = kyselyOn(client, (discard) => {
    isSpoilt = discard;
  });
  try {
    const isolation = reads === undefined ? 'read committed' : 'repeatable read';
    const begin = (): TransactionBuilder<Schema> => base.transaction().setIsolationLevel(isolation);
    return await transact(begin, client, scope, async (streams) => {
      if (typeof reads === 'object') await sql`set transaction snapshot ${sql.lit(reads.snapshot)}`.execute(streams.tx);
      await sql`select set_config('app.workspace_id', ${scope.workspaceId}, true)`.execute(streams.tx);
      const beside: Scoped['beside'] = async (more) => {
        const exported = await sql<Moment>`select pg_export_snapshot() as snapshot`.execute(streams.tx);
        return await runInScope(pool, scope, more, exported.rows[0]);
      };
      return await work({ ...streams, beside });
    });
  } finally {
    client.release(isSpoilt);
  }
}

/** A Kysely that knows one connection only, so that COPY can share its transaction. */
function kyselyOn(client: pg.PoolClient, onRelease: (discard: boolean) => void): Kysely<Schema> {
  const release = (discard = false) => onRelease(discard);
  const lent = { query: client.query.bind(client), release };
  const pool = { connect: () => Promise.resolve(lent), end: () => Promise.resolve(), options: {} };
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** When the connection itself broke, the rollback fails too: the caller must see the first failure, not the second. */
async function transact<T>(
  begin: () => TransactionBuilder<Schema>,
  client: pg.PoolClient,
  scope: Scope,
  work: (db: Omit<Scoped, 'beside'>) => Promise<T>,
): Promise<T> {
  let first: { readonly error: unknown } | undefined;
  let hasEnded = false;
  const copyIn: Scoped['copyIn'] = async (statement, rows) => {
    if (hasEnded) throw new Error('This transaction has ended.');
    const stream = client.query(copyFrom(statement));
    await pipeline(rows, stream);
    return stream.rowCount;
  };
  const copyOut: Scoped['copyOut'] = async (statement, into) => {
    if (hasEnded) throw new Error('This transaction has ended.');
    const stream = client.query(copyTo(statement));
    await pipeline(stream, into);
    return stream.rowCount;
  };
  try {
    return await begin().execute(async (tx) => {
      try {
        return await work({ scope, tx, copyIn, copyOut });
      } catch (error) {
        first = { error };
        throw error;
      } finally {
        hasEnded = true;
      }
    });
  } catch (error) {
    throw first === undefined ? error : first.error;
  }
}
