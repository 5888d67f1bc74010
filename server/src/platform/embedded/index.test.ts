import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { aDataFolder, ask, opened } from '../../../../tools/testing/embedded.ts';
import { hold } from '../../../../tools/testing/processes.ts';
import { openEmbedded } from './index.ts';

test('what is written is there after a stop and a new start', async () => {
  using folder = aDataFolder();
  {
    await using server = await opened(folder.path);
    await ask(server.host, "create table visit as select 'Ada' as who");
  }
  await using server = await opened(folder.path);
  expect(await ask(server.host, 'select who from visit')).toEqual(['Ada']);
});

test('the server is durable, in UTF-8 and UTC, and listens on no network', async () => {
  using folder = aDataFolder();
  await using server = await opened(folder.path);
  const names = [
    'fsync',
    'full_page_writes',
    'synchronous_commit',
    'server_encoding',
    'timezone',
    'listen_addresses',
    'data_checksums',
  ];
  const values = await ask(server.host, `select current_setting(n) from unnest('{${names.join()}}'::text[]) n`);
  expect(Object.fromEntries(names.map((name, place) => [name, values[place]]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    server_encoding: 'UTF8',
    timezone: 'UTC',
    listen_addresses: '',
    data_checksums: 'on',
  });
});

test('French text is cut into words without its quotes and apostrophes, and capitals fold with their accents', async () => {
  using folder = aDataFolder();
  await using server = await opened(folder.path, { careless: true });
  expect(await ask(server.host, "select to_tsvector('simple', '« L’ÉTÉ »')::text")).toEqual(["'l':1 'été':2"]);
});

test('an error does not carry the words of a statement into the log of the server', async () => {
  using folder = aDataFolder();
  {
    await using server = await opened(folder.path, { careless: true });
    await ask(
      server.host,
      "create table identity (address text unique); insert into identity values ('ada@example.org')",
    );
    await expect(ask(server.host, "insert into identity values ('ada@example.org')")).rejects.toThrow('duplicate');
  }
  expect(readFileSync(join(folder.path, 'database', 'server.log'), 'utf8')).not.toContain('ada@');
});

test('a folder somebody holds is refused, with the number of the holder', async () => {
  using folder = aDataFolder();
  await using server = await opened(folder.path, { careless: true });
  const again = await openEmbedded({ dataFolder: folder.path, log: silentLog });
  expect(again).toMatchObject({ ok: false, refusal: { code: 'database/already_open', details: { pid: process.pid } } });
  await using other = hold('hold-embedded.ts', folder.path);
  expect(JSON.parse(await other.saidFirst)).toMatchObject({ ok: false, refusal: { code: 'database/already_open' } });
  expect(await ask(server.host, 'select 1')).toEqual([1]);
});

test('a cluster of another version of PostgreSQL is refused and left alone', async () => {
  using folder = aDataFolder();
  await (await opened(folder.path, { careless: true })).stop();
  const file = join(folder.path, 'database', 'cluster', 'PG_VERSION');
  writeFileSync(file, '15\n');
  const refused = await openEmbedded({ dataFolder: folder.path, log: silentLog });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'database/other_version', details: { found: '15' } } });
  expect(readFileSync(file, 'utf8')).toBe('15\n');
});

test('a broken cluster is refused with the reason the server gave, and opens once mended', async () => {
  using folder = aDataFolder();
  await (await opened(folder.path, { careless: true })).stop();
  const file = join(folder.path, 'database', 'cluster', 'global', 'pg_control');
  renameSync(file, `${file}.away`);
  const refused = await openEmbedded({ dataFolder: folder.path, log: silentLog });
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'database/cannot_start', details: { reason: expect.stringContaining('pg_control') } },
  });
  renameSync(`${file}.away`, file);
  await using server = await opened(folder.path, { careless: true });
  expect(await ask(server.host, 'select 1')).toEqual([1]);
});
