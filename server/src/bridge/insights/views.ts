import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { fewMembers } from '#community/members/lookup.ts';
import { evidenceOfInsight, HEARD_FROM, idsOfInsight } from '#bridge/evidence/index.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf, together } from '#platform/db/index.ts';
import { house } from '#workspace/spaces/lookup.ts';
import type { BoardRow, InsightRow, Surroundings, UnreadRow } from './model.ts';
import { DAYS_BEFORE, MOST_COUNTED, withOutside } from './rules.ts';
import type { InsightParts, Traffic } from './wire.ts';

const BOARD_ORDER = sql`array_position(array['submitted', 'draft', 'decided', 'delivered', 'told'], insight.state),
  insight.due nulls last, insight.made_at desc`;

/** Insights with what stands behind them; those an answer is waited for first, the longest due first. */
export async function board(db: Scoped, openOnly: boolean) {
  const { workspaceId } = db.scope;
  const wanted = openOnly ? sql`insight.state in ('draft', 'submitted')` : sql`true`;
  const listed = sql`listed as materialized (
    select insight.* from insight where insight.workspace_id = ${workspaceId} and ${wanted}
    order by ${BOARD_ORDER} limit 500
  ), heard as materialized (
    select signal.insight_id, count(distinct signal.id)::int as signals,
      count(distinct (evidence.place_id, evidence.channel_name)) filter (where evidence.id is not null)::int as channels,
      count(distinct coalesce(evidence.heard_from, evidence.id)) filter (where evidence.id is not null
        and coalesce(few.kind, 'person') = 'person')::int as members
    from signal
    left join (
      select evidence.id, evidence.signal_id, evidence.place_id, evidence.channel_name, ${HEARD_FROM} as heard_from
      from evidence where evidence.workspace_id = ${workspaceId}
    ) as evidence on evidence.signal_id = signal.id
    left join (${fewMembers(db)}) as few on few.id = evidence.heard_from
    where signal.workspace_id = ${workspaceId} and signal.insight_id in (select listed.id from listed)
    group by signal.insight_id
  ), against as materialized (
    select evidence.counters_id as insight_id, count(*)::int as counters from evidence
    where evidence.workspace_id = ${workspaceId} and evidence.counters_id in (select listed.id from listed)
    group by evidence.counters_id
  )`;
  const lines = sql<BoardRow>`
    select insight.id, insight.statement, insight.state, insight.version, insight.due::text as due,
      coalesce(person.name, insight.outside_name) as "ownerName", insight.outside_name is not null as "isOutside",
      objective.title as objective, insight.made_at as "madeAt", insight.submitted_at as "submittedAt", insight.decided_at as "decidedAt",
      coalesce(heard.signals, 0) as signals, coalesce(heard.members, 0) as members, coalesce(heard.channels, 0) as channels,
      coalesce(against.counters, 0) as counters
    from listed as insight
    left join colleague on colleague.workspace_id = insight.workspace_id and colleague.id = insight.owner_id
    left join person on person.id = colleague.person_id
    left join objective on objective.workspace_id = insight.workspace_id and objective.id = insight.objective_id
    left join heard on heard.insight_id = insight.id
    left join against on against.insight_id = insight.id
    order by ${BOARD_ORDER}`;
  const { rows, houses } = await together(
    db,
    {
      rows: rowsOf(lines, 'madeAt', 'submittedAt', 'decidedAt'),
      houses: house(db),
    },
    listed,
  );
  return { rows, zone: houses[0]?.zone ?? 'UTC' };
}

