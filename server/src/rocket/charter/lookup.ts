import { sql } from 'kysely';
import { FUNCTIONS } from '#kernel/actor.ts';
import type { Window } from '#kernel/window.ts';
import type { Scoped } from '#platform/db/index.ts';
import { RESPONSIBILITIES } from '#rocket/charter/duties/index.ts';
import { colleagues } from '#workspace/team/lookup.ts';
import type { Deed, Holder, Holding } from './model.ts';
import { lineOf, pilotsIn } from './rules.ts';

/** The lines of the charter that were written. */
export async function holdingsOf(db: Scoped): Promise<readonly Holding[]> {
  const rows = await db.tx
    .selectFrom('charter_holding')
    .select(['responsibility', 'function', 'colleague_id', 'letter'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .execute();
  return rows.map(({ responsibility, function: name, colleague_id: colleagueId, letter }) => ({
    responsibility,
    function: FUNCTIONS.find((one) => one === name) ?? null,
    colleagueId,
    letter,
  }));
}

/** Whoever works here now, by name. */
export async function holdersOf(db: Scoped): Promise<readonly Holder[]> {
  return (await colleagues(db)).filter(({ hasLeft }) => !hasLeft);
}

interface Days {
  readonly window: Window;
  readonly zone: string;
}

/** What persons did by the record, over some days of the workspace's zone. */
export async function deedsOf(db: Scoped, { window: { from, until }, zone }: Days): Promise<readonly Deed[]> {
  const { rows } = await sql<Deed>`
    select audit_event.action, audit_event.actor_id as "colleagueId", count(*)::int as count from audit_event
    where audit_event.workspace_id = ${db.scope.workspaceId} and audit_event.actor_kind = 'person'
      and audit_event.at >= ${from}::date::timestamp at time zone ${zone}
      and audit_event.at < ${until}::date::timestamp at time zone ${zone}
    group by audit_event.action, audit_event.actor_id`.execute(db.tx);
  return rows;
}

/** How many persons are declared for the pilot's responsibilities, were seen at them over these days, and both. */
export async function pilotTraces(db: Scoped, days: Days): Promise<{ declared: number; acting: number; both: number }> {
  const [holdings, people, deeds] = [await holdingsOf(db), await holdersOf(db), await deedsOf(db, days)];
  return pilotsIn(RESPONSIBILITIES.map((one) => lineOf(one, holdings, people, deeds)));
}
