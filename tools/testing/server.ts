import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#platform/db/index.ts';
import { openEmbedded, type EmbeddedServer } from '#platform/embedded/index.ts';
import { createLog } from '#platform/log/index.ts';
import { urlOf } from './address.ts';
import { BASES_PLACE } from './place.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of this run; `DOOR` in it is where a test asks for the database server. */
    runFolder: string;
  }
}

export const DOOR = 'door';
/** An empty folder of migrations, for bases that hold nothing. */
export const NO_MIGRATIONS = 'no-migrations';
export const TEMPLATES = { house: 'template_house', empty: 'template_empty' } as const;

const log = createLog('error');

/**
 * Vitest's global set-up: a door behind which the first test that needs a base has ONE careless server started for
 * the whole run; runs of pure tests start none. The function answered stops it, and so does the end of this process.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearForgotten();
  const folder = mkdtempSync(join(BASES_PLACE, `passerelle-tests-${process.pid}-`));
  let started: Promise<EmbeddedServer> | undefined;
  const door = createServer((socket) => {
    started ??= startServer(folder);
    started.then(
      (server) => socket.end(server.host),
      (error: unknown) => socket.end(String(error)),
    );
  });
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const stop = async () => {
    door.close();
    await (await started?.catch(() => undefined))?.stop();
    clear();
  };
  stopWhenInterrupted(stop);
  // The runner does not always wait for us when it is interrupted; the server is told to leave by its own supervisor.
  process.once('exit', clear);
  await listen(door, join(folder, DOOR));
  project.provide('runFolder', folder);
  return stop;
}

function listen(door: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(path, resolve);
  });
}

function stopWhenInterrupted(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void stop().finally(() => process.exit(1));
    });
  }
}

async function startServer(folder: string): Promise<EmbeddedServer> {
  const server = await openEmbedded({ dataFolder: join(folder, 'server'), log, careless: true });
  if (!server.ok) throw new Error(`The test server does not start: ${JSON.stringify(server.refusal)}`);
  const nothing = join(folder, NO_MIGRATIONS);
  mkdirSync(nothing);
  await prepareTemplate(server.value, TEMPLATES.house, {});
  await prepareTemplate(server.value, TEMPLATES.empty, { migrationsFolder: nothing });
  return server.value;
}

async function prepareTemplate(
  { host }: EmbeddedServer,
  name: string,
  options: { migrationsFolder?: string },
): Promise<void> {
  const admin = new pg.Client({ host, user: 'passerelle', database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const made = await openDatabase({ url: urlOf(host, name), dataFolder: '', log, ...options });
  if (!made.ok) throw new Error(`The template ${name} cannot be made: ${JSON.stringify(made.refusal)}`);
  await made.value.close();
}

/** Runs killed without mercy leave a server and a folder: the next run ends them. */
async function clearForgotten(): Promise<void> {
  for (const name of readdirSync(BASES_PLACE)) {
    const pid = /^passerelle-tests-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || existsProcess(Number(pid))) continue;
    const dataFolder = join(BASES_PLACE, name, 'server');
    if (existsSync(join(dataFolder, 'database', 'owner.json'))) {
      const found = await openEmbedded({ dataFolder, log, careless: true });
      if (found.ok) await found.value.stop();
    }
    rmSync(join(BASES_PLACE, name), { recursive: true, force: true });
  }
}

function existsProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
