import type pg from 'pg';
import type { Scope } from '#kernel/scope.ts';
import type { WholeHouse } from './whole-house.ts';

type Walled = Pick<WholeHouse, 'walled'>;

/** With every row of every workspace in sight; nothing of it stays. */
export async function asKeeper<T>(house: Walled, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await house.walled.ownerPool.connect();
  try {
    await client.query("begin; set local app.keeper = 'on'");
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** The tables that keep something of a workspace. */
export async function scopedTables(house: Walled): Promise<readonly string[]> {
  const { rows } = await asKeeper(house, (client) =>
    client.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not a.attisdropped order by 1`),
  );
  return rows.map(({ name }) => name);
}

/** Every row of a workspace, as one text for each table. */
export async function contentOf(house: Walled, { workspaceId }: Scope): Promise<Readonly<Record<string, string>>> {
  const tables = await scopedTables(house);
  return asKeeper(house, async (client) => {
    const content: Record<string, string> = {};
    for (const table of tables) {
      const { rows } = await client.query<{ lines: string | null }>(
        `select string_agg(row::text, e'\\n' order by row::text) as lines from ${table} as row where workspace_id = $1`,
        [workspaceId],
      );
      content[table] = rows[0]?.lines ?? '';
    }
    return content;
  });
}
