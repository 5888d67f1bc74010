import { sql } from 'kysely';
import { dayIn } from '#kernel/day.ts';
import type { Window, ZonedWindow } from '#kernel/window.ts';
import type { Rows, Scoped, SqlDay } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import { settingsOf, todayOf } from '#workspace/spaces/lookup.ts';
import type { Answer } from './model.ts';

/**
 * SQL: whether the insight waits for an answer on a day: submitted, or put off until that day or an earlier one.
 * Reads the row `insight`.
 */
function waitsOn(today: SqlDay) {
  return sql`(insight.state = 'submitted' or (insight.state in ('decided', 'told') and exists (
    select from (
      select decision.answer, decision.until from decision
      where decision.workspace_id = insight.workspace_id and decision.insight_id = insight.id
      order by decision.at desc, decision.id desc limit 1
    ) last where last.answer = 'later' and last.until <= ${today}::date
  )))`;
}

/** How many insights wait for an answer of this colleague, now. */
export function awaiting(db: Scoped, colleagueId: string, now: Date): Rows<{ readonly n: number }> {
  return rowsOf(sql<{ readonly n: number }>`
    select count(*)::int as n from insight
    where insight.workspace_id = ${db.scope.workspaceId} and insight.owner_id = ${colleagueId}
      and ${waitsOn(todayOf(db, now))}`);
}

/** One wait for an answer: how long it took, or takes so far. */
export interface Wait {
  /** Days from submission to the first yes, no or later; while there is none, to now. */
  readonly days: number;
  /** False: no answer yet, `days` only says that it took longer. */
  readonly isDecided: boolean;
}

/** Waits of insights submitted in a window (days of the workspace's zone); those sent back are nobody's to answer. */
export async function waitsOf(db: Scoped, { from, until }: Window, now: Date): Promise<readonly Wait[]> {
  const { zone } = await settingsOf(db);
  const { rows } = await sql<Wait>`
    select extract(epoch from coalesce(insight.decided_at, ${now}) - insight.submitted_at)::float8 / 86400 as days,
      insight.decided_at is not null as "isDecided"
    from insight
    where insight.workspace_id = ${db.scope.workspaceId} and insight.state <> 'draft'
      and (insight.submitted_at at time zone ${zone})::date >= ${from}
      and (insight.submitted_at at time zone ${zone})::date < ${until}
    order by insight.submitted_at, insight.id`.execute(db.tx);
  return rows;
}

/**
 * Of the insights whose answer fell due in a window, or was given in it: how many were decided by their due day. Those
 * still within their time say nothing yet and are not counted.
 */
export function decidedWithinDue(
  db: Scoped,
  { from, until, zone }: ZonedWindow,
  now: Date,
): Rows<{ readonly due: number; readonly within: number }> {
  const decided = sql`(insight.decided_at at time zone ${zone}::text)::date`;
  return rowsOf(sql<{ readonly due: number; readonly within: number }>`
    select count(*)::int as due, count(case when ${decided} <= insight.due then 1 end)::int as within
    from insight
    where insight.workspace_id = ${db.scope.workspaceId} and insight.state <> 'draft' and insight.due is not null
      and (insight.decided_at is not null or insight.due < ${dayIn(zone, now)}::date)
      and least(insight.due, ${decided}) >= ${from}::date and least(insight.due, ${decided}) < ${until}::date`);
}

/** An insight that serves an objective, with the last answer it was given; null while there is none. */
export interface AnsweredInsight {
  readonly id: string;
  readonly statement: string;
  readonly due: string | null;
  readonly answer: Answer | null;
}

/** The insights submitted for an objective, the latest first. */
export function answersFor({ scope: { workspaceId } }: Scoped, objectiveId: string): Rows<AnsweredInsight> {
  return rowsOf(sql<AnsweredInsight>`
    select insight.id, insight.statement, insight.due::text as due, last.answer
    from insight
    left join lateral (
      select decision.answer from decision
      where decision.workspace_id = insight.workspace_id and decision.insight_id = insight.id
      order by decision.at desc, decision.id desc limit 1
    ) as last on true
    where insight.workspace_id = ${workspaceId} and insight.objective_id = ${objectiveId} and insight.state <> 'draft'
    order by insight.submitted_at desc, insight.id limit 200`);
}
