import type { Result } from '#kernel/result.ts';
import { yes } from '#kernel/result.ts';
import type { House, HouseDeps } from '#app/house.ts';
import { openDatabase } from '#platform/db/index.ts';
import { openVault } from '#platform/secrets/index.ts';

/**
 * Opens the base and puts the rooms together. Refusals are for the operator: a taken folder, a newer base, a bad secret.
 * The rooms are read from disk while the server of databases gets up: a start takes as long as the longer of the two. A
 * server elsewhere is up already, and while we read, its answer would not be heard: on a loaded machine, for too long.
 */
export async function openHouse(deps: HouseDeps): Promise<Result<House>> {
  const { config, clock, log } = deps;
  const { databaseUrl: url, dataFolder, secret } = config;
  const vault = await openVault({ dataFolder, ...(secret === undefined ? {} : { secret }) });
  if (!vault.ok) return vault;
  const rooms = Promise.all([import('#app/house.ts'), import('#platform/jobs/index.ts')]);
  if (url !== undefined) await rooms;
  const [opened, [{ furnish }, { prepareJobs }]] = await Promise.all([
    openDatabase({ dataFolder, log, clock, ...(url === undefined ? {} : { url }) }),
    rooms,
  ]);
  if (!opened.ok) return opened;
  // Whatever enqueues may do so from here on, whichever process runs the jobs, and when.
  await prepareJobs(opened.value.ownerPool);
  return yes(furnish(deps, opened.value, vault.value));
}
