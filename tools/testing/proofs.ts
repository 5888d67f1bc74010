import { mandateRoutes } from '#bridge/mandates/index.ts';
import { createFigures, figureById } from '#cockpit/figures/index.ts';
import type { ProofDeps } from '#cockpit/proof/index.ts';
import { proofRoutes } from '#cockpit/proof/index.ts';
import type { CockpitHouse } from './cockpit.ts';
import { openCockpit } from './cockpit.ts';
import { scopeOf } from './community.ts';
import type { MadeCommunity } from './made-community.ts';
import { writeCommunity } from './made-community.ts';
import { ALL, day, forum, instant } from './made-forum.ts';

/** A house on 29 June 2026, with two places; the second doubled from the ninth of March on, the first went its way. */
export interface ProofHouse extends CockpitHouse<ProofDeps> {
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
  const at = await openCockpit<ProofDeps>({
    start: '2026-06-29T08:00:00Z',
    furnish: ({ database, clock, projection }) => {
      const deps = { database, projection, clock, figures: createFigures({ database, projection, clock }) };
      const isFigure = (id: string): boolean => figureById(id) !== undefined;
      return { deps, routes: [...proofRoutes(deps), ...mandateRoutes({ database, clock, isFigure })] };
    },
  });
  await at.seat('Inès Aubry', 'pilot');
  await at.seat('Maël Costa', 'host');
  await at.seat('Hugo Vidal', 'sponsor');
  const { Maël: hostId = '' } = await at.idsOf();
  await at.house.database.inScope(await scopeOf(at.admin), (db) => writeCommunity(db, twoPlaces()));
  return { ...at, hostId };
}
