import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#kernel/scope.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { MadeCommunity } from '../../../../tools/testing/made-community.ts';
import { writeCommunity } from '../../../../tools/testing/made-community.ts';
import { openAnalysis, type Analysis } from '../../../../tools/testing/two-engines.ts';
import type { Projection, Scoped } from './index.ts';

const MESSAGES = 3000;
const MADE: MadeCommunity = {
  places: [{ threads: true, replies: true, hours: true }],
  channels: [0],
  members: [{ kind: 'person' }],
  accounts: [{ place: 0, member: 0 }],
  threads: [],
  messages: Array.from({ length: MESSAGES }, (_, n) => ({
    channel: 0,
    account: 0,
    when: { at: new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString() },
  })),
  reactions: [],
};

const count = async (facts: Scoped): Promise<unknown> =>
  (
    await facts.query(
      'select count(*)::int as messages, count(distinct instant)::int as instants from plain_message',
      [],
    )
  )[0];
const WHOLE = { messages: MESSAGES, instants: MESSAGES };

async function copied(analysis: Analysis): Promise<{ scope: Scope; path: string }> {
  const scope = await analysis.workspace();
  await analysis.write(scope, (db) => writeCommunity(db, MADE));
  expect(await analysis.on('duckdb', scope, count)).toEqual(WHOLE);
  return { scope, path: join(analysis.folder, `${scope.workspaceId}.duckdb`) };
}

async function expectHealed(projection: Projection, scope: Scope): Promise<void> {
  const engine = await projection.read(scope, async (facts) => {
    expect(await count(facts)).toEqual(WHOLE);
    return facts.engine;
  });
  expect(engine).toBe('duckdb');
}

async function overwrite(path: string, from: number, bytes: number): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(bytes, 0xa5), 0, bytes, from);
  await file.close();
}

test.each([
  ['cut short', (path: string, size: number) => truncate(path, Math.floor(size / 3))],
  ['empty', (path: string) => truncate(path, 0)],
  ['something else', (path: string) => writeFile(path, 'ceci n’est pas une base')],
  ['overwritten at its head', (path: string) => overwrite(path, 0, 8192)],
  ['overwritten in its middle', (path: string, size: number) => overwrite(path, 12_288, size - 12_288)],
  ['gone', (path: string) => rm(path)],
])('a file that is %s is made anew', async (_, damage) => {
  await using analysis = await openAnalysis();
  const { scope, path } = await copied(analysis);
  await analysis.projection.close();
  const { size } = await stat(path);
  expect(size).toBeGreaterThan(20_000);
  await damage(path, size);
  await expectHealed(analysis.reopen(), scope);
});

test('a file of another version, or that came from another base, is made anew', async () => {
  await using analysis = await openAnalysis();
  const { scope, path } = await copied(analysis);
  await analysis.projection.close();
  for (const change of ["version = 'of before'", "source = 'elsewhere'", "cursor = '999999999999'"]) {
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run(`delete from plain_message; update copy_of set ${change}`);
    connection.closeSync();
    instance.closeSync();
    const projection = analysis.reopen();
    await expectHealed(projection, scope);
    await projection.close();
  }
});

test('tables restored in place are noticed, even where transactions go on counting', async () => {
  await using analysis = await openAnalysis();
  const { scope } = await copied(analysis);
  const columns = await writableColumns(analysis);
  // Rows come back with the numbers of transactions they had before, as they do from a dump.
  await analysis.database.ownerPool.query(`
    begin; set local app.keeper = 'on';
    create temp table kept on commit drop as select * from message;
    truncate message cascade;
    insert into message (${columns}) select ${columns} from kept where position < 1000;
    commit`);
  expect(await analysis.on('duckdb', scope, count)).toEqual({ messages: 1000, instants: 1000 });
});

async function writableColumns(analysis: Analysis): Promise<string> {
  const { rows } = await analysis.database.ownerPool.query<{ list: string }>(
    `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
     where attrelid = 'message'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
  );
  return rows[0]?.list ?? '';
}

test('while another process holds the file PostgreSQL answers; killed in mid-write, it leaves a sound copy', async () => {
  await using analysis = await openAnalysis();
  const { scope, path } = await copied(analysis);
  await analysis.projection.close();
  const holder = spawn(process.execPath, [join(import.meta.dirname, '../../../../tools/testing/hold-copy.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const projection = analysis.reopen();
  const engineAndCount = (facts: Scoped) => count(facts).then((found) => [facts.engine, found]);
  expect(await projection.read(scope, engineAndCount)).toEqual(['postgres', WHOLE]);
  await expect(projection.rebuild(scope)).rejects.toThrow('lock');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await projection.read(scope, engineAndCount)).toEqual(['duckdb', WHOLE]);
});

test('files nobody reads are let go of; what is collected leaves nothing behind', async () => {
  const clock = standingClock('2026-03-02T08:00:00Z');
  await using analysis = await openAnalysis({ clock });
  const { scope } = await copied(analysis);
  const others = await Promise.all(Array.from({ length: 12 }, () => analysis.workspace()));
  for (const other of others) expect(await analysis.on('duckdb', other, count)).toEqual({ messages: 0, instants: 0 });
  clock.advance(11 * 60 * 1000);
  expect(await analysis.projection.read(scope, count)).toEqual(WHOLE);
  const files = await readdir(analysis.folder);
  expect(files.filter((name) => name.startsWith('collect-'))).toEqual([]);
  expect(files.filter((name) => name.endsWith('.duckdb'))).toHaveLength(13);
});

test('many ask at once: one refresh serves them all, and a later one sees what came later', async () => {
  await using analysis = await openAnalysis();
  const { scope } = await copied(analysis);
  const reads = Array.from({ length: 12 }, () => analysis.projection.read(scope, count));
  const refreshes = Array.from({ length: 12 }, () => analysis.projection.refresh(scope));
  expect(await Promise.all(reads)).toEqual(reads.map(() => WHOLE));
  await Promise.all(refreshes);
  await analysis.write(scope, (db) => sql`delete from message where position < 10`.execute(db.tx));
  await analysis.projection.refresh(scope);
  expect(await analysis.projection.read(scope, count)).toEqual({ messages: MESSAGES - 10, instants: MESSAGES - 10 });
});

test('a query that fails lets those before it be answered, takes those behind it along, and leaves the copy to the next reader', async () => {
  await using analysis = await openAnalysis();
  const { scope } = await copied(analysis);
  const behind: Promise<unknown>[] = [];
  const reading = analysis.projection.read(scope, async (facts) => {
    behind.push(...Array.from({ length: 5 }, () => count(facts).catch((error: unknown) => error)));
    await facts.query('select nothing_of_that_name', []);
  });
  await expect(reading).rejects.toThrow('nothing_of_that_name');
  // Those before it were answered.
  expect(await Promise.all(behind)).toEqual(Array.from({ length: 5 }, () => WHOLE));
  const late: Promise<unknown>[] = [];
  const failing = analysis.projection.read(scope, async (facts) => {
    const broken = facts.query('select nothing_of_that_name', []);
    late.push(...Array.from({ length: 5 }, () => count(facts).catch((error: unknown) => error)));
    await broken;
  });
  await expect(failing).rejects.toThrow('nothing_of_that_name');
  expect(String((await Promise.all(late)).at(-1))).toContain('given back');
  await expectHealed(analysis.projection, scope);
});

test('a workspace that is not there has an empty copy', async () => {
  await using analysis = await openAnalysis();
  const scope = { workspaceId: newId(new Date()) };
  expect(await analysis.projection.read(scope, count)).toEqual({ messages: 0, instants: 0 });
});
