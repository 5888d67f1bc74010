import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { scopeOf } from '../../../../../tools/testing/community.ts';
import { factsAsText, madeRoom, openImports } from '../../../../../tools/testing/imports.ts';
import type { ImportHouse } from '../../../../../tools/testing/imports.ts';
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

async function stored({ house, browser }: ImportHouse): Promise<unknown> {
  const scope = await scopeOf(browser);
  const { rows } = await house.database.inScope(scope, (db) =>
    sql`
    select (select count(*) from message)::int as messages,
      (select count(*) from identity where message_count > 0)::int as writers`.execute(db.tx),
  );
  return rows[0];
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
