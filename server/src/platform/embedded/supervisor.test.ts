import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { aDataFolder, ask, opened } from '../../../../tools/testing/embedded.ts';
import { hold } from '../../../../tools/testing/processes.ts';
import type { EmbeddedServer } from './index.ts';

const PATIENT = { timeout: 40_000, interval: 50 };

function postmasterOf(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'database', 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

function hasProcess(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
}

function childrenOf(parent: number): readonly number[] {
  const listed = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim();
  return listed === '' ? [] : listed.split(' ').map(Number);
}

async function holdServer(folder: string) {
  const holder = hold('hold-embedded.ts', folder);
  const said = JSON.parse(await holder.saidFirst) as { value: EmbeddedServer };
  return { ...holder, host: said.value.host };
}

test('after kill -9 of the application nothing committed is lost, its server is ended and its traces are removed', async () => {
  using folder = aDataFolder();
  await using holder = await holdServer(folder.path);
  await ask(holder.host, 'create table visit (n int); insert into visit select generate_series(1, 1000)');
  const former = postmasterOf(folder.path);
  await holder.killHard();
  expect(hasProcess(former)).toBe(true);
  await using server = await opened(folder.path);
  expect(hasProcess(former)).toBe(false);
  expect(existsSync(dirname(holder.host))).toBe(false);
  expect(await ask(server.host, 'select count(*)::int from visit')).toEqual([1000]);
});

test('after kill -9 of the application and of its server at once, the base recovers what was committed', async () => {
  using folder = aDataFolder();
  await using holder = await holdServer(folder.path);
  await ask(holder.host, 'create table visit (n int); insert into visit select generate_series(1, 1000)');
  const former = postmasterOf(folder.path);
  await holder.killHard();
  process.kill(former, 'SIGKILL');
  await using server = await opened(folder.path);
  expect(await ask(server.host, 'select count(*)::int from visit')).toEqual([1000]);
});

test('a server that is killed comes back on the same socket with what was committed', async () => {
  using folder = aDataFolder();
  await using server = await opened(folder.path);
  await ask(server.host, "create table visit as select 'Ada' as who");
  const former = postmasterOf(folder.path);
  process.kill(former, 'SIGKILL');
  await vi.waitFor(async () => expect(await ask(server.host, 'select who from visit')).toEqual(['Ada']), PATIENT);
  expect(postmasterOf(folder.path)).not.toBe(former);
});

test('a backend busy with a query when its server was killed does not keep the base closed', async () => {
  using folder = aDataFolder();
  await using server = await opened(folder.path);
  const busy = ask(server.host, 'select count(*) from generate_series(1, 100000000000)').catch(() => 'cut');
  const query =
    "select count(*)::int from pg_stat_activity where query like '%generate_series%' and pid <> pg_backend_pid()";
  await vi.waitFor(async () => expect(await ask(server.host, query)).toEqual([1]), PATIENT);
  process.kill(postmasterOf(folder.path), 'SIGKILL');
  await vi.waitFor(async () => expect(await ask(server.host, 'select 1')).toEqual([1]), PATIENT);
  expect(await busy).toBe('cut');
});

test('kill -9 of one backend leaves the server and the committed rows', async () => {
  using folder = aDataFolder();
  await using server = await opened(folder.path);
  await ask(server.host, "create table visit as select 'Ada' as who");
  const former = postmasterOf(folder.path);
  const victim = new pg.Client({ host: server.host, user: 'passerelle', database: 'passerelle' });
  victim.on('error', () => {});
  await victim.connect();
  const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
  await vi.waitFor(async () => expect(await ask(server.host, 'select who from visit')).toEqual(['Ada']), PATIENT);
  expect(postmasterOf(folder.path)).toBe(former);
});

test('a note of a dead server whose number another process now has does not close the base', async () => {
  using folder = aDataFolder();
  await (await opened(folder.path)).stop();
  const stranger = spawn('sleep', ['600'], { uid: process.getuid?.() === 0 ? 65_534 : undefined });
  const cluster = join(folder.path, 'database', 'cluster');
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1\n5432\n/nowhere\n\n  1  2\nready   \n`,
  );
  try {
    await using server = await opened(folder.path);
    expect(await ask(server.host, 'select 1')).toEqual([1]);
    expect(stranger.exitCode).toBeNull();
  } finally {
    stranger.kill();
  }
});

test('the disk as a power cut leaves it in the middle of writes opens with every committed row', async () => {
  using folder = aDataFolder();
  using copy = aDataFolder();
  await using server = await opened(folder.path);
  await ask(server.host, 'create table visit (n int primary key)');
  let committed = 0;
  let isOver = false;
  const writing = (async () => {
    for (let n = 1; !isOver; n++) {
      await ask(server.host, `insert into visit values (${n})`);
      committed = n;
    }
  })();
  await vi.waitFor(() => expect(committed).toBeGreaterThan(20), PATIENT);
  const postmaster = postmasterOf(folder.path);
  process.kill(postmaster, 'SIGSTOP');
  // Its children are listed once it stands still: it can neither start one nor let the number of a finished one go.
  const all = [...childrenOf(postmaster), postmaster];
  for (const pid of all) process.kill(pid, 'SIGSTOP');
  const sure = committed;
  execFileSync('mkdir', ['-p', dirname(copy.path)]);
  cpSync(folder.path, copy.path, { recursive: true, preserveTimestamps: true });
  for (const pid of all) process.kill(pid, 'SIGCONT');
  isOver = true;
  await writing;
  rmSync(join(copy.path, 'database', 'owner.json'));
  await using recovered = await opened(copy.path);
  const [count] = (await ask(recovered.host, 'select count(*)::int from visit')) as number[];
  expect(count).toBeGreaterThanOrEqual(sure);
});
