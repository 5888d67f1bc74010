import type { FigureQuery, Figures, Lent } from '#cockpit/figures/index.ts';
import type { ProofSlice } from '#cockpit/proof/series/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { ArmCount, Drawing, Drawn, Newcomer } from './model.ts';
import { countArms, drawnBy } from './rules.ts';
import { drawnOf, keepDrawn, namesOf } from './store.ts';

export interface DrawDeps {
  readonly database: Database;
  readonly figures: Pick<Figures, 'lend'>;
  readonly clock: Clock;
}

/** A draw is among all newcomers of some places: who is new in a theme or a segment was not new when he arrived. */
export const DRAW_FIGURE = 'activation_30d';
const MOST_NAMES = 1000;

const NEWCOMERS = `
select known.id::text as member_id, came.day::text as arrived, count(days.day)::int as again
from (select days.member_id, min(days.day) as day from days where days.n > 0 group by 1) came
join asked on asked.w = 0 and came.day >= asked.from_day and came.day < asked.until_day
join fact_member known on known.member_id = came.member_id
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
  const newcomers = async (lent: Lent) =>
    lent.unavailable === undefined ? await lent.rows({ reads: 'days', select: NEWCOMERS }) : [];
  // Each newcomer is drawn; what is told of them keeps numbers of a few back by itself.
  const found = await figures.lend(scope, DRAW_FIGURE, query, newcomers, false);
  if (!found.ok) return [];
  return found.value.map((row) => ({
    memberId: String(row['member_id']),
    arrivedOn: String(row['arrived']),
    cameBack: Number(row['again']) > 0,
  }));
}

interface Draw {
  readonly drawn: readonly Drawn[];
  /** Of them, those who are drawn by now and not kept yet. */
  readonly fresh: readonly Drawn[];
  readonly arms: { readonly now: ArmCount; readonly later: ArmCount };
}

/** A draw as it stands: who was drawn stays there, who arrived since is where the seed puts him. Nothing is written. */
export async function drawOf(
  deps: DrawDeps,
  scope: Scope,
  slice: ProofSlice,
  { proofId, seed, startDay, untilDay }: Drawing,
): Promise<Draw> {
  const newcomers = await newcomersOf(deps, scope, slice, { from: startDay, until: untilDay });
  const kept = await deps.database.inScope(scope, (db) => drawnOf(db, proofId));
  const fresh = drawnBy(seed, newcomers, kept);
  const drawn = [...kept, ...fresh];
  return { drawn, fresh, arms: countArms(drawn, newcomers) };
}

/** Draws everybody who arrived since the last time, and keeps it; answers how many there are in each group, as drawn. */
export async function drawNewcomers(
  deps: DrawDeps,
  scope: Scope,
  slice: ProofSlice,
  drawing: Drawing,
): Promise<Draw['arms']> {
  const { fresh, arms } = await drawOf(deps, scope, slice, drawing);
  await deps.database.inScope(scope, (db) => keepDrawn(db, drawing.proofId, fresh, deps.clock.now()));
  return arms;
}

/** Who is in a draw, by name, the latest to arrive first; whoever was erased is left out. */
export async function drawnNames(
  deps: DrawDeps,
  scope: Scope,
  slice: ProofSlice,
  drawing: Drawing,
): Promise<readonly (Drawn & { readonly name: string })[]> {
  const { drawn } = await drawOf(deps, scope, slice, drawing);
  const latest = drawn
    .toSorted((a, b) => b.arrivedOn.localeCompare(a.arrivedOn) || a.memberId.localeCompare(b.memberId))
    .slice(0, MOST_NAMES);
  const names = await deps.database.inScope(scope, (db) =>
    namesOf(
      db,
      latest.map(({ memberId }) => memberId),
    ),
  );
  return latest.flatMap((one) => {
    const name = names.get(one.memberId);
    return name === undefined ? [] : [{ ...one, name }];
  });
}
