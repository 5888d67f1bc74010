import type { FigureRefusal, Figures, Lent } from '#cockpit/figures/index.ts';
import { atRiskMembers, BOUNDS, daysOfMember, RHYTHM } from '#cockpit/figures/lifecycle/index.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Database } from '#platform/db/index.ts';
import { boundOf, standingOf } from './rules.ts';
import { namesOf } from './views.ts';
import type { AtRiskMembers, AtRiskQuery, MemberStanding } from './wire.ts';

export interface StandingDeps {
  readonly database: Database;
  readonly figures: Pick<Figures, 'lend'>;
}

/** Those at risk at the end of the window asked for, a page of them. */
export async function membersAtRisk(
  { database, figures }: StandingDeps,
  scope: Scope,
  { limit, offset, ...query }: AtRiskQuery,
): Promise<Result<AtRiskMembers, FigureRefusal>> {
  const found = await figures.lend(
    scope,
    'at_risk',
    { ...query, compare: 'none' },
    async ({ unavailable, ...lent }) => {
      if (unavailable !== undefined) return { rows: [], total: 0 };
      const rows = await lent.rows(atRiskMembers(limit, offset));
      // A page behind the last one holds nothing that could say how many there are.
      const [first] = rows.length > 0 || offset === 0 ? rows : await lent.rows(atRiskMembers(1, 0));
      return { rows, total: Number(first?.['total'] ?? 0) };
    },
    // Who they are, one by one: the door is open to those alone who see few.
    false,
  );
  if (!found.ok) return found;
  const told = found.value.rows.map((row) => ({
    id: String(row['member_id']),
    last: String(row['last']),
    silent: Number(row['silent']),
    bound: boundOf(Number(row['gap']), RHYTHM),
    gap: Number(row['gap']),
    acts: Number(row['acts']),
  }));
  const ids = told.map(({ id }) => id);
  const names = await database.inScope(scope, (db) => namesOf(db, ids));
  const items = told.map((one) => ({ ...one, name: names.get(one.id) ?? null }));
  return yes({ items, total: found.value.total });
}

/** Where one member stands at the end of what was seen, over all places. A foreign id and a missing one are the same refusal. */
export async function standing(
  { database, figures }: StandingDeps,
  scope: Scope,
  memberId: string,
): Promise<Result<MemberStanding, FigureRefusal>> {
  const known = await database.inScope(scope, (db) => namesOf(db, [memberId]));
  if (!known.has(memberId)) return no('http/not_found');
  const place = async (lent: Lent) => {
    if (lent.unavailable !== undefined) return { until: null, standing: null };
    const { until } = lent.window;
    const days = (await lent.rows(daysOfMember(memberId))).map((row) => String(row['day']));
    return { until, standing: standingOf(days, until, BOUNDS, RHYTHM) ?? null };
  };
  // One member, whose days stand on his page.
  return await figures.lend(scope, 'lifecycle_state', { compare: 'none' }, place, false);
}
