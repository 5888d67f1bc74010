import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * The system user the server runs as. PostgreSQL refuses root, so root lends it to an unprivileged one (`switched`).
 * `reach` is set when that user cannot enter the folders by itself, as inside a folder made by `mktemp -d`.
 */
export interface Person {
  readonly uid: number;
  readonly gid: number;
  readonly switched: boolean;
  readonly reach: boolean;
}

/** Ourselves; or, for root, the owner of the cluster when there is one, else `nobody`, who always has a name. */
export function personFor(cluster: string): Person {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid, switched: false, reach: false };
  const owner = lstatSync(cluster, { throwIfNoEntry: false });
  const lent = owner === undefined || owner.uid === 0 ? nobody() : { uid: owner.uid, gid: owner.gid };
  return { ...lent, switched: true, reach: false };
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error('No user named nobody to run the database as.');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Adds `reach` when the person can neither run the program nor enter the folders otherwise. */
export function withReach(person: Person, program: string, folders: readonly string[]): Person {
  if (!person.switched) return person;
  const script = 'test -x "$0" || exit 1; for folder; do cd "$folder" || exit 1; done';
  const probe = spawnSync('/bin/sh', ['-c', script, program, ...folders], {
    uid: person.uid,
    gid: person.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0 ? person : { ...person, reach: true };
}

/**
 * A copied or restored cluster has lost its closed mode, without which PostgreSQL refuses it, and when root made the
 * copy it belongs to root: closes it and hands the whole tree to the person.
 */
export function handOver(folder: string, person: Person): void {
  if ((lstatSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
  if (!person.switched || lstatSync(folder).uid === person.uid) return;
  chownSync(folder, person.uid, person.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, name), person.uid, person.gid);
  }
}

export interface Run {
  readonly env: Readonly<Record<string, string>>;
  readonly stdio: StdioOptions;
}

/** Starts a program as the person, in its own session, so that Ctrl-C reaches us and not the server. */
export function startAs(person: Person, program: string, args: readonly string[], run: Run): ChildProcess {
  const options = {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', ...run.env },
    stdio: run.stdio,
  };
  if (person.reach) return spawn('setpriv', [...reachRecipe(person), program, ...args], options);
  return spawn(program, args, person.switched ? { ...options, uid: person.uid, gid: person.gid } : options);
}

/**
 * The one right kept is to pass closed folders. `no_setuid_fixup` matters: without it access(2), which PostgreSQL
 * asks about its own binaries, answers for the bare user and refuses.
 */
function reachRecipe({ uid, gid }: Person): string[] {
  const only = '-all,+dac_override';
  const rights = [
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
    '--securebits=+no_setuid_fixup',
  ];
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs', ...rights, '--'];
}
