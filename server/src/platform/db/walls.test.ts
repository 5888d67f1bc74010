import { describe, expect, test } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { freshDatabase } from '../../../../tools/testing/database.ts';
import { aMigrationsFolder } from '../../../../tools/testing/migrations.ts';
import { openDatabase } from './index.ts';

async function open(url: string, migrationsFolder: string) {
  const result = await openDatabase({ url, migrationsFolder, dataFolder: '', log: silentLog });
  if (result.ok) await result.value.close();
  return result;
}

const LETTERS = 'create table letter (workspace_id uuid not null, body text not null);';

describe('a base that leaves a door open does not start', () => {
  const OPENINGS = [
    [
      'a view that sees with the eyes of its owner',
      'create view every_letter as select * from letter',
      'public.every_letter',
    ],
    ['a further policy that lets more through', 'create policy open_door on letter using (true)', 'public.letter'],
    [
      'a table of another schema granted by hand',
      'create schema side; create table side.copy (workspace_id uuid); create policy open_door on side.copy using (true)',
      'side.copy',
    ],
    [
      'a frozen view lent to everybody',
      'create schema side; create materialized view side.frozen as select * from letter; grant select on side.frozen to public',
      'side.frozen',
    ],
  ] as const;

  test.each(OPENINGS)('%s', async (_what, statements, name) => {
    using migrations = aMigrationsFolder({ '0001-letters.sql': LETTERS });
    await using db = await freshDatabase({ migrationsFolder: migrations.path });
    await db.ownerPool.query(statements);
    expect(await open(db.url, migrations.path)).toEqual({
      ok: false,
      refusal: { code: 'database/unprotected', details: { tables: name } },
    });
  });
});

test('a wall taken down by hand is up again after the next start', async () => {
  using migrations = aMigrationsFolder({ '0001-letters.sql': LETTERS });
  await using db = await freshDatabase({ migrationsFolder: migrations.path });
  for (const breach of [
    'alter table letter disable row level security',
    'alter table letter no force row level security',
    'drop policy workspace_wall on letter',
    'drop policy keeper on letter; create policy keeper on letter using (true)',
    'drop policy workspace_wall on letter; create policy workspace_wall on letter using (true)',
    'drop policy workspace_wall on letter; create policy workspace_wall on letter for select using (workspace_id is not null)',
  ]) {
    await db.ownerPool.query(breach);
    expect((await open(db.url, migrations.path)).ok).toBe(true);
    const { rows } = await db.ownerPool.query(
      `select relrowsecurity and relforcerowsecurity as up, array(select polname::text from pg_policy where polrelid = c.oid order by 1) as policies,
         (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = c.oid and polname = 'workspace_wall') as wall
       from pg_class c where relname = 'letter'`,
    );
    expect(rows).toEqual([
      { up: true, policies: ['keeper', 'workspace_wall'], wall: expect.stringContaining('app.workspace_id') },
    ]);
  }
});

test('a start with nothing to raise takes no lock that would make others wait', async () => {
  using migrations = aMigrationsFolder({ '0001-letters.sql': LETTERS });
  await using db = await freshDatabase({ migrationsFolder: migrations.path });
  const reader = await db.ownerPool.connect();
  await reader.query('begin; select from letter');
  expect((await open(db.url, migrations.path)).ok).toBe(true);
  await reader.query('commit');
  reader.release();
});

test('every table of the house with a workspace is walled, and the runtime role owns nothing', async () => {
  await using db = await freshDatabase();
  const { rows } = await db.ownerPool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity
       and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'workspace_wall'))`,
  );
  expect(rows).toEqual([]);
});
