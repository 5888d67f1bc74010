import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { courseRoutes } from '#cockpit/course/index.ts';
import type { KeyResultsDeps } from '#cockpit/course/key-results/index.ts';
import { createFigures } from '#cockpit/figures/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import type { Route } from '#platform/http/index.ts';
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

/** A house with a community that grows, and one colleague for each function the course asks for. */
export interface CourseHouse extends AsyncDisposable {
  readonly house: House;
  readonly deps: KeyResultsDeps;
  /** Whoever has that function; the admin has all of them. */
  as(who: FunctionName): Browser;
  /** Colleagues by their first name: Inès (pilot), Hugo (sponsor), Maël (host), and Nora, who left. */
  readonly idOf: Readonly<Record<string, string>>;
}

/** Twenty people write every fortnight until the new year, thirty from then on; the second place is silent. */
function growing(): MadeCommunity {
  const { made, say } = forum(30, [ALL, ALL]);
  for (let n = 0; n < 212; n += 1) {
    for (const member of [n % 14, 14 + (n % 6)]) say(member, instant(day('2025-08-02', n)));
    if (n >= 152) say(20 + (n % 10), instant(day('2025-08-02', n)));
  }
  return made;
}

/** `more`: what stands beside the course in the cockpit. */
export async function openCourse(more: (deps: KeyResultsDeps) => readonly Route[] = () => []): Promise<CourseHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-course-'));
  let made: { readonly projection: Projection; readonly deps: KeyResultsDeps } | undefined;
  const house = await openHouse({
    more: ({ database, clock }) => {
      const projection = createProjection({ database, clock, log: silentLog, folder });
      const deps = { database, figures: createFigures({ database, projection, clock, isGuarded: true }), clock };
      made = { projection, deps };
      return [...courseRoutes(deps), ...more(deps)];
    },
  });
  if (made === undefined) throw new Error('The house has no course.');
  const { projection, deps } = made;
  await prepareJobs(house.database.ownerPool);
  const admin = await house.openFirst();
  const team: Partial<Record<FunctionName, Browser>> = {
    admin,
    pilot: await house.colleague(admin, 'Inès Aubry', ['pilot']),
    sponsor: await house.colleague(admin, 'Hugo Vidal', ['sponsor']),
    host: await house.colleague(admin, 'Maël Costa', ['host']),
    owner: await house.colleague(admin, 'Nora Petit', ['owner']),
  };
  const { items } = (await admin.must('GET', '/api/v1/team')) as { items: { id: string; name: string }[] };
  const idOf = Object.fromEntries(items.map(({ id, name }) => [name.split(' ')[0] ?? '', id]));
  await admin.must('DELETE', `/api/v1/team/${idOf['Nora'] ?? ''}`);
  await house.database.inScope(await scopeOf(admin), (db) => writeCommunity(db, growing()));
  return {
    house,
    deps,
    idOf,
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
