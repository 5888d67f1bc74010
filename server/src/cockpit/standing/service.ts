import type { FigureRefusal, Figures } from '#cockpit/figures/index.ts';
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
  const found = await figures.lend(scope, 'at_risk', { ...query, compare: 'none' }, async ({ unavailable, rows }) =>
    unavailable === undefined ? await rows(atRiskMembers(limit, offset)) : [],
  );
  if (!found.ok) return found;
  const told = found.value.map((row) => ({
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
  return yes({ items, total: Number(found.value[0]?.['total'] ?? 0) });
}

/** Where one member stands at the end of what was seen, over all places. A foreign id and a missing one are the same refusal. */
export async function standing(
  { database, figures }: StandingDeps,
  scope: Scope,
  memberId: string,
): Promise<Result<MemberStanding, FigureRefusal>> {
  const known = await database.inScope(scope, (db) => namesOf(db, [memberId]));
  if (!known.has(memberId)) return no('http/not_found');
  return await figures.lend(scope, 'lifecycle_state', { compare: 'none' }, async ({ window, unavailable, rows }) => {
    if (unavailable !== undefined) return { until: null, standing: null };
    const days = (await rows(daysOfMember(memberId))).map((row) => String(row['day']));
    return { until: window.until, standing: standingOf(days, window.until, BOUNDS, RHYTHM) ?? null };
  });
}
