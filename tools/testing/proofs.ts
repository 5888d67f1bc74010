import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mandateRoutes } from '#bridge/mandates/index.ts';
import { createFigures, REGISTRY } from '#cockpit/figures/index.ts';
import type { ProofDeps } from '#cockpit/proof/index.ts';
import { proofRoutes } from '#cockpit/proof/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from './browser.ts';
import { scopeOf } from './community.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';
import type { MadeCommunity } from './made-community.ts';
import { writeCommunity } from './made-community.ts';
import { ALL, day, forum, instant } from './made-forum.ts';

/** A house on 29 June 2026, with two places; the second doubled from the ninth of March on, the first went its way. */
export interface ProofHouse extends AsyncDisposable {
  readonly house: House;
  readonly deps: ProofDeps;
  as(who: FunctionName): Browser;
  readonly hostId: string;
}

export const FIRST = '2025-05-05';
/** A week without a word in the first place. */
export const SILENT_WEEK = '2025-12-29';

/** Sixty weeks: some fifteen people a week in either place, thirty in the second from the forty-fifth week on. */
function twoPlaces(): MadeCommunity {
  const { made, say } = forum(40, [ALL, ALL]);
  for (let week = 0; week < 60; week += 1) {
    const monday = day(FIRST, 7 * week);
    for (const place of [0, 1]) {
      const usual = 14 + ((week * 7 + place * 3) % 5);
      const n = place === 1 && week >= 44 ? 2 * usual : usual;
      if (place === 0 && monday === SILENT_WEEK) continue;
      for (let member = 0; member < n; member += 1) say(member, instant(day(monday, member % 7)), {}, place);
    }
  }
  return made;
}

export async function openProofs(): Promise<ProofHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-proof-'));
  let made: { readonly projection: Projection; readonly deps: ProofDeps } | undefined;
  const house = await openHouse({
    start: '2026-06-29T08:00:00Z',
    more: ({ database, clock }) => {
      const projection = createProjection({ database, clock, log: silentLog, folder });
      const deps = { database, projection, clock, figures: createFigures({ database, projection, clock }) };
      made = { projection, deps };
      const isFigure = (id: string): boolean => REGISTRY.some((figure) => figure.id === id);
      return [...proofRoutes(deps), ...mandateRoutes({ database, clock, isFigure })];
    },
  });
  if (made === undefined) throw new Error('The house has no proofs.');
  const { projection, deps } = made;
  await prepareJobs(house.database.ownerPool);
  const admin = await house.openFirst();
  const team: Partial<Record<FunctionName, Browser>> = {
    admin,
    pilot: await house.colleague(admin, 'Inès Aubry', ['pilot']),
    host: await house.colleague(admin, 'Maël Costa', ['host']),
    sponsor: await house.colleague(admin, 'Hugo Vidal', ['sponsor']),
  };
  const { items } = (await admin.must('GET', '/api/v1/team')) as { items: { id: string; name: string }[] };
  await house.database.inScope(await scopeOf(admin), (db) => writeCommunity(db, twoPlaces()));
  return {
    house,
    deps,
    hostId: items.find(({ name }) => name.startsWith('Maël'))?.id ?? '',
    as(who) {
      const browser = team[who];
      if (browser === undefined) throw new Error(`Nobody is ${who}.`);
      return browser;
    },
    async [Symbol.asyncDispose]() {
      await projection.close();
      await house[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
