import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { fewMembers } from '#community/members/lookup.ts';
import type { Scoped } from '#platform/db/index.ts';

/** Why somebody who asked cannot be told: `can` is whoever can. */
export const REACHES = ['can', 'erased', 'opted_out', 'place_gone'] as const;
export type Reach = (typeof REACHES)[number];

/** SQL: members that were merged, as rows (id, root): whom each has become in the end. Few, and read as a whole. */
export function merged({ scope: { workspaceId } }: Scoped): RawBuilder<unknown> {
  return sql`(
    with recursive up (id, root) as (
      select below.id, below.merged_into from member as below
      where below.workspace_id = ${workspaceId} and below.merged_into is not null
      union
      select up.id, above.merged_into from up
      join member as above on above.workspace_id = ${workspaceId} and above.id = up.root
      where above.merged_into is not null
    )
    select up.id, up.root from up where not exists (select from up as further where further.id = up.root)
  )`;
}

/**
 * SQL: who asked for what, as rows (insight_id, member_id, reach): each person once for each insight, found through
 * merges by the evidence of its signals: whose account the message is of, else whom the author of then has become.
 * Staff and bots ask nothing. Counter-evidence is not asking. `among`: SQL that gives the ids of the insights meant, so
 * that nobody is looked for in vain.
 */
export function askers(db: Scoped, among: RawBuilder<unknown>): RawBuilder<unknown> {
  const { workspaceId } = db.scope;
  return sql`
    select heard.insight_id, heard.member_id,
      ${reachOf(db)} as reach
    from (
      select signal.insight_id, coalesce(evidence.heard_id, kept.root, evidence.member_id) as member_id,
        bool_and(evidence.gone_because is not distinct from 'place_removed') as place_gone,
        bool_or(evidence.heard_id is not null or kept.root is not null) as is_there
      from signal
      join evidence on evidence.workspace_id = signal.workspace_id and evidence.signal_id = signal.id
      left join ${merged(db)} kept on kept.id = evidence.member_id
      where signal.workspace_id = ${workspaceId} and signal.insight_id in (${among})
      group by 1, 2
    ) heard
    left join (${fewMembers(db)}) few on few.id = heard.member_id
    left join (
      select distinct coalesce(kept.root, told_opt_out.member_id) as member_id from told_opt_out
      left join ${merged(db)} kept on kept.id = told_opt_out.member_id
      where told_opt_out.workspace_id = ${workspaceId}
    ) silent on silent.member_id = heard.member_id
    where few.kind is null or few.kind = 'person'`;
}

/** SQL: whether the member of the row `heard` can be told, else why not, by the rows `few` and `silent`. */
function reachOf({ scope: { workspaceId } }: Scoped): RawBuilder<Reach> {
  return sql<Reach>`case when few.erased_at is not null then 'erased' when silent.member_id is not null then 'opted_out'
    when heard.place_gone or not (heard.is_there or exists (
      select from member where member.workspace_id = ${workspaceId} and member.id = heard.member_id
    )) then 'place_gone' else 'can' end`;
}

/** SQL: the news of each insight that members are told: its last decision (id, insight_id, answer, …), `need_more` aside. */
export function lastNews({ scope: { workspaceId } }: Scoped): RawBuilder<unknown> {
  return sql`
    select distinct on (decision.insight_id) decision.*, note.id as delivery_id, note.day as delivered_on,
      note.text as delivery_text, note.url as delivery_url
    from decision
    join insight on insight.workspace_id = decision.workspace_id and insight.id = decision.insight_id
    left join delivery_note as note on note.workspace_id = insight.workspace_id and note.insight_id = insight.id
      and insight.delivered_at is not null and note.at >= decision.at
    where decision.workspace_id = ${workspaceId} and decision.answer <> 'need_more'
    order by decision.insight_id, decision.at desc, decision.id desc, note.at desc, note.id desc`;
}

/** How long after being told a message counts as coming back. */
const BACK_DAYS = 30;

