import type { FigureQuery, Figures } from '#cockpit/figures/index.ts';
import type { ProofSlice } from '#cockpit/proof/series/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { ArmCount, Drawing, Newcomer } from './model.ts';
import { armOf, countArms } from './rules.ts';
import { drawnOf, keepDrawn } from './store.ts';

export interface DrawDeps {
  readonly database: Database;
  readonly figures: Pick<Figures, 'lend'>;
  readonly clock: Clock;
}

/** A draw is among all newcomers of some places: who is new in a theme or a segment was not new when he arrived. */
export const DRAW_FIGURE = 'activation_30d';

const NEWCOMERS = `
select came.member_id::text as member_id, came.day::text as arrived, count(days.day)::int as again
from (select days.member_id, min(days.day) as day from days where days.n > 0 group by 1) came
join asked on asked.w = 0 and came.day >= asked.from_day and came.day < asked.until_day
left join days on days.member_id = came.member_id and days.n > 0 and days.day > came.day and days.day <= came.day + 30
group by 1, 2`;

/** Newcomers of some days, in the words of the figure `activation_30d`. */
async function newcomersOf(
  { figures }: DrawDeps,
  scope: Scope,
  { place, channel }: ProofSlice,
  window: { readonly from: string; readonly until: string },
): Promise<readonly Newcomer[]> {
  const query: FigureQuery = {
    ...window,
    ...(place === undefined ? {} : { place: [...place] }),
    ...(channel === undefined ? {} : { channel: [...channel] }),
    compare: 'none',
  };
  const found = await figures.lend(scope, DRAW_FIGURE, query, async (lent) =>
    lent.unavailable === undefined ? await lent.rows({ reads: 'days', select: NEWCOMERS }) : [],
  );
  if (!found.ok) return [];
  return found.value.map((row) => ({
    memberId: String(row['member_id']),
    arrivedOn: String(row['arrived']),
    cameBack: Number(row['again']) > 0,
  }));
}

/** Draws everybody who arrived since the last time; answers how many there are in each group, as drawn. */
export async function drawNewcomers(
  deps: DrawDeps,
  scope: Scope,
  slice: ProofSlice,
  { proofId, seed, startDay, untilDay }: Drawing,
): Promise<{ readonly now: ArmCount; readonly later: ArmCount }> {
  const { database, clock } = deps;
  const newcomers = await newcomersOf(deps, scope, slice, { from: startDay, until: untilDay });
  return await database.inScope(scope, async (db) => {
    const drawn = newcomers.map(({ memberId, arrivedOn }) => ({ memberId, arm: armOf(seed, memberId), arrivedOn }));
    await keepDrawn(db, proofId, drawn, clock.now());
    return countArms(await drawnOf(db, proofId), newcomers);
  });
}
