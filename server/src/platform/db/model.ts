import type { Writable } from 'node:stream';
import type { Kysely, Transaction } from 'kysely';
import type pg from 'pg';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { EmbeddedCode } from '#platform/embedded/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Schema } from './schema.ts';

export type { Schema } from './schema.ts';

/** What one use case holds: one transaction that sees one workspace only. It ends with the function it was lent to. */
export interface Scoped {
  readonly scope: Scope;
  readonly tx: Transaction<Schema>;
  /**
   * Streams rows into `copy … from stdin` inside this same transaction and answers how many the base took.
   * `rows` are pieces in the format the statement names; a refused row throws and spoils the transaction.
   * COPY is refused by PostgreSQL on tables under row-level security: copy into a temporary table, then insert from it.
   */
  copyIn(statement: string, rows: AsyncIterable<Buffer | string>): Promise<number>;
  /** Streams the rows of `copy (…) to stdout` inside this same transaction, and answers how many there were. */
  copyOut(statement: string, into: Writable): Promise<number>;
  /**
   * Runs `work` in a further transaction that sees the base as this one does, while this one waits or works on: two stream
   * quicker than one. Only where this one reads one moment. It takes a further connection of the pool: whoever holds one
   * and waits for another must be few.
   */
  beside<T>(work: (db: Scoped) => Promise<T>): Promise<T>;
}

export interface Database {
  /**
   * Runs `work` in ONE transaction bound to the workspace: committed when it returns, rolled back when it throws.
   * Never retried: deadlocks and serialization failures surface as exceptions. Statements are cut after 30 s.
   * `one_moment`: all its statements see the base as it was when it began, and it writes nothing.
   */
  inScope<T>(scope: Scope, work: (db: Scoped) => Promise<T>, reads?: 'one_moment'): Promise<T>;
  /** The runtime role with no workspace set: rows of tables with `workspace_id` are invisible. For sign-in and the list of workspaces. */
  readonly installation: Kysely<Schema>;
  /** Connections as the owner of the tables. Only migrations, the job queue, backup and restore may use it, never a feature. */
  readonly ownerPool: pg.Pool;
  /**
   * Lets the planner count again the tables of which it believes that they hold fewer rows than this: tables that have
   * just grown are taken for nearly empty ones, and joined row by row.
   */
  countAgain(tables: readonly string[], rows: number): Promise<void>;
  /** True when the base answers; never throws. */
  ping(): Promise<boolean>;
  /** Ends every connection and, when it is ours, the embedded server. May be called twice. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL 15 or newer, as `postgres://…`; absent: the embedded server in `dataFolder`. */
  readonly url?: string;
  readonly dataFolder: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** The folder of `NNNN-name.sql`; the house's own unless a test says otherwise. */
  readonly migrationsFolder?: string;
  /** Most connections held for use cases at one time; 10 unless said. */
  readonly poolSize?: number;
}

export type DatabaseCode =
  | EmbeddedCode
  | 'database/unreachable'
  | 'database/too_old'
  | 'database/not_utf8'
  | 'database/newer'
  | 'database/migration_changed'
  | 'database/role_missing'
  | 'database/role_unsafe'
  | 'database/unprotected';
