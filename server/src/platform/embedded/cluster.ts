import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { no, yes, type Result } from '#kernel/result.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolders } from './folders.ts';
import { handOver, startAs, type Person } from './person.ts';

const UNFINISHED = 'cluster.new-';

export interface Creation {
  readonly binaries: Binaries;
  readonly person: Person;
  readonly env: Readonly<Record<string, string>>;
  readonly careless: boolean;
}

/**
 * Makes sure a whole cluster of this version is there. A first creation happens in a sibling folder and counts
 * only once renamed: what a kill leaves half done is thrown away by the next start. Each attempt has its own
 * folder, because an `initdb` that outlived us may still be writing in the former one.
 */
export async function ensureCluster(
  folders: DataFolders,
  creation: Creation,
): Promise<Result<void, 'database/cannot_start' | 'database/other_version'>> {
  removeUnfinished(folders.base);
  if (!existsSync(folders.cluster)) return createCluster(folders, creation);
  const found = readFileSync(join(folders.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== creation.binaries.major)
    return no('database/other_version', { found, expected: creation.binaries.major });
  handOver(folders.cluster, creation.person);
  return yes(undefined);
}

function removeUnfinished(base: string): void {
  for (const name of readdirSync(base)) {
    if (!name.startsWith(UNFINISHED)) continue;
    try {
      rmSync(join(base, name), { recursive: true, force: true });
    } catch {
      // An orphan initdb is still writing there; a later start removes it.
    }
  }
}

async function createCluster(folders: DataFolders, creation: Creation): Promise<Result<void, 'database/cannot_start'>> {
  const draft = mkdtempSync(join(folders.base, UNFINISHED));
  if (creation.person.switched) chownSync(draft, creation.person.uid, creation.person.gid);
  const output = await initialise(draft, creation);
  if (output !== undefined) {
    rmSync(draft, { recursive: true, force: true });
    return no('database/cannot_start', { reason: output });
  }
  renameSync(draft, folders.cluster);
  await syncFolder(folders.base);
  return yes(undefined);
}

/** Answers what `initdb` complained about, or undefined when all went well. */
async function initialise(draft: string, creation: Creation): Promise<string | undefined> {
  const args = ['-D', draft, '-U', 'passerelle', '-A', 'peer', '--no-instructions', '--text-search-config=simple'];
  // The collation is PostgreSQL's own: an upgrade of the system's C library cannot silently break indexes.
  args.push('--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8');
  if (creation.careless) args.push('--no-sync');
  const child = startAs(creation.person, creation.binaries.initdb, args, {
    env: creation.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  try {
    const [status] = (await once(child, 'close')) as [number | null];
    return status === 0 ? undefined : complaint.trim() || 'initdb was killed';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Makes the rename survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
