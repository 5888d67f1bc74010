import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from './database.ts';

test('a fresh database has the tables of the house and none of the rows of another test', async () => {
  await using first = await freshDatabase();
  await using second = await freshDatabase();
  await first.ownerPool.query('create table only_here (id int)');
  const found = await sql<{ here: string | null; house: string | null }>`
    select to_regclass('only_here')::text as here, to_regclass('workspace')::text as house`.execute(
    second.installation,
  );
  expect(found.rows).toEqual([{ here: null, house: 'workspace' }]);
});

test('an empty database holds the record of migrations alone', async () => {
  await using db = await freshDatabase({ empty: true });
  const tables = await db.ownerPool.query("select tablename from pg_tables where schemaname = 'public'");
  expect(tables.rows).toEqual([{ tablename: 'migration' }]);
});
