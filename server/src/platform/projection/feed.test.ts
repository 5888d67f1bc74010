import { Buffer } from 'node:buffer';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../../tools/testing/database.ts';
import { feed } from './feed.ts';
import type { Relation } from './relations.ts';
import { runDuckdb } from './seam.ts';

const COLUMNS = {
  id: 'uuid',
  is_so: 'boolean',
  small: 'integer',
  large: 'bigint',
  instant: 'timestamptz',
  day: 'date',
  words: 'text',
} as const;
const RELATION: Relation = { name: 'plain_thing', table: 'thing', columns: COLUMNS, ofPlace: false };
const ROWS = 5000;

/** Values at both ends and in between, of each kind one in seven missing; texts up to beyond what a vector holds itself. */
const THINGS = `
select case when n % 7 <> 1 then md5('thing ' || n)::uuid end as id, case when n % 7 <> 2 then n % 3 = 0 end as is_so,
  case when n % 7 <> 3 then n * 429496 - 1073740000 end as small,
  case when n % 7 <> 4 then (n - 2500)::bigint * 3689348814741910 end as large,
  case when n % 7 <> 5 then timestamptz '0002-01-01 00:00:00Z' + n * interval '700 days 5 hours 0.000001 second' end as instant,
  case when n % 7 <> 6 then date '0002-01-01' + n * 700 end as day,
  case when n % 7 <> 0 then left(repeat('été à la mer ', 3), n % 30) end as words
from generate_series(1, ${String(ROWS)}) n`;

const asTold = `select string_agg(concat_ws('|', coalesce(id::text, '-'), coalesce(is_so::text, '-'), coalesce(small::text, '-'),
  coalesce(large::text, '-'), coalesce(instant::text, '-'), coalesce(day::text, '-'), coalesce(words, '-')), chr(10)) as told from `;

test('rows come through as they were, wherever they are cut on the way', async () => {
  await using database = await freshDatabase();
  const scope = { workspaceId: '00000000-0000-4000-8000-000000000001' };
  const pieces: Buffer[] = [];
  const into = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  const told = await database.inScope(scope, async (db) => {
    await sql`set local timezone = 'UTC'`.execute(db.tx);
    await db.copyOut(`copy (${THINGS}) to stdout (format binary)`, into);
    const { rows } = await sql<{ told: string }>`${sql.raw(`${asTold} (${THINGS}) thing`)}`.execute(db.tx);
    return rows[0]?.told.split('\n');
  });
  const all = Buffer.concat(pieces);
  const engine = await DuckDBInstance.create(':memory:');
  const connection = await engine.connect();
  await connection.run("set timezone = 'UTC'");
  const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 20 }), async (sizes) => {
      await connection.run(`create or replace table thing (${columns.join()})`);
      await pipeline(Readable.from(cut(all, sizes)), await feed(connection, 'thing', RELATION));
      const [row] = await runDuckdb(connection, `${asTold} thing`);
      expect(String(row?.['told']).split('\n')).toEqual(told);
    }),
    { numRuns: 12 },
  );
  connection.closeSync();
  engine.closeSync();
});

function* cut(all: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let at = 0, n = 0; at < all.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    yield all.subarray(at, at + size);
    at += size;
  }
}
