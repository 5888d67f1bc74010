import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { freshDatabase, type FreshDatabase } from '../../../../tools/testing/database.ts';
import { aMigrationsFolder } from '../../../../tools/testing/migrations.ts';
import { hold } from '../../../../tools/testing/processes.ts';
import { openDatabase } from './index.ts';

const PATIENT = { timeout: 40_000, interval: 20 };
/** A migration that stands still for as long as somebody holds this lock, so that a test can kill it right there. */
const BARRIER = 42;
const wait = `select pg_advisory_xact_lock(${BARRIER});`;

async function open(url: string, migrationsFolder: string) {
  const result = await openDatabase({ url, migrationsFolder, dataFolder: '', log: silentLog });
  if (result.ok) await result.value.close();
  return result;
}

async function names(db: FreshDatabase): Promise<string[]> {
  const { rows } = await db.ownerPool.query<{ name: string }>('select name from migration order by name');
  return rows.map((row) => row.name);
}

test('migrations are applied once, in the order of their names, at the instant of the clock', async () => {
  using migrations = aMigrationsFolder({
    '0002-second.sql': 'insert into step values (2)',
    '0001-first.sql': 'create table step (n int); insert into step values (1)',
    'notes.md': 'not a migration',
  });
  await using db = await freshDatabase({ empty: true });
  const clock = { now: () => new Date('2026-03-01T08:00:00Z') };
  const options = { url: db.url, migrationsFolder: migrations.path, dataFolder: '', log: silentLog, clock };
  const starts = [await openDatabase(options), await openDatabase(options)];
  expect(starts.map((start) => start.ok)).toEqual([true, true]);
  for (const start of starts) if (start.ok) await start.value.close();
  expect((await db.ownerPool.query('select n from step order by n')).rows).toEqual([{ n: 1 }, { n: 2 }]);
  expect((await db.ownerPool.query('select distinct applied_at from migration')).rows).toEqual([
    { applied_at: clock.now() },
  ]);
});

test('a base of a later version is refused and left as it is', async () => {
  using migrations = aMigrationsFolder({ '0001-first.sql': 'create table step (n int)' });
  await using db = await freshDatabase({ migrationsFolder: migrations.path });
  await db.ownerPool.query("insert into migration values ('0002-tomorrow.sql', 'x', '2027-01-01Z')");
  const refused = await open(db.url, migrations.path);
  expect(refused).toEqual({ ok: false, refusal: { code: 'database/newer', details: { name: '0002-tomorrow.sql' } } });
});

test('a migration changed after it was applied, or slipped in before another, is refused', async () => {
  using migrations = aMigrationsFolder({ '0001-first.sql': 'create table step (n int)', '0003-third.sql': 'select 1' });
  await using db = await freshDatabase({ migrationsFolder: migrations.path });
  migrations.write('0001-first.sql', 'create table step (n bigint)');
  expect(await open(db.url, migrations.path)).toMatchObject({
    refusal: { code: 'database/migration_changed', details: { name: '0001-first.sql' } },
  });
  migrations.write('0001-first.sql', 'create table step (n int)');
  migrations.write('0002-late.sql', 'select 2');
  expect(await open(db.url, migrations.path)).toMatchObject({
    refusal: { code: 'database/migration_changed', details: { name: '0003-third.sql' } },
  });
});

test('a migration that fails changes nothing, names itself and can be mended', async () => {
  using migrations = aMigrationsFolder({ '0001-first.sql': 'create table step (n int); select 1 / 0' });
  await using db = await freshDatabase({ empty: true });
  await expect(open(db.url, migrations.path)).rejects.toThrow('0001-first.sql');
  expect(await names(db)).toEqual([]);
  migrations.write('0001-first.sql', 'create table step (n int)');
  expect((await open(db.url, migrations.path)).ok).toBe(true);
});

test('a migration sees the rows of every workspace, although its wall is up', async () => {
  const letters = 'create table letter (workspace_id uuid, body text)';
  using migrations = aMigrationsFolder({ '0001-letters.sql': letters });
  await using db = await freshDatabase({ migrationsFolder: migrations.path });
  await db.ownerPool.query("insert into letter select gen_random_uuid(), 'bonjour' from generate_series(1, 3)");
  migrations.write('0002-capitals.sql', 'update letter set body = initcap(body)');
  expect((await open(db.url, migrations.path)).ok).toBe(true);
  expect((await db.ownerPool.query('select distinct body from letter')).rows).toEqual([{ body: 'Bonjour' }]);
});

test('two processes that start together apply each migration once', async () => {
  using migrations = aMigrationsFolder({
    '0001-first.sql': 'create table step (n int)',
    '0002-second.sql': 'insert into step values (2)',
  });
  await using db = await freshDatabase({ empty: true });
  const starts = await Promise.all([1, 2, 3].map(() => open(db.url, migrations.path)));
  expect(starts.map((start) => start.ok)).toEqual([true, true, true]);
  expect((await db.ownerPool.query('select n from step')).rows).toEqual([{ n: 2 }]);
});

describe('a start killed', () => {
  const POINTS = [
    ['before anything of a migration', { '0001-first.sql': `${wait} create table step (n int);` }],
    ['after the changes of a migration', { '0001-first.sql': `create table step (n int); ${wait}` }],
    [
      'between two migrations',
      { '0001-first.sql': 'create table step (n int);', '0002-second.sql': `${wait} insert into step values (2);` },
    ],
    [
      'after the changes of the last of three',
      {
        '0001-first.sql': 'create table step (n int);',
        '0002-second.sql': 'insert into step values (2);',
        '0003-third.sql': `insert into step values (3); ${wait}`,
      },
    ],
    [
      'while the walls are raised',
      {
        '0001-first.sql': 'create table step (n int); create table letter (workspace_id uuid);',
        '0002-stop.sql': `create function stand_still() returns event_trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(${BARRIER}); end $$;
        create event trigger stand_still on ddl_command_start when tag in ('CREATE POLICY') execute function stand_still();`,
      },
    ],
  ] as const;

  test.each(POINTS)('%s is finished by the next one', async (_point, files) => {
    using migrations = aMigrationsFolder(files);
    await using db = await freshDatabase({ empty: true });
    const barrier = new pg.Client(db.url);
    await barrier.connect();
    await barrier.query(`select pg_advisory_lock(${BARRIER})`);
    await using starter = hold('hold-database.ts', db.url, migrations.path);
    await vi.waitFor(async () => expect(await waiters(barrier)).toBe(1), PATIENT);
    await starter.killHard();
    await barrier.end();
    expect((await open(db.url, migrations.path)).ok).toBe(true);
    expect(await names(db)).toEqual(Object.keys(files));
    expect((await db.ownerPool.query("select relname from pg_class where relname = 'step'")).rowCount).toBe(1);
  });

  async function waiters(client: pg.Client): Promise<number> {
    const { rowCount } = await client.query(
      `select from pg_locks where locktype = 'advisory' and objid = ${BARRIER} and not granted
       and database = (select oid from pg_database where datname = current_database())`,
    );
    return rowCount ?? 0;
  }
});
