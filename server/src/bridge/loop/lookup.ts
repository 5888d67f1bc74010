import { sql } from 'kysely';
import { askers, BACK_DAYS, isBack, lastNews, tellings, withNews } from '#bridge/askers/lookup.ts';
import type { Window } from '#kernel/window.ts';
import type { Scoped } from '#platform/db/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';

/**
 * Loop closure: of the members who asked for something decided in a window, how many were told. Each member counts once
 * for each insight; whoever cannot be told (erased, opted out, his place removed) and was not is left out.
 */
export async function loopClosure(
  db: Scoped,
  { from, until }: Window,
): Promise<{ readonly askers: number; readonly told: number }> {
  const { zone } = await settingsOf(db);
  const { rows } = await sql<{ askers: number; told: number }>`
    with news as materialized (${lastNews(db)}), asker as materialized (${askers(db, withNews(db))}),
    heard as materialized (
      select distinct telling.insight_id, telling.member_id from (${tellings(db, withNews(db))}) telling
    )
    select count(*)::int as askers, count(heard.member_id)::int as told
    from news
    join insight on insight.workspace_id = news.workspace_id and insight.id = news.insight_id
    join asker on asker.insight_id = news.insight_id
    left join heard on heard.insight_id = asker.insight_id and heard.member_id = asker.member_id
    where insight.workspace_id = ${db.scope.workspaceId} and insight.state in ('decided', 'delivered', 'told')
      and (news.at at time zone ${zone})::date >= ${from} and (news.at at time zone ${zone})::date < ${until}
      and (asker.reach = 'can' or heard.member_id is not null)`.execute(db.tx);
  return rows[0] ?? { askers: 0, told: 0 };
}

/**
 * Of the members told in a window, how many wrote again within 30 days. `told` counts those whose 30 days are over; the
 * others are `waiting`, whether they came back already or not.
 */
export async function cameBackAfterTold(
  db: Scoped,
  { from, until }: Window,
  now: Date,
): Promise<{ readonly told: number; readonly back: number; readonly waiting: number }> {
  const { zone } = await settingsOf(db);
  const { rows } = await sql<{ told: number; back: number; waiting: number }>`
    select count(case when one.is_over then 1 end)::int as told,
      count(case when one.is_over and one.is_back then 1 end)::int as back,
      count(case when one.is_over then null else 1 end)::int as waiting
    from (
      select telling.at + make_interval(days => ${BACK_DAYS}) <= ${now} as is_over, ${isBack(db)} as is_back
      from (
        select all_told.insight_id, all_told.member_id, min(all_told.at) as at
        from (${tellings(db, withNews(db))}) all_told group by 1, 2
      ) telling
      where (telling.at at time zone ${zone})::date >= ${from} and (telling.at at time zone ${zone})::date < ${until}
    ) one`.execute(db.tx);
  return rows[0] ?? { told: 0, back: 0, waiting: 0 };
}

/** How many decided insights have members who are still to be told. */
export async function awaiting(db: Scoped): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with news as materialized (${lastNews(db)}), asker as materialized (${askers(db, withNews(db))}),
    telling as materialized (${tellings(db, withNews(db))})
    select count(distinct news.insight_id)::int as n
    from news
    join insight on insight.workspace_id = news.workspace_id and insight.id = news.insight_id
    join asker on asker.insight_id = news.insight_id and asker.reach = 'can'
    left join telling on telling.decision_id = news.id and telling.member_id = asker.member_id
      and telling.delivery_id is not distinct from news.delivery_id
    where insight.workspace_id = ${db.scope.workspaceId} and insight.state in ('decided', 'delivered')
      and telling.member_id is null`.execute(db.tx);
  return rows[0]?.n ?? 0;
}
