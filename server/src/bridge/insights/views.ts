import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { EvidenceRow } from '#bridge/evidence/index.ts';
import { dayIn } from '#kernel/day.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { BoardRow, Insight, Span, Surroundings, UnreadRow } from './model.ts';
import { anyOf, inTraffic, MOST_COUNTED, spanOf, weightOf } from './rules.ts';
import type { InsightParts, Traffic } from './wire.ts';

/** Insights with what stands behind them; those an answer is waited for first, the longest due first. */
export async function board(db: Scoped, openOnly: boolean): Promise<readonly BoardRow[]> {
  const { workspaceId } = db.scope;
  const wanted = openOnly ? sql`insight.state in ('draft', 'submitted')` : sql`true`;
  const { rows } = await sql<BoardRow>`
    select insight.id, insight.statement, insight.state, insight.version, insight.due::text as due,
      coalesce(person.name, insight.outside_name) as "ownerName", insight.outside_name is not null as "isOutside",
      objective.title as objective, insight.made_at as "madeAt", insight.submitted_at as "submittedAt", insight.decided_at as "decidedAt",
      heard.signals, heard.members, heard.channels, against.counters
    from insight
    left join colleague on colleague.workspace_id = insight.workspace_id and colleague.id = insight.owner_id
    left join person on person.id = colleague.person_id
    left join objective on objective.workspace_id = insight.workspace_id and objective.id = insight.objective_id
    cross join lateral (
      select count(distinct signal.id)::int as signals, count(distinct (evidence.place_id, evidence.channel_name))
          filter (where evidence.id is not null)::int as channels,
        count(distinct coalesce(whole.id, evidence.id)) filter (where evidence.id is not null and coalesce(whole.kind, 'person') = 'person')::int as members
      from signal
      left join evidence on evidence.workspace_id = signal.workspace_id and evidence.signal_id = signal.id
      left join member as whole on whole.workspace_id = evidence.workspace_id
        and whole.id = heard_from(evidence.workspace_id, evidence.message_id, evidence.member_id)
      where signal.workspace_id = ${workspaceId} and signal.insight_id = insight.id
    ) as heard
    cross join lateral (
      select count(*)::int as counters from evidence
      where evidence.workspace_id = ${workspaceId} and evidence.counters_id = insight.id
    ) as against
    where insight.workspace_id = ${workspaceId} and ${wanted}
    order by array_position(array['submitted', 'draft', 'decided', 'delivered', 'told'], insight.state), insight.due nulls last, insight.made_at desc
    limit 500`.execute(db.tx);
  return rows;
}

/** What stands around an insight: names of what it points at, its signals, what was last asked about it. */
export async function surroundings(db: Scoped, id: string): Promise<Surroundings | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<Surroundings>`
    select theme.name_fr as "themeFr", theme.name_en as "themeEn", objective.title as objective, owner.name as "ownerName",
      coalesce(held.left_at is not null, false) as "ownerLeft", maker.name as "madeByName",
      (select decision.reason from decision where decision.workspace_id = ${workspaceId} and decision.insight_id = insight.id
        and decision.answer = 'need_more' and insight.state = 'draft' order by decision.at desc limit 1) as question,
      coalesce((select json_agg(json_build_object('id', signal.id, 'kind', signal.kind, 'line', signal.line, 'version', signal.version,
          'raisedBy', raiser.name, 'raisedAt', to_char(signal.raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by signal.raised_at, signal.id)
        from signal
        join colleague as raising on raising.workspace_id = signal.workspace_id and raising.id = signal.raised_by
        join person as raiser on raiser.id = raising.person_id
        where signal.workspace_id = ${workspaceId} and signal.insight_id = insight.id), '[]') as signals
    from insight
    join colleague as making on making.workspace_id = insight.workspace_id and making.id = insight.made_by
    join person as maker on maker.id = making.person_id
    left join colleague as held on held.workspace_id = insight.workspace_id and held.id = insight.owner_id
    left join person as owner on owner.id = held.person_id
    left join theme on theme.workspace_id = insight.workspace_id and theme.id = insight.theme_id
    left join objective on objective.workspace_id = insight.workspace_id and objective.id = insight.objective_id
    where insight.workspace_id = ${workspaceId} and insight.id = ${id}`.execute(db.tx);
  return rows[0];
}