/** What stands around an insight: names of what it points at, its signals, what was last asked about it. */
function surroundings({ scope: { workspaceId } }: Scoped, id: string): Rows<Surroundings> {
  return rowsOf(sql`
    select theme.name_fr as "themeFr", theme.name_en as "themeEn", objective.title as objective, owner.name as "ownerName",
      coalesce(held.left_at is not null, false) as "ownerLeft", held.functions as "ownerFunctions", maker.name as "madeByName",
      (select decision.reason from decision where decision.workspace_id = ${workspaceId} and decision.insight_id = insight.id
        and decision.answer = 'need_more' and insight.state = 'draft' order by decision.at desc limit 1) as question,
      coalesce((select json_agg(json_build_object('id', signal.id, 'kind', signal.kind, 'line', signal.line, 'version', signal.version,
          'mandate', (select json_build_object('id', mandate.id, 'intention', mandate.intention) from mandate
            where mandate.workspace_id = ${workspaceId} and mandate.id = signal.mandate_id),
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
    where insight.workspace_id = ${workspaceId} and insight.id = ${id}`);
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

/**
 * SQL: the words of an insight as search takes them, any of them as it stands, and the days in which its traffic is
 * looked at, as `meant`: no row without words or evidence.
 */
function meant(db: Scoped, id: string): RawBuilder<unknown> {
  const { workspaceId } = db.scope;
  return sql`
    select insight.id, zone.name as zone, span.last as until_day, least(span.first, span.last - ${DAYS_BEFORE - 1}::int) as from_day,
      search_query((select string_agg('"' || replace(word, '"', ' ') || '"', ' or ') from unnest(insight.words) as word)) as query
    from insight
    cross join (select workspace.zone as name from workspace where workspace.id = ${workspaceId}) as zone
    cross join lateral (
      select min(one.day) as first, max(one.day) as last from (
        select coalesce(evidence.day, (coalesce(evidence.at, evidence.added_at) at time zone zone.name)::date) as day
        from evidence where evidence.workspace_id = ${workspaceId} and evidence.id in (${idsOfInsight(db, id)})
      ) as one
    ) as span
    where insight.workspace_id = ${workspaceId} and insight.id = ${id} and cardinality(insight.words) > 0
      and span.last is not null`;
}

/** SQL: messages by members that hold one of the words in that time, and whether each was read. Needs `meant`. */
function matching(db: Scoped, id: string): RawBuilder<unknown> {
  const { workspaceId } = db.scope;
  // Instants a day around, as the index takes them; then the days of the workspace.
  const bound = (day: 'from_day' | 'until_day', around: number): RawBuilder<Date> =>
    sql`(select (meant.${sql.raw(day)} + ${around}::int)::timestamptz from meant)`;
  return sql`
    select message.id, message.sort_at, exists (select from insight_read as seen where seen.workspace_id = ${workspaceId}
        and seen.insight_id = ${id} and seen.message_id = message.id)
      or message.id in (select evidence.message_id from evidence
        where evidence.workspace_id = ${workspaceId} and evidence.id in (${idsOfInsight(db, id)})) as is_read
    from message
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    where message.workspace_id = ${workspaceId} and message.search @@ (select meant.query from meant)
      and message.state in ('shown', 'hidden') and member.kind = 'person'
      and message.sort_at >= ${bound('from_day', -1)} and message.sort_at < ${bound('until_day', 2)}
      and coalesce(message.day, (message.at at time zone (select meant.zone from meant))::date)
        between (select meant.from_day from meant) and (select meant.until_day from meant)
    limit ${MOST_COUNTED}`;
}

/** How much of the traffic of an insight was read; no row without words or evidence. Needs `meant` and `matching`. */
const TRAFFIC = rowsOf(sql<Traffic>`
  select meant.from_day::text as "from", meant.until_day::text as until, counted.*, counted.matching >= ${MOST_COUNTED} as "atLeast"
  from meant cross join (
    select count(*)::int as matching, (count(*) filter (where matching.is_read))::int as read from matching
  ) as counted`);

function traffic(db: Scoped, id: string): RawBuilder<unknown> {
  return sql`meant as materialized (${meant(db, id)}), matching as materialized (${matching(db, id)})`;
}

function insightRows({ scope: { workspaceId } }: Scoped, id: string): Rows<InsightRow> {
  return rowsOf(
    sql<InsightRow>`
    select insight.id, insight.statement, insight.ask, insight.options, insight.words, insight.theme_id as "themeId",
      insight.objective_id as "objectiveId", insight.owner_id as "ownerId", insight.outside_name, insight.outside_email,
      insight.due, insight.state, insight.version, insight.made_by as "madeBy", insight.made_at as "madeAt",
      insight.submitted_at as "submittedAt"
    from insight where insight.workspace_id = ${workspaceId} and insight.id = ${id}`,
    'madeAt',
    'submittedAt',
  );
}

/** One insight with all that stands behind and around it; undefined when this workspace has none of that id. */
export async function insightWhole(db: Scoped, id: string) {
  const found = await together(
    db,
    {
      insight: insightRows(db, id),
      around: surroundings(db, id),
      evidence: evidenceOfInsight(db, id),
      traffic: TRAFFIC,
      suggested: sharedWords(db, id),
      house: house(db),
    },
    traffic(db, id),
  );
  const [insight] = found.insight;
  const [around] = found.around;
  if (insight === undefined || around === undefined) return undefined;
  return {
    insight: withOutside(insight),
    around,
    evidence: found.evidence,
    traffic: found.traffic[0] ?? null,
    suggested: found.suggested.map(({ written }) => written),
    zone: found.house[0]?.zone ?? 'UTC',
  };
}

/** The latest messages that hold the words of an insight and nobody read for it; undefined when there is none of that id. */
export async function unread(db: Scoped, id: string, limit: number) {
  const { workspaceId } = db.scope;
  const rows = rowsOf(
    sql<UnreadRow>`
    select message.id, message.thread_id, member.name, member.erased_at is not null as erased, place.name as place, channel.name as channel,
      message.at, message.day::text as day, left(message.text, 4000) as text, message.format, message.language
    from (select matching.id from matching where not matching.is_read order by matching.sort_at desc, matching.id limit ${limit}) as next
    join message on message.workspace_id = ${workspaceId} and message.id = next.id
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    join channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
    order by message.sort_at desc, message.id`,
    'at',
  );
  const found = await together(db, { insight: insightRows(db, id), rows, traffic: TRAFFIC }, traffic(db, id));
  return found.insight.length === 0 ? undefined : { rows: found.rows, traffic: found.traffic[0] ?? null };
}

/** Words, as people wrote them, that at least two evidences of an insight hold: those most hold first, longer ones first. */
function sharedWords({ scope: { workspaceId } }: Scoped, insightId: string): Rows<{ readonly written: string }> {
  return rowsOf(sql`
    select min(said.written) as written
    from (
      select evidence.id, lower(written) as written, stem
      from evidence join signal on signal.workspace_id = evidence.workspace_id and signal.id = evidence.signal_id
      cross join lateral regexp_split_to_table(left(evidence.text, 4000), '[^[:alnum:]]+') as written
      cross join lateral unnest(tsvector_to_array(search_vector(evidence.language, written))) as stem
      join insight on insight.workspace_id = signal.workspace_id and insight.id = signal.insight_id
      where evidence.workspace_id = ${workspaceId} and signal.insight_id = ${insightId}
        and insight.words = '{}' and insight.state in ('draft', 'submitted') and length(written) >= 5 and written !~ '^[0-9]+$'
    ) as said
    group by said.stem having count(distinct said.id) >= 2
    order by count(distinct said.id) desc, length(min(said.written)) desc, 1 limit 5`);
}
