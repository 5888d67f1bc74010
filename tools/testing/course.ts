import { courseRoutes } from '#cockpit/course/index.ts';
import type { KeyResultsDeps } from '#cockpit/course/key-results/index.ts';
import { createFigures } from '#cockpit/figures/index.ts';
import type { Route } from '#platform/http/index.ts';
import type { CockpitHouse } from './cockpit.ts';
import { openCockpit } from './cockpit.ts';
import { scopeOf } from './community.ts';
import type { MadeCommunity } from './made-community.ts';
import { writeCommunity } from './made-community.ts';
import { ALL, day, forum, instant } from './made-forum.ts';

/** A house with a community that grows, and one colleague for each function the course asks for. */
export interface CourseHouse extends CockpitHouse<KeyResultsDeps> {
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
  const at = await openCockpit<KeyResultsDeps>({
    furnish: ({ database, clock, projection }) => {
      const deps = { database, figures: createFigures({ database, projection, clock, isGuarded: true }), clock };
      return { deps, routes: [...courseRoutes(deps), ...more(deps)] };
    },
  });
  await at.seat('Inès Aubry', 'pilot');
  await at.seat('Hugo Vidal', 'sponsor');
  await at.seat('Maël Costa', 'host');
  await at.seat('Nora Petit', 'owner');
  const idOf = await at.idsOf();
  await at.admin.must('DELETE', `/api/v1/team/${idOf['Nora'] ?? ''}`);
  await at.house.database.inScope(await scopeOf(at.admin), (db) => writeCommunity(db, growing()));
  return { ...at, idOf };
}
