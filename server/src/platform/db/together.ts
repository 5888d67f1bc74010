import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Scoped } from './model.ts';

/** A question whose answer is rows, and which of their columns are instants: JSON tells them as text. */
export interface Rows<T> {
  readonly query: RawBuilder<T>;
  readonly instants: readonly string[];
}

export function rowsOf<T>(query: RawBuilder<T>, ...instants: readonly (keyof T & string)[]): Rows<T> {
  return { query, instants };
}

/** The rows of one question by itself. */
export async function read<T>(db: Scoped, { query }: Rows<T>): Promise<readonly T[]> {
  return (await query.execute(db.tx)).rows;
}

type Answers<Asked> = { readonly [Name in keyof Asked]: Asked[Name] extends Rows<infer T> ? readonly T[] : never };

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
  const { rows } = await sql<Record<string, Record<string, unknown>[]>>`${start} select ${sql.join(parts)}`.execute(
    db.tx,
  );
  const answers = Object.entries(asked).map(
    ([name, { instants }]) => [name, (rows[0]?.[name] ?? []).map((row) => revived(row, instants))] as const,
  );
  return Object.fromEntries(answers) as unknown as Answers<Asked>;
}

function revived(row: Record<string, unknown>, instants: readonly string[]): Record<string, unknown> {
  for (const name of instants) {
    const told = row[name];
    if (typeof told === 'string') row[name] = new Date(told);
  }
  return row;
}
