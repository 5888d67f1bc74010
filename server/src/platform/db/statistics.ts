import type pg from 'pg';

/**
 * Analyzes those of the tables that the planner believes smaller than `rows`: how large they are, and the columns that
 * ordered indexes stand on, by which it chooses its ways. Texts and their words, which take most of the time, are left to
 * the server's own round.
 */
export async function countAgain(ownerPool: pg.Pool, tables: readonly string[], rows: number): Promise<void> {
  const found = await ownerPool.query<{ name: string; columns: string | null }>(
    `select quote_ident(relname) as name, (
       select string_agg(distinct quote_ident(attname), ', ')
       from pg_index
       join pg_class as by_order on by_order.oid = indexrelid
       join pg_am on pg_am.oid = by_order.relam and amname = 'btree'
       join pg_attribute on attrelid = indrelid and attnum = any(indkey)
       where indrelid = pg_class.oid
     ) as columns
     from pg_class
     where oid = any($1::text[]::regclass[]) and reltuples < $2`,
    [tables, rows],
  );
  const said = found.rows.map(({ name, columns }) => (columns === null ? name : `${name} (${columns})`));
  if (said.length > 0) await ownerPool.query(`analyze ${said.join(', ')}`);
}
