import pg from 'pg';

/** A table as a backup sees it: what is copied is what cannot be computed again. */
export interface BackupTable {
  readonly name: string;
  /** Quoted, in order; without generated columns and without `changed`, whose transactions mean nothing in another base. */
  readonly columns: string;
}

interface TableRow {
  readonly name: string;
  readonly columns: string[];
  readonly needs: string[];
}

/** Migrations are redone, not restored; sign-ins of the moment end with the base they were made in. */
const LEFT_OUT: readonly string[] = ['migration', 'session'];

const TABLES = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'changed'
      order by a.attnum) as columns,
    array(select distinct t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  order by 1`;

/** All tables to copy, each after those its foreign keys point to. */
export async function backupTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<TableRow>(TABLES);
  const waiting = new Map(rows.filter((row) => !LEFT_OUT.includes(row.name)).map((row) => [row.name, row]));
  const ordered: BackupTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((row) => row.needs.every((need) => !waiting.has(need)));
    if (ready.length === 0)
      throw new Error(`Tables point at each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const row of ready) {
      waiting.delete(row.name);
      ordered.push({ name: row.name, columns: row.columns.map((column) => pg.escapeIdentifier(column)).join(', ') });
    }
  }
  return ordered;
}

/** The migrations a base has, by name and text. */
export async function appliedMigrations(
  client: pg.ClientBase,
): Promise<{ readonly name: string; readonly sha256: string }[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration order by name',
  );
  return rows;
}
