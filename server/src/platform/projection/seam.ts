import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { CompiledQuery, sql } from 'kysely';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped as InDatabase } from '#platform/db/index.ts';
import type { Param, Row, Scoped } from './model.ts';
import type { Relation } from './relations.ts';
import { DERIVED, ON_POSTGRES, PLACES, RELATIONS, VIEWS, ZONE } from './relations.ts';

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
): Scoped {
  let last: Promise<unknown> = Promise.resolve();
  return {
    scope,
    engine: 'duckdb',
    readAt,
    version,
    async query(text, params) {
      const answer = last.then(() => runDuckdb(connection, text, params));
      last = answer.catch(() => undefined);
      return await answer;
    },
  };
}

/** DuckDB takes texts and lists of texts; the casts written in the query make them what they are. */
export async function runDuckdb(
  connection: DuckDBConnection,
  text: string,
  params: readonly Param[] = [],
): Promise<readonly Row[]> {
  const values: DuckDBValue[] = params.map((param) => (isList(param) ? listValue(param.map(asText)) : asText(param)));
  const types = params.map((param) => (isList(param) ? LIST(VARCHAR) : VARCHAR));
  const reader = await connection.runAndReadAll(text, values, types);
  return reader.getRowObjectsJS().map((row) => {
    const plain: Record<string, Row[string]> = {};
    for (const [name, value] of Object.entries(row)) plain[name] = plainValue(value);
    return plain;
  });
}

function isList(param: Param): param is readonly (string | number | null)[] {
  return Array.isArray(param);
}

function asText(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

function plainValue(value: unknown): Row[string] {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  throw new Error('A figure gave a value that is neither a number, a text nor a boolean: cast it in its SQL.');
}

/** The statements that make an empty copy. */
export function emptyCopy(): readonly string[] {
  const tables = [...RELATIONS, PLACES, ZONE].map(
    ({ name, columns }) => `create table ${name} (${columnList(columns, ([column, type]) => `${column} ${type}`)})`,
  );
  const derived = DERIVED.map(
    ({ name, text }) => `create table ${name} as select * from (${text(ON_POSTGRES)}) limit 0`,
  );
  const views = Object.entries(VIEWS).map(([name, text]) => `create view ${name} as ${text}`);
  const meta = 'create table copy_of (version text, source text, cursor text, read_at text)';
  return [...tables, ...derived, ...views, meta];
}

/** One row of a relation as a line of tab-separated values, written by PostgreSQL. None of the columns can hold a tab. */
export function lineOf({ columns }: Relation): string {
  return `concat(${columnList(columns, ([column]) => column).replaceAll(',', ", E'\\t',")})`;
}

/** The lines of a file, read by DuckDB; `file` is a path of our own making. */
export function linesIn(file: string, { columns }: Relation): string {
  const types = columnList(columns, ([column, type]) => `'${column}': '${type}'`);
  const path = file.replaceAll("'", "''");
  return `read_csv('${path}', columns = {${types}}, delim = '\\t', header = false, quote = '', escape = '', nullstr = '', auto_detect = false)`;
}

function columnList(columns: Relation['columns'], each: (entry: [string, string]) => string): string {
  return Object.entries(columns).map(each).join(',');
}
