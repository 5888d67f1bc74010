import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '#app/config.ts';
import { furnish } from '#app/house.ts';
import type { House as Application } from '#app/house.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { openVault } from '#platform/secrets/index.ts';
import { Browser } from './browser.ts';
import { freshDatabase } from './database.ts';
import type { FreshDatabase } from './database.ts';
import { ORIGIN, peopleOf } from './house.ts';
import type { Ground, People } from './house.ts';
import { BASES_PLACE } from './place.ts';

/** The application as it is put together for use, called from memory, on a base of its own. */
export interface WholeHouse extends People, Ground, AsyncDisposable {
  readonly app: Application;
  /** The base with its walls, whatever the application was given. */
  readonly walled: FreshDatabase;
}

export interface WholeOptions {
  readonly log?: Log;
  /** What the application is given instead of the base with its walls. */
  readonly through?: (database: FreshDatabase) => Database;
}

/** Opens the whole application; jobs can be enqueued and are not done. */
export async function openWholeHouse({
  log = silentLog,
  through = (one) => one,
}: WholeOptions = {}): Promise<WholeHouse> {
  const dataFolder = await mkdtemp(join(BASES_PLACE, 'passerelle-whole-'));
  const walled = await freshDatabase();
  const database = through(walled);
  await prepareJobs(walled.ownerPool);
  const clock = standingClock('2026-03-02T08:00:00Z');
  const secret = 'a secret for tests only, long enough';
  const config = readConfig({ PASSERELLE_DATA: dataFolder });
  const vault = await openVault({ dataFolder, secret });
  if (!config.ok || !vault.ok) throw new Error('The settings of the test do not fit.');
  const app = furnish({ config: config.value, clock, log }, database, vault.value);
  app.standAt(ORIGIN);
  const browser = (address = '127.0.0.1'): Browser =>
    new Browser(
      (request) => app.http.fetch(request, { incoming: { socket: { remoteAddress: address } } }),
      ORIGIN,
      address,
    );
  return {
    app,
    walled,
    database,
    clock,
    ...peopleOf({ database, clock }, browser),
    async [Symbol.asyncDispose]() {
      await app.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
