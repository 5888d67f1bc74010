import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildWeb, isWebBuilt } from '../tools/setup/web.mjs';

const MAIN = join(import.meta.dirname, '..', 'server', 'src', 'app', 'main.ts');
/** Postgres keeps its socket in the data folder, and the path of a socket has room for a hundred characters. */
const SHORT_PATH = '/tmp/pe2e-';

/** The real application as a process of its own, on a data folder that goes away with it. */
export interface House {
  readonly address: string;
  /** Where it keeps what it holds. */
  readonly folder: string;
  /** The one-time link printed at the first start. */
  readonly firstAdminLink: string;
  /** Starts again on the same folder and the same port; resolves once it answers. */
  start(): Promise<void>;
  /** `kill -9`: nothing is put in order. */
  killHard(): Promise<void>;
  /** Stops it in order; its folder stays. */
  leave(): Promise<void>;
  /** Stops it in order and removes the folder. */
  close(): Promise<void>;
}

/**
 * Starts the application on an empty folder, or on a copy of one in which it has stood before and nobody came. The pages
 * are built first when they are not of the present sources.
 */
export async function openHouse(copied?: string): Promise<House> {
  if (!isWebBuilt() && !(await buildWeb(process.execPath))) throw new Error('the pages do not build');
  const folder = await mkdtemp(SHORT_PATH);
  // The server of databases has an owner of its own there, which a copy by Node would not keep.
  if (copied !== undefined) await promisify(execFile)('cp', ['-Rp', `${copied}/.`, folder]);
  const port = await freePort();
  let running = serve(folder, port);
  const address = `http://127.0.0.1:${port}`;
  const firstAdminLink = await told(running, /http\S+token=\S+/u);
  return {
    address,
    folder,
    firstAdminLink,
    async start() {
      running = serve(folder, port);
      await told(running, new RegExp(`${address}\\b`, 'u'));
    },
    killHard: () => end(running, 'SIGKILL'),
    leave: () => end(running, 'SIGTERM'),
    async close() {
      await end(running, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
}

function serve(folder: string, port: number): Running {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    // Settings of whoever runs the tests would change what is tested.
    env: {
      ...withoutSettings(process.env),
      PASSERELLE_DATA: folder,
      PASSERELLE_PORT: String(port),
      PASSERELLE_LOG: 'warn',
      LANG: 'fr_FR.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, said: () => said };
}

function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => name !== 'DATABASE_URL' && !name.startsWith('PASSERELLE_')),
  );
}

/** What the process says that fits; it rejects when the process ends before. */
function told({ child, said }: Running, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = wanted.exec(said())?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)} after saying: ${said()}`)));
    look();
  });
}

async function end({ child }: Running, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
