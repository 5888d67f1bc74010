import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionName } from '#kernel/actor.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

/** A house whose cockpit measures on its own copy of the facts. */
export interface CockpitHouse<Deps> extends AsyncDisposable {
  readonly house: House;
  readonly deps: Deps;
  readonly admin: Browser;
  /** Whoever has that function; the admin has all of them. */
  as(who: FunctionName): Browser;
  /** Has a colleague come who has this function and no other. */
  seat(name: string, who: FunctionName): Promise<void>;
  /** Everybody's id, by first name. */
  idsOf(): Promise<Readonly<Record<string, string>>>;
}

interface Opening<Deps> {
  /** When it opens; the house's own day unless said. */
  readonly start?: string;
  readonly furnish: (room: Room) => { readonly deps: Deps; readonly routes: readonly Route[] };
}

interface Room {
  readonly database: Database;
  readonly clock: Clock;
  readonly projection: Projection;
}

export async function openCockpit<Deps>({ start, furnish }: Opening<Deps>): Promise<CockpitHouse<Deps>> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-cockpit-'));
  let made: { readonly projection: Projection; readonly deps: Deps } | undefined;
  const house = await openHouse({
    ...(start === undefined ? {} : { start }),
    more: ({ database, clock }) => {
      const projection = createProjection({ database, clock, log: silentLog, folder });
      const { deps, routes } = furnish({ database, clock, projection });
      made = { projection, deps };
      return routes;
    },
  });
  if (made === undefined) throw new Error('The house has no cockpit.');
  const { projection, deps } = made;
  await prepareJobs(house.database.ownerPool);
  const admin = await house.openFirst();
  const team: Partial<Record<FunctionName, Browser>> = { admin };
  return {
    house,
    deps,
    admin,
    as(who) {
      const browser = team[who];
      if (browser === undefined) throw new Error(`Nobody is ${who}.`);
      return browser;
    },
    async seat(name, who) {
      team[who] = await house.colleague(admin, name, [who]);
    },
    async idsOf() {
      const { items } = (await admin.must('GET', '/api/v1/team')) as { items: { id: string; name: string }[] };
      return Object.fromEntries(items.map(({ id, name }) => [name.split(' ')[0] ?? '', id]));
    },
    async [Symbol.asyncDispose]() {
      await projection.close();
      await house[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
