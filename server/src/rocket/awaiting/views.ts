import { sql } from 'kysely';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import { todayOf, zoneOf } from '#workspace/spaces/lookup.ts';

/** Pages on which something of somebody's is past its day. */
export type Late = Readonly<Record<'course' | 'mandates' | 'decisions' | 'loop', boolean>>;

export interface Caller {
  readonly colleagueId: string;
  readonly isSponsor: boolean;
  readonly isPilot: boolean;
}

/** Half a year, in days: a vision confirmed longer ago is to be confirmed again. */
const HALF_YEAR = 183;

/**
 * What is past its day: his objectives past their horizon, a vision confirmed more than half a year ago; mandates past
 * their end that nobody closed (his own, or all where he pilots) and those he has not answered when they begin; insights
 * that wait for him past their due day; members who were to hear of something delivered on a day that is over.
 */
export function lateFor(db: Scoped, { colleagueId, isSponsor, isPilot }: Caller, now: Date): Rows<Late> {
  const here = db.scope.workspaceId;
  const zone = zoneOf(db);
  const today = todayOf(db, now);
  return rowsOf(sql<Late>`
    select
      exists (select from objective where objective.workspace_id = ${here} and objective.state = 'live'
        and objective.owner_id = ${colleagueId} and objective.horizon < ${today}::date)
      or (${isSponsor} and exists (select from (
        select max((said.confirmed_at at time zone ${zone})::date) as day from vision_confirmation said
        where said.workspace_id = ${here} and said.number = (select max(vision.number) from vision where vision.workspace_id = ${here})
      ) last where last.day + ${HALF_YEAR}::int < ${today}::date)) as course,
      exists (select from mandate where mandate.workspace_id = ${here}
        and ((mandate.state in ('accepted', 'active') and mandate.until_day <= ${today}::date
            and (mandate.host_id = ${colleagueId} or ${isPilot}))
          or (mandate.state = 'given' and mandate.host_id = ${colleagueId} and mandate.from_day < ${today}::date))) as mandates,
      exists (select from insight where insight.workspace_id = ${here} and insight.owner_id = ${colleagueId}
        and insight.state = 'submitted' and insight.due < ${today}::date) as decisions,
      exists (select from insight
        join delivery_note on delivery_note.workspace_id = insight.workspace_id and delivery_note.insight_id = insight.id
        where insight.workspace_id = ${here} and insight.state = 'delivered' and delivery_note.day < ${today}::date) as loop`);
}

/** Mandates past their end that somebody has still to close: his own, or all of them where he pilots. One row. */
export function unclosedMandates(
  db: Scoped,
  { colleagueId, isPilot }: Caller,
  now: Date,
): Rows<{ readonly n: number }> {
  return rowsOf(sql<{ readonly n: number }>`
    select count(*)::int as n from mandate
    where mandate.workspace_id = ${db.scope.workspaceId} and mandate.state in ('accepted', 'active')
      and mandate.until_day <= ${todayOf(db, now)}::date and (mandate.host_id = ${colleagueId} or ${isPilot})`);
}

/** The number of the newest event of the record: as long as it stays, nobody changed anything here. One row. */
export function newestEvent({ scope: { workspaceId } }: Scoped): Rows<{ readonly number: string }> {
  return rowsOf(sql<{ readonly number: string }>`
    select coalesce(max(audit_event.number), 0)::text as number from audit_event
    where audit_event.workspace_id = ${workspaceId}`);
}
