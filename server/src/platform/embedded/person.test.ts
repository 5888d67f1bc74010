import { execFileSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { urlOf } from '../../../../tools/testing/address.ts';
import { aDataFolder, ask, opened } from '../../../../tools/testing/embedded.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { dataFolders } from './folders.ts';
import { lockFolder } from './lock.ts';
import { superviseServer } from './supervisor.ts';

const INVALID_AUTHORISATION = '28000';
const isRoot = userInfo().uid === 0;

function serverUser(folder: string): number {
  const pid = readFileSync(join(folder, 'database', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0];
  return statSync(`/proc/${pid}`).uid;
}

test('the server runs as ourselves, or for root as nobody', async () => {
  using folder = aDataFolder();
  await using server = await opened(folder.path, { careless: true });
  expect(await ask(server.host, 'select current_user::text')).toEqual(['passerelle']);
  expect(serverUser(folder.path)).toBe(isRoot ? 65_534 : userInfo().uid);
});

describe.skipIf(!isRoot)('under root', () => {
  test('a base inside a folder only root may enter opens, binaries included', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'closed-'));
    try {
      const binaries = copyOfBinaries(join(closed, 'native'));
      const folders = dataFolders(join(closed, 'data'));
      const lock = lockFolder(folders.base);
      if (!lock.ok) throw new Error('The folder is held.');
      const server = await superviseServer({ binaries, folders, lock: lock.value, careless: true, log: silentLog });
      if (!server.ok) throw new Error(JSON.stringify(server.refusal));
      expect(await ask(server.value.host, "select to_tsvector('french', 'créer') is not null")).toEqual([true]);
      expect(serverUser(join(closed, 'data'))).toBe(65_534);
      await server.value.stop();
      lock.value.release();
    } finally {
      rmSync(closed, { recursive: true });
    }
  });

  test('a cluster that root copied back from an archive opens', async () => {
    using folder = aDataFolder();
    await (await opened(folder.path, { careless: true })).stop();
    const cluster = join(folder.path, 'database', 'cluster');
    for (const name of readdirSync(cluster, { recursive: true, encoding: 'utf8' }))
      lchownSync(join(cluster, name), 0, 0);
    chownSync(cluster, 0, 0);
    await using server = await opened(folder.path, { careless: true });
    expect(await ask(server.host, 'select 1')).toEqual([1]);
  });

  test('another process of the user who runs the server does not get in', async () => {
    using folder = aDataFolder();
    await using server = await opened(folder.path, { careless: true });
    const url = urlOf(server.host, 'passerelle');
    const script = `import pg from 'pg'; new pg.Client(${JSON.stringify(url)}).connect().catch((error) => console.log(error.code))`;
    const asNobody = { uid: 65_534, gid: 65_534, encoding: 'utf8', cwd: import.meta.dirname } as const;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], asNobody);
    expect(said.trim()).toBe(INVALID_AUTHORISATION);
  });
});

function copyOfBinaries(folder: string): Binaries {
  const found = findBinaries();
  if (!found.ok) throw new Error('No binaries for this machine.');
  const native = dirname(found.value.libraries);
  cpSync(native, folder, { recursive: true });
  expect(existsSync(join(folder, 'bin', 'postgres'))).toBe(true);
  const bin = (name: string) => join(folder, 'bin', name);
  return { ...found.value, initdb: bin('initdb'), postgres: bin('postgres'), libraries: join(folder, 'lib') };
}