/** SQL: whom has been told of what, through merges, of the insights meant. */
function everyTelling(db: Scoped, among: RawBuilder<unknown>): RawBuilder<unknown> {
  const { workspaceId } = db.scope;
  return sql`
    select told.insight_id, told.decision_id, told.delivery_id, told.at, told.by_id, told.text, told.language,
      coalesce(kept.root, told.member_id) as member_id
    from told left join ${merged(db)} kept on kept.id = told.member_id
    where told.workspace_id = ${workspaceId} and told.insight_id in (${among})`;
}

/** SQL: who was told of what, when first, through merges: a row for each member and news, of the insights meant. */
export function tellings(db: Scoped, among: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select distinct on (telling.decision_id, telling.delivery_id, telling.member_id) telling.*,
      telling.at + make_interval(days => ${BACK_DAYS}) as back_until
    from (${everyTelling(db, among)}) telling
    order by telling.decision_id, telling.delivery_id, telling.member_id, telling.at`;
}

/**
 * SQL: who asked for what and who was told of it, a row for each insight and member: `reach` null where he did not ask;
 * `at` when he was first told of anything of it, null where never; `is_told` of its news. Evidence and tellings are read
 * and gathered in one pass. Reads the rows `news` and `kept`.
 */
export function marked(db: Scoped): RawBuilder<unknown> {
  const { workspaceId } = db.scope;
  return sql`
    select heard.insight_id, heard.member_id, heard.at, heard.at + make_interval(days => ${BACK_DAYS}) as back_until, heard.is_told,
      case when heard.asked and (few.kind is null or few.kind = 'person') then ${reachOf(db)} end as reach
    from (
      select one.insight_id, one.member_id, min(one.at) as at, bool_or(one.is_told) as is_told, bool_or(one.asks) as asked,
        bool_and(one.place_gone) as place_gone, bool_or(one.is_there) as is_there
      from (
        select signal.insight_id, coalesce(evidence.heard_id, kept.root, evidence.member_id) as member_id,
          null::timestamptz as at, false as is_told, true as asks,
          evidence.gone_because is not distinct from 'place_removed' as place_gone,
          evidence.heard_id is not null or kept.root is not null as is_there
        from signal
        join evidence on evidence.workspace_id = ${workspaceId} and evidence.signal_id = signal.id
        left join kept on kept.id = evidence.member_id
        where signal.workspace_id = ${workspaceId} and signal.insight_id in (select news.insight_id from news)
        union all
        select told.insight_id, coalesce(kept.root, told.member_id), told.at, news.id is not null, false, null, null
        from told
        left join kept on kept.id = told.member_id
        left join news on news.id = told.decision_id and news.delivery_id is not distinct from told.delivery_id
        where told.workspace_id = ${workspaceId} and told.insight_id in (select news.insight_id from news)
      ) one
      group by one.insight_id, one.member_id
    ) heard
    left join (${fewMembers(db)}) few on few.id = heard.member_id
    left join (
      select distinct coalesce(kept.root, told_opt_out.member_id) as member_id from told_opt_out
      left join kept on kept.id = told_opt_out.member_id
      where told_opt_out.workspace_id = ${workspaceId}
    ) silent on silent.member_id = heard.member_id`;
}

/**
 * SQL: whether the member of the row `telling` wrote within 30 days of being told. Bare days count from the next on.
 * `back_until` is a column of what was told, since an instant reckoned here would keep the index out.
 */
export function isBack(db: Scoped): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from identity
    where identity.workspace_id = ${db.scope.workspaceId} and identity.member_id = telling.member_id
      and ${wroteAgain(db)}
  )`;
}

/** SQL: the same of one account of the member, the row `identity`. */
export function wroteAgain({ scope: { workspaceId } }: Scoped): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from message
    where message.workspace_id = ${workspaceId} and message.identity_id = identity.id
      and message.state in ('shown', 'erased')
      and message.sort_at > telling.at and message.sort_at <= telling.back_until
      and (message.at > telling.at or message.day > telling.at::date)
  )`;
}

/** SQL: the ids of the insights of which there is something to tell. */
export function withNews({ scope: { workspaceId } }: Scoped): RawBuilder<unknown> {
  return sql`select insight.id from insight
    where insight.workspace_id = ${workspaceId} and insight.state in ('decided', 'delivered', 'told')`;
}