/** What an insight may be given, each by name: who may decide and is here, objectives under way, themes in use. */
export async function parts(db: Scoped): Promise<InsightParts> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<InsightParts>`
    select
      coalesce((select json_agg(json_build_object('id', colleague.id, 'name', person.name) order by person.name, colleague.id)
        from colleague join person on person.id = colleague.person_id
        where colleague.workspace_id = ${workspaceId} and colleague.left_at is null and colleague.functions && array['owner', 'pilot']::text[]), '[]') as owners,
      coalesce((select json_agg(json_build_object('id', objective.id, 'title', objective.title) order by objective.title, objective.id)
        from objective where objective.workspace_id = ${workspaceId} and objective.state in ('draft', 'live')), '[]') as objectives,
      coalesce((select json_agg(json_build_object('id', theme.id, 'name', json_build_object('fr', theme.name_fr, 'en', theme.name_en)) order by theme.name_fr, theme.id)
        from theme where theme.workspace_id = ${workspaceId} and theme.merged_into is null and theme.retired_at is null), '[]') as themes`.execute(
    db.tx,
  );
  return rows[0] ?? { owners: [], objectives: [], themes: [] };
}

/** Messages by members that hold one of the words in that time, and whether each was read for the insight. */
function matching({ scope: { workspaceId } }: Scoped, insight: Insight, { from, until }: Span): RawBuilder<unknown> {
  return sql`
    select message.id, message.sort_at, exists (select from insight_read as seen where seen.workspace_id = ${workspaceId}
        and seen.insight_id = ${insight.id} and seen.message_id = message.id)
      or exists (select from evidence left join signal on signal.workspace_id = evidence.workspace_id and signal.id = evidence.signal_id
        where evidence.workspace_id = ${workspaceId} and evidence.message_id = message.id
          and (evidence.counters_id = ${insight.id} or signal.insight_id = ${insight.id})) as is_read
    from message
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    join workspace on workspace.id = message.workspace_id
    where message.workspace_id = ${workspaceId} and message.search @@ search_query(${anyOf(insight.words)})
      and message.state in ('shown', 'hidden') and member.kind = 'person'
      and coalesce(message.day, (message.at at time zone workspace.zone)::date) between ${from}::date and ${until}::date
    limit ${MOST_COUNTED}`;
}

async function countTraffic(
  db: Scoped,
  insight: Insight,
  span: Span,
): Promise<{ readonly matching: number; readonly read: number }> {
  const { rows } = await sql<{ matching: number; read: number }>`
    select count(*)::int as matching, count(*) filter (where is_read)::int as read
    from (${matching(db, insight, span)}) as found`.execute(db.tx);
  return rows[0] ?? { matching: 0, read: 0 };
}

/** How much of the traffic of an insight was read; null without words or evidence. */
export async function trafficOf(
  db: Scoped,
  insight: Insight,
  evidence: readonly EvidenceRow[],
  zone: string,
): Promise<Traffic | null> {
  const span = spanOf(
    insight.words,
    weightOf(evidence, (at) => dayIn(zone, at)),
  );
  return span === undefined ? null : inTraffic(span, await countTraffic(db, insight, span));
}

/** The latest of them nobody has read for the insight. */
export async function unread(db: Scoped, insight: Insight, span: Span, limit: number): Promise<readonly UnreadRow[]> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<UnreadRow>`
    with next as (select found.id from (${matching(db, insight, span)}) as found where not found.is_read order by found.sort_at desc, found.id limit ${limit})
    select message.id, message.thread_id, member.name, member.erased_at is not null as erased, place.name as place, channel.name as channel,
      message.at, message.day::text as day, left(message.text, 4000) as text, message.format, message.language
    from next
    join message on message.workspace_id = ${workspaceId} and message.id = next.id
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    join channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
    order by message.sort_at desc, message.id`.execute(db.tx);
  return rows;
}

/** Words, as people wrote them, that at least two evidences of an insight hold: those most hold first, longer ones first. */
export async function sharedWords(db: Scoped, insightId: string): Promise<readonly string[]> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ written: string }>`
    select min(said.written) as written
    from (
      select evidence.id, lower(written) as written, stem
      from evidence join signal on signal.workspace_id = evidence.workspace_id and signal.id = evidence.signal_id
      cross join lateral regexp_split_to_table(left(evidence.text, 4000), '[^[:alnum:]]+') as written
      cross join lateral unnest(tsvector_to_array(search_vector(evidence.language, written))) as stem
      where evidence.workspace_id = ${workspaceId} and signal.insight_id = ${insightId} and length(written) >= 5 and written !~ '^[0-9]+$'
    ) as said
    group by said.stem having count(distinct said.id) >= 2
    order by count(distinct said.id) desc, length(min(said.written)) desc, 1 limit 5`.execute(db.tx);
  return rows.map(({ written }) => written);
}
