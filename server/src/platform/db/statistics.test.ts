import { expect, test } from 'vitest';
import { freshDatabase } from '../../../../tools/testing/database.ts';

test('the planner learns of tables that grew, and is not asked to count those it knows to be large', async () => {
  await using db = await freshDatabase();
  const { ownerPool } = db;
  await ownerPool.query('create table grown (n int); create table known (n int)');
  await ownerPool.query('insert into known select generate_series(1, 2000); analyze known');
  await ownerPool.query('insert into known select 0; insert into grown select generate_series(1, 900)');
  await db.countAgain(['grown', 'known'], 1000);
  const { rows } = await ownerPool.query<{ relname: string; reltuples: number }>(
    `select relname, reltuples from pg_class where relname in ('grown', 'known') order by relname`,
  );
  expect(rows).toEqual([
    { relname: 'grown', reltuples: 900 },
    { relname: 'known', reltuples: 2000 },
  ]);
});

test('of a table with ordered indexes it is told of their columns, and of no texts', async () => {
  await using db = await freshDatabase();
  const { ownerPool } = db;
  await ownerPool.query('create table said (id int primary key, place int, words text)');
  await ownerPool.query('create index on said (place, lower(words))');
  await ownerPool.query("insert into said select n, n % 3, 'mot ' || n from generate_series(1, 900) as n");
  await db.countAgain(['said'], 1000);
  const { rows } = await ownerPool.query<{ attname: string }>(
    `select attname from pg_stats where tablename = 'said' order by attname`,
  );
  expect(rows).toEqual([{ attname: 'id' }, { attname: 'place' }]);
});
