import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { no, yes, type Result } from '#kernel/result.ts';
import { startAs, type Person } from './person.ts';

export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Fast shutdown: running transactions are rolled back. Harder after 20 s, so that it always returns. */
  stop(): Promise<void>;
}

export interface Launch {
  readonly person: Person;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cluster: string;
  readonly serverLog: string;
}

const LOG_LIMIT = 1_000_000;
const START_LIMIT = 10 * 60_000;

/** Starts the server and waits until it accepts connections, which after a crash includes the recovery; `signal` gives up. */
export async function startPostmaster(
  launch: Launch,
  signal?: AbortSignal,
): Promise<Result<Postmaster, 'database/cannot_start'>> {
  const logFrom = turnLog(launch.serverLog);
  const child = launchServer(launch);
  const ended = endOf(child);
  tieToOurs(child, ended);
  const postmaster = handle(child, ended);
  if (await becameReady(launch.cluster, child, signal)) return yes(postmaster);
  await postmaster.stop();
  const reason =
    (await failureOf(ended)) ?? readFileSync(launch.serverLog).subarray(logFrom).toString('utf8').slice(-1000).trim();
  return no('database/cannot_start', { reason });
}

function launchServer(launch: Launch): ChildProcess {
  // A file and not a pipe: a server that outlives us must not choke on a reader that is gone.
  const log = openSync(launch.serverLog, 'a', 0o600);
  try {
    return startAs(launch.person, launch.program, launch.args, { env: launch.env, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

/** A process that ends without `stop` (an uncaught error, `process.exit`) asks its server to end as well. */
function tieToOurs(child: ChildProcess, ended: Promise<End>): void {
  const leave = () => child.kill('SIGINT');
  process.once('exit', leave);
  void ended.then(() => process.off('exit', leave));
}

type End = { readonly failure?: string };

function endOf(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve({}));
    child.once('error', (error) => resolve({ failure: error.message }));
  });
}

async function failureOf(ended: Promise<End>): Promise<string | undefined> {
  return (await ended).failure;
}

function handle(child: ChildProcess, ended: Promise<End>): Postmaster {
  return {
    pid: child.pid ?? 0,
    ended: ended.then(() => undefined),
    stop: async () => {
      const waits = [
        ['SIGINT', 20_000],
        ['SIGQUIT', 5000],
        ['SIGKILL', 5000],
      ] as const;
      for (const [signal, patience] of waits) {
        if (child.pid === undefined || !child.kill(signal)) return;
        if (await endedWithin(ended, patience)) return;
      }
    },
  };
}

async function endedWithin(ended: Promise<End>, milliseconds: number): Promise<boolean> {
  const patience = new AbortController();
  const timeout = sleep(milliseconds, false, { signal: patience.signal }).catch(() => false);
  const inTime = await Promise.race([ended.then(() => true), timeout]);
  patience.abort();
  return inTime;
}

async function becameReady(cluster: string, child: ChildProcess, signal?: AbortSignal): Promise<boolean> {
  for (let waited = 0; waited < START_LIMIT; waited += 15) {
    if (signal?.aborted === true || hasEnded(child) || child.pid === undefined) return false;
    if (saysReady(cluster, child.pid)) return true;
    await sleep(15);
  }
  return false;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** The server keeps its state on the eighth line of `postmaster.pid`, its own number on the first. */
function saysReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** Keeps one older log; answers where this run's words will begin. */
function turnLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  renameSync(file, `${file}.1`);
  return 0;
}
