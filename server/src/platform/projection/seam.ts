import type {
  DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBUUIDValue,
  DuckDBValue,
} from '@duckdb/node-api';
import { CompiledQuery, sql } from 'kysely';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped as InDatabase } from '#platform/db/index.ts';
import { duckdb } from './duckdb.ts';
import type { Param, Row, Scoped } from './model.ts';
import type { Relation } from './relations.ts';

/** Everything in which the two engines differ stands in this file. */

/**
 * How PostgreSQL is to plan these queries. They read whole tables: looking up row by row is right for screens and
 * quadratic here, and it is what the planner chooses while tables just imported have no statistics yet.
 */
const PLANNED = sql`
  select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`;

/** Facts on PostgreSQL, inside a transaction that sees one workspace. */
export async function postgresFacts(db: InDatabase, readAt: Date): Promise<Scoped> {
  await PLANNED.execute(db.tx);
  return {
    scope: db.scope,
    engine: 'postgres',
    readAt,
    version: undefined,
    async query(text, params) {
      const { rows } = await db.tx.executeQuery<Row>(CompiledQuery.raw(text, [...params]));
      return rows;
    },
  };
}

/** Facts on a connection of DuckDB that has the workspace's file in use. A connection does one thing at a time. */
export function duckdbFacts(
  connection: DuckDBConnection,
  scope: Scope,
  { readAt, version }: Pick<Scoped, 'readAt' | 'version'>,
): { readonly facts: Scoped; readonly end: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  let isEnded = false;
  const facts: Scoped = {
    scope,
    engine: 'duckdb',
    readAt,
    version,
    async query(text, params) {
      const answer = last.then(() => {
        if (isEnded) throw new Error('These facts were given back already.');
        return runDuckdb(connection, text, params);
      });
      last = answer.catch(() => undefined);
      return await answer;
    },
  };
  // A connection closed under a running query ends the whole process: whoever lends waits, also when one query failed
  // and others stand behind it.
  const end = async (): Promise<void> => {
    isEnded = true;
    await last;
  };
  return { facts, end };
}

/** DuckDB takes texts and lists of texts; the casts written in the query make them what they are. */
export async function runDuckdb(
  connection: DuckDBConnection,
  text: string,
  params: readonly Param[] = [],
): Promise<readonly Row[]> {
  const { LIST, listValue, VARCHAR } = await duckdb();
  const values: DuckDBValue[] = params.map((param) => (isList(param) ? listValue(param.map(asText)) : asText(param)));
  const types = params.map((param) => (isList(param) ? LIST(VARCHAR) : VARCHAR));
  const result = await connection.run(text, values, types);
  const names = result.deduplicatedColumnNames();
  const spelt = new Map<unknown, string>();
  return (await result.fetchAllChunks()).flatMap((chunk) => rowsIn(chunk, names, spelt));
}

/**
 * Column by column, as the engine has them: asked for row by row it takes twice as long to tell them. Days and ids come as
 * they lie in memory and are spelt once each: a text of its own for each row costs five times as much.
 */
function rowsIn(chunk: DuckDBDataChunk, names: readonly string[], spelt: Map<unknown, string>): readonly Row[] {
  const rows = Array.from({ length: chunk.rowCount }, (): Record<string, Row[string]> => ({}));
  for (const [at, name] of names.entries())
    chunk.visitColumnValues(at, (value, n) => {
      const row = rows[n];
      if (row !== undefined) row[name] = plainValue(value, spelt);
    });
  return rows;
}

export async function countOf(connection: DuckDBConnection, table: string): Promise<number> {
  const rows = await runDuckdb(connection, `select count(*)::int as n from ${table}`);
  return Number(rows[0]?.['n']);
}

function isList(param: Param): param is readonly (string | number | null)[] {
  return Array.isArray(param);
}

function asText(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

function plainValue(value: DuckDBValue, spelt: Map<unknown, string>): Row[string] {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('days' in value && !('months' in value)) return speltOnce(value.days, value, spelt);
  if ('hugeint' in value) return speltOnce(value.hugeint, value, spelt);
  throw new Error('A figure gave a value that is no number, text, day, id or boolean: cast it in its SQL.');
}

/** Days are numbers and ids are bigints: neither is taken for the other. */
function speltOnce(key: unknown, value: DuckDBDateValue | DuckDBUUIDValue, spelt: Map<unknown, string>): string {
  const known = spelt.get(key);
  if (known !== undefined) return known;
  const text = value.toString();
  spelt.set(key, text);
  return text;
}

/**
 * What PostgreSQL writes the rows of a relation with that meet a condition: lines of tab-separated values, none of which
 * can hold a tab. Instants as microseconds: reading dates written out costs ten times as much.
 */
export function copyStatement({ name, columns }: Relation, condition: string): string {
  const list = Object.entries(columns).map(([column, type]) =>
    type === 'timestamptz' ? `(date_part('epoch', ${column}) * 1000000)::bigint` : column,
  );
  return `copy (select ${list.join()} from ${name} where ${condition}) to stdout (null '')`;
}

/**
 * The same, field by field as they lie in memory; `feed.ts` reads it. Days are cut in the zone of the transaction: naming it
 * for each row takes a fifth of the whole.
 */
export function binaryCopy({ name, columns }: Relation, condition: string): string {
  const list = Object.keys(columns).map((column) => (column === 'local_day' ? 'coalesce(day, instant::date)' : column));
  return `copy (select ${list.join()} from ${name} where ${condition}) to stdout (format binary)`;
}

/** The lines of a file, read by DuckDB; `file` is a path of our own making. */
export function linesIn(file: string, { columns }: Relation): string {
  const entries = Object.entries(columns);
  const types = entries.map(([column, type]) => `'${column}': '${type === 'timestamptz' ? 'bigint' : type}'`);
  const list = entries.map(([column, type]) =>
    type === 'timestamptz' ? `make_timestamptz(${column}) as ${column}` : column,
  );
  const path = file.replaceAll("'", "''");
  return `(
    select ${list.join()}
    from read_csv('${path}', columns = {${types.join()}}, delim = '\\t', header = false, quote = '', escape = '',
      nullstr = '', auto_detect = false)
  )`;
}
