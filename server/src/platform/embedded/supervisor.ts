import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { no, yes, type Result } from '#kernel/result.ts';
import type { Log } from '#platform/log/index.ts';
import { linkLibraries, type Binaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { clusterName, makeRunFolders, removeRunFolder, type DataFolders, type RunFolders } from './folders.ts';
import { ensureDatabase } from './house.ts';
import type { FolderLock } from './lock.ts';
import { personFor, withReach, type Person } from './person.ts';
import { startPostmaster, type Launch, type Postmaster } from './postmaster.ts';
import { serverArguments, writeAccessRules } from './settings.ts';
import { clearStalePid, stopSurvivors } from './survivors.ts';

export interface Supervision {
  readonly binaries: Binaries;
  readonly folders: DataFolders;
  readonly lock: FolderLock;
  readonly careless: boolean;
  readonly log: Log;
}

export interface Supervisor {
  readonly host: string;
  readonly stop: () => Promise<void>;
}

type Refused = 'database/cannot_start' | 'database/other_version';

/** Clears what a killed process left, creates what is missing, starts the server and starts it again if it dies. */
export async function superviseServer(supervision: Supervision): Promise<Result<Supervisor, Refused>> {
  const { folders, lock, log } = supervision;
  if (!(await clearRemains(folders, log)))
    return no('database/cannot_start', { reason: 'a former server does not end' });
  if (lock.previous?.runFolder !== undefined) removeRunFolder(lock.previous.runFolder);
  const person = personFor(folders.cluster);
  const run = makeRunFolders(person);
  lock.write({ pid: process.pid, runFolder: run.root });
  const tidy = () => removeRunFolder(run.root);
  process.once('exit', tidy);
  const leave = () => {
    process.off('exit', tidy);
    tidy();
  };
  const started = await startFirst(supervision, person, run);
  if (started.ok) return yes(keepAlive(started.value, run.socket, leave, supervision));
  leave();
  return started;
}

async function clearRemains(folders: DataFolders, log: Log): Promise<boolean> {
  if (!existsSync(folders.cluster)) return true;
  if (!(await stopSurvivors(clusterName(folders.cluster), log))) return false;
  clearStalePid(folders.cluster, log);
  return true;
}

interface Started {
  readonly launch: Launch;
  readonly postmaster: Postmaster;
}

async function startFirst(supervision: Supervision, lent: Person, run: RunFolders): Promise<Result<Started, Refused>> {
  const { binaries, folders, careless, log } = supervision;
  const env = linkLibraries(binaries, run.libraries);
  writeAccessRules(run);
  const person = withReach(lent, binaries.postgres, [folders.base, run.root]);
  if (person.reach) log.info('the database server is let into folders closed to its user');
  const cluster = await ensureCluster(folders, { binaries, person, env, careless });
  if (!cluster.ok) return cluster;
  const args = serverArguments(folders.cluster, clusterName(folders.cluster), run, careless);
  const launch = {
    person,
    program: binaries.postgres,
    args,
    env,
    cluster: folders.cluster,
    serverLog: folders.serverLog,
  };
  const postmaster = await startPostmaster(launch);
  if (!postmaster.ok) return postmaster;
  try {
    await ensureDatabase(run.socket);
  } catch (error) {
    await postmaster.value.stop();
    throw error;
  }
  return yes({ launch, postmaster: postmaster.value });
}

/** Undefined when it did not succeed, be it that the folder itself is gone: a supervisor must not end the application. */
async function startAgain(
  launch: Launch,
  folders: DataFolders,
  log: Log,
  signal: AbortSignal,
): Promise<Postmaster | undefined> {
  try {
    await clearRemains(folders, log);
    const next = await startPostmaster(launch, signal);
    return next.ok ? next.value : undefined;
  } catch (error) {
    log.warn('the database server does not start again', { error });
    return undefined;
  }
}

/** Patience before each new attempt, in milliseconds; after the last the server stays down and the log says so. */
const RETRIES = [0, 500, 2000, 5000, 15_000] as const;

function keepAlive(started: Started, host: string, leave: () => void, { folders, log }: Supervision): Supervisor {
  let postmaster = started.postmaster;
  let restarting: Promise<void> | undefined;
  const leaving = new AbortController();
  const watch = () => {
    void postmaster.ended.then(() => {
      if (!leaving.signal.aborted) restarting = restart();
    });
  };
  const restart = async () => {
    log.warn('the database server ended by itself and is started again');
    for (const patience of RETRIES) {
      await sleep(patience, undefined, { signal: leaving.signal }).catch(() => undefined);
      if (leaving.signal.aborted) return;
      const next = await startAgain(started.launch, folders, log, leaving.signal);
      if (next === undefined) continue;
      postmaster = next;
      return watch();
    }
    log.error('the database server cannot be started again', { serverLog: folders.serverLog });
  };
  watch();
  return {
    host,
    stop: async () => {
      leaving.abort();
      await restarting;
      await postmaster.stop();
      leave();
    },
  };
}
