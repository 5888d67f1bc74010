import type { Expression, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Scoped } from './model.ts';

type Row = Record<string, unknown>;

/** A question whose answer is rows, and which of their columns are instants: JSON tells them as text. */
export interface Rows<T> {
  readonly query: RawBuilder<Row>;
  readonly instants: readonly string[];
  /** What a row stands for. */
  readonly told: (row: Row) => T;
}

export function rowsOf<T>(query: Expression<T>, ...instants: readonly (keyof T & string)[]): Rows<T> {
  return { query: sql<Row>`${query}`, instants, told: (row) => row as T };
}

/** The same question, its rows told as something else. */
export function toldAs<R, T>(rows: Rows<R>, tell: (row: R) => T): Rows<T> {
  return { ...rows, told: (row) => tell(rows.told(row)) };
}

/** The rows of one question by itself. */
export async function read<T>(db: Scoped, { query, told }: Rows<T>): Promise<readonly T[]> {
  return (await query.execute(db.tx)).rows.map(told);
}

/** What several questions found, each under its name. */
export type Answers<Asked> = {
  readonly [Name in keyof Asked]: Asked[Name] extends Rows<infer T> ? readonly T[] : never;
};

/**
 * Several questions in one statement, which sees one moment and goes to the base once; each answered by its rows, in
 * their order. `shared`: SQL of common table expressions that more than one of them reads (`name as materialized (…)`).
 */
export async function together<Asked extends Readonly<Record<string, Rows<unknown>>>>(
  db: Scoped,
  asked: Asked,
  shared?: RawBuilder<unknown>,
): Promise<Answers<Asked>> {
  const parts = Object.entries(asked).map(
    ([name, { query }]) => sql`(select coalesce(json_agg(one), '[]'::json) from (${query}) as one) as ${sql.ref(name)}`,
  );
  const start = shared === undefined ? sql`` : sql`with ${shared}`;
  const { rows } = await sql<Record<string, Row[]>>`${start} select ${sql.join(parts)}`.execute(db.tx);
  const answers = Object.entries(asked).map(
    ([name, { instants, told }]) => [name, (rows[0]?.[name] ?? []).map((row) => told(revived(row, instants)))] as const,
  );
  return Object.fromEntries(answers) as unknown as Answers<Asked>;
}

function revived(row: Row, instants: readonly string[]): Row {
  for (const name of instants) {
    const told = row[name];
    if (typeof told === 'string') row[name] = new Date(told);
  }
  return row;
}
