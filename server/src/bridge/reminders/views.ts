import { sql } from 'kysely';
import { addDays } from '#kernel/day.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Answered, Reader, Waiting } from './model.ts';

/** Name and address of the workspace. */
export async function houseOf(db: Scoped) {
  return await db.tx
    .selectFrom('workspace')
    .select(['name', 'slug', 'zone', 'language'])
    .where('id', '=', db.scope.workspaceId)
    .executeTakeFirstOrThrow();
}

/** Every answer that is waited for on that day, from somebody who can be written to. */
export async function waitings(db: Scoped, zone: string, today: string): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select insight.id as "insightId", insight.statement, coalesce(person.email, insight.outside_email) as email,
      coalesce(person.language, workspace.language) as language, insight.outside_email is not null as "isOutside",
      concat_ws(':', extract(epoch from coalesce(put_off.at, insight.submitted_at))::bigint,
        coalesce(insight.owner_id::text, insight.outside_email)) as mark,
      (coalesce(put_off.at, insight.submitted_at) at time zone ${zone})::date as since,
      coalesce(put_off.until, insight.due) as due, put_off.until is not null as "isPutOff"
    from insight
    join workspace on workspace.id = insight.workspace_id
    left join colleague on colleague.workspace_id = insight.workspace_id and colleague.id = insight.owner_id
      and colleague.left_at is null
    left join person on person.id = colleague.person_id
    left join lateral (
      select last.until, last.at from (
        select decision.answer, decision.until, decision.at from decision
        where decision.workspace_id = insight.workspace_id and decision.insight_id = insight.id
        order by decision.at desc, decision.id desc limit 1
      ) last where last.answer = 'later' and insight.state in ('decided', 'told')
    ) put_off on true
    where insight.workspace_id = ${db.scope.workspaceId} and insight.due is not null
      and (insight.state = 'submitted' or put_off.until <= ${addDays(today, 3)}::date)
      and coalesce(person.email, insight.outside_email) is not null
    order by insight.id`.execute(db.tx);
  return rows;
}

/** Answers given since a moment, for whoever wrote the insight up and did not answer it himself. */
export async function answered(db: Scoped, since: Date): Promise<readonly Answered[]> {
  const { rows } = await sql<Answered>`
    select decision.id as "decisionId", insight.id as "insightId", insight.statement, decision.answer, person.email,
      person.language
    from decision
    join insight on insight.workspace_id = decision.workspace_id and insight.id = decision.insight_id
    join colleague on colleague.workspace_id = insight.workspace_id and colleague.id = insight.made_by
      and colleague.left_at is null
    join person on person.id = colleague.person_id
    where decision.workspace_id = ${db.scope.workspaceId} and decision.at >= ${since}
      and decision.by_id is distinct from insight.made_by
    order by decision.id`.execute(db.tx);
  return rows;
}

/** Who wants the weekly letter. */
export async function readers(db: Scoped): Promise<readonly Reader[]> {
  const { rows } = await sql<Reader>`
    select colleague.id as "colleagueId", person.email, person.language,
      colleague.functions && array['host', 'pilot', 'admin']::text[] as tells, colleague.functions
    from colleague join person on person.id = colleague.person_id
    where colleague.workspace_id = ${db.scope.workspaceId} and colleague.left_at is null and colleague.digest
    order by colleague.id`.execute(db.tx);
  return rows;
}

/** Of the whole workspace: how many answers are late, and how many were given since a moment. */
export async function weekOf(
  db: Scoped,
  today: string,
  since: Date,
): Promise<{ readonly overdue: number; readonly decided: number }> {
  const { rows } = await sql<{ overdue: number; decided: number }>`
    select (select count(*)::int from insight
        where insight.workspace_id = ${db.scope.workspaceId} and insight.state = 'submitted' and insight.due < ${today}
      ) as overdue,
      (select count(*)::int from decision
        where decision.workspace_id = ${db.scope.workspaceId} and decision.at >= ${since}) as decided`.execute(db.tx);
  return rows[0] ?? { overdue: 0, decided: 0 };
}
