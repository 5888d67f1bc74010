import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#platform/log/index.ts';

interface Survivor {
  readonly pid: number;
  readonly isPostmaster: boolean;
}

/**
 * Ends what a killed process left running on this cluster: a postmaster that outlived its parent, or backends that
 * outlived their postmaster. We stop and start anew rather than adopt, so that settings and parenthood are always
 * ours. True when nothing is left.
 */
export async function stopSurvivors(name: string, log: Log): Promise<boolean> {
  const found = survivorsOf(name);
  if (found.length === 0) return true;
  log.warn('stopping a database server left by a process that was killed', { processes: found.length });
  const postmasters = found.filter((survivor) => survivor.isPostmaster);
  // Backends without a postmaster have nothing left to finish properly: the last signal but one is for them at once.
  for (const { pid } of postmasters) signal(pid, 'SIGINT');
  if (postmasters.length > 0 && (await goneWithin(name, 10_000))) return true;
  for (const survivor of survivorsOf(name)) signal(survivor.pid, 'SIGQUIT');
  if (await goneWithin(name, 3000)) return true;
  for (const survivor of survivorsOf(name)) signal(survivor.pid, 'SIGKILL');
  return goneWithin(name, 3000);
}

async function goneWithin(name: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (survivorsOf(name).length === 0) return true;
    await sleep(50);
  }
  return false;
}

/** The name stands in the postmaster's arguments and in the title of each of its backends, readable by anybody. */
function survivorsOf(name: string): Survivor[] {
  const found: Survivor[] = [];
  for (const [pid, command] of processes()) {
    const isPostmaster = command.includes(` cluster_name=${name} `);
    if (isPostmaster || command.startsWith(`postgres: ${name}: `)) found.push({ pid, isPostmaster });
  }
  return found;
}

function processes(): [pid: number, command: string][] {
  if (process.platform !== 'linux') return processesByPs();
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return pids.map((pid) => [Number(pid), commandOf(pid)]);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function processesByPs(): [pid: number, command: string][] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.map((line) => [Number.parseInt(line, 10), `${line.trim().replace(/^\d+\s+/, '')} `]);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone, or not ours to end: the wait that follows tells which.
  }
}

/**
 * Removes a `postmaster.pid` whose number now belongs to another program. PostgreSQL clears the note of a dead
 * process itself, but takes any living one for a rival. To be called once no survivor is left.
 */
export function clearStalePid(cluster: string, log: Log): void {
  const file = join(cluster, 'postmaster.pid');
  const pid = firstNumber(file);
  if (pid === undefined || !isAlive(pid)) return;
  log.info('removing the note of a dead database server whose number was given to another process', { pid });
  rmSync(file, { force: true });
}

function firstNumber(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
