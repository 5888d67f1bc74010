import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { scopeOf } from '../../../../../tools/testing/community.ts';
import { factsAsText, madeRoom, openImports } from '../../../../../tools/testing/imports.ts';
import type { ImportHouse } from '../../../../../tools/testing/imports.ts';
import { describeShared, sharedPath } from '../../../../../tools/testing/shared.ts';
import { importPath } from './index.ts';
import type { PathImport } from './index.ts';

async function bring(home: ImportHouse, path: string, more: Partial<PathImport> = {}) {
  const done = await importPath(home.room.imports, {
    scope: await scopeOf(home.browser),
    by: { kind: 'system', name: 'test' },
    path,
    place: { name: 'Salon', language: 'en' },
    signal: new AbortController().signal,
    ...more,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

interface Stored {
  readonly messages: number;
  readonly writers: number;
  readonly threads: number;
  readonly channels: number;
  readonly first: string;
  readonly last: string;
}

async function stored({ house, browser }: ImportHouse): Promise<Stored> {
  const scope = await scopeOf(browser);
  const { rows } = await house.database.inScope(scope, (db) =>
    sql<Stored>`
    select (select count(*) from message)::int as messages, (select count(*) from identity where message_count > 0)::int as writers,
      (select count(*) from thread where message_count > 0)::int as threads, (select count(*) from channel)::int as channels,
      (select min(coalesce(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), day::text)) from message) as first,
      (select max(coalesce(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), day::text)) from message) as last`.execute(
      db.tx,
    ),
  );
  return rows[0] ?? expect.unreachable();
}

it('a folder is read in place, its progress told as it goes, and read again without a row written', async () => {
  await using home = await openImports();
  const folder = join(home.dataFolder, 'export');
  await mkdir(folder);
  await writeFile(join(folder, 'accueil.tsv'), madeRoom(9000));
  const told: number[] = [];
  const run = await bring(home, folder, { onProgress: ({ bytesDone }) => told.push(bytesDone) });
  expect(run).toMatchObject({ state: 'done', fileName: 'export', connector: 'gitter-tsv', counts: { added: 9301 } });
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  const before = await factsAsText(home, 'writing');
  expect(await bring(home, folder)).toMatchObject({ state: 'done', counts: { added: 0, changed: 0, unchanged: 9301 } });
  expect(await factsAsText(home, 'writing')).toBe(before);
});

it('asked to stop keeps what it read, and the same command brings the rest', async () => {
  await using home = await openImports();
  const path = join(home.dataFolder, 'accueil.tsv');
  await writeFile(path, madeRoom(13_000));
  const stopping = new AbortController();
  const run = await bring(home, path, {
    signal: stopping.signal,
    onProgress: ({ counts }) => counts.read > 0 && stopping.abort(),
  });
  expect(run.state).toBe('cancelled');
  expect(run.counts.added).toBeGreaterThan(0);
  const again = await bring(home, path);
  expect(again).toMatchObject({
    state: 'done',
    counts: { added: 13_301 - run.counts.added, unchanged: run.counts.added },
  });
  expect(await stored(home)).toMatchObject({ messages: 13_000, writers: 300 });
});

it.each([
  ['nothing there', 'rien.tsv', 'archive/missing'],
  ['a file that nothing recognises', 'photo.bin', 'import/not_recognised'],
])('%s is refused before anything is written', async (_name, file, code) => {
  await using home = await openImports();
  await writeFile(join(home.dataFolder, 'photo.bin'), Buffer.from([1, 2, 3, 0, 255]));
  await expect(bring(home, join(home.dataFolder, file))).rejects.toThrow(code);
  expect(await home.browser.must('GET', '/api/v1/places')).toMatchObject({ items: [] });
});

describeShared('real exports give the counts that were counted by other means, and nothing when read again', () => {
  const expected = (set: string): Readonly<Record<string, unknown>> =>
    JSON.parse(readFileSync(sharedPath('data', set, 'expected.json') ?? '', 'utf8')) as Readonly<
      Record<string, unknown>
    >;

  it.each([
    [
      'discourse-delving-2022-2024',
      'posts.tar.gz',
      (e) => ({
        messages: e['distinct_post_ids'],
        writers: e['authors'],
        threads: e['topics'],
        first: e['first'],
        last: e['last'],
      }),
    ],
    [
      'forum-motion-twin-beta-fr',
      'beta.json.gz',
      (e) => ({
        messages: e['messages'],
        writers: e['authors'],
        threads: e['threads'],
        first: e['first_day'],
        last: e['last_day'],
      }),
    ],
    // One message more than counted there: its separator line is one that strict readers take for text.
    [
      'mbox-mapnik-devel',
      'mbox.tar.gz',
      (e) => ({ messages: Number(e['messages']) + 1, writers: e['distinct_from_addresses'] }),
    ],
    [
      'slack-olake',
      'export-runs.tar.gz',
      (e) => ({ messages: e['distinct_messages_channel_ts'], writers: e['authors'] }),
    ],
    [
      'zulip-lean-small',
      'zulip.tar.gz',
      (e) => ({ messages: sumOf(e, 'messages'), threads: sumOf(e, 'topics'), channels: Object.keys(e).length }),
    ],
    [
      'gitter-freecodecamp',
      'archives.tar.gz',
      (e) => ({
        messages: e['distinct_message_ids'],
        writers: e['authors'],
        channels: e['rooms'],
        first: e['first'],
        last: e['last'],
      }),
    ],
  ] satisfies readonly (readonly [string, string, (e: Readonly<Record<string, unknown>>) => object])[])(
    '%s',
    { timeout: 600_000 },
    async (set, archive, wanted) => {
      await using home = await openImports();
      const path = sharedPath('data', set, archive) ?? '';
      expect(await bring(home, path)).toMatchObject({ state: 'done' });
      expect(await stored(home)).toMatchObject(wanted(expected(set)));
      const before = await factsAsText(home, 'writing');
      expect(await bring(home, path)).toMatchObject({ counts: { added: 0, changed: 0 } });
      expect((await factsAsText(home, 'writing')) === before).toBe(true);
    },
  );
});

function sumOf(expected: Readonly<Record<string, unknown>>, what: string): number {
  return Object.values(expected).reduce<number>((sum, one) => sum + Number((one as Record<string, unknown>)[what]), 0);
}
