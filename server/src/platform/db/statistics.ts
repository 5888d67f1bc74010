import type pg from 'pg';

/** Analyzes those of the tables that the planner believes smaller than `rows`. */
export async function countAgain(ownerPool: pg.Pool, tables: readonly string[], rows: number): Promise<void> {
  const found = await ownerPool.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where oid = any($1::text[]::regclass[]) and reltuples < $2`,
    [tables, rows],
  );
  const names = found.rows.map(({ name }) => name);
  if (names.length > 0) await ownerPool.query(`analyze ${names.join(', ')}`);
}
