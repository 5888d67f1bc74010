import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { askers, lastNews, tellings } from '#bridge/askers/lookup.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Answer, InsightState } from '#bridge/decisions/index.ts';
import type { Standing } from './model.ts';
import type { RegisterFilter } from './wire.ts';

/** Who looks at the register, and when. */
export interface Look {
  readonly now: Date;
  readonly zone: string;
  /** The day of `now` in the zone. */
  readonly today: string;
}

export interface Row {
  readonly id: string;
  readonly statement: string;
  readonly ask: string | null;
  readonly options: readonly string[];
  readonly state: InsightState;
  readonly version: number;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly owner_left: boolean;
  readonly outside_name: string | null;
  readonly objective_id: string | null;
  readonly objective_title: string | null;
  readonly due: string | null;
  readonly submitted_at: Date;
  readonly decided_at: Date | null;
  readonly delivered_at: Date | null;
  readonly decision_id: string | null;
  readonly answer: Answer | null;
  readonly until: string | null;
  readonly option: string | null;
  readonly reason: string | null;
  readonly answered_by: string | null;
  readonly answered_at: Date | null;
  readonly delivered_on: string | null;
  readonly standing: Standing;
  readonly days: number | null;
  readonly askers: number;
  readonly to_tell: number | null;
  /** Where it stands in the order of the register: whoever waits first. */
  readonly place: number;
}

/** Everything that was submitted once, with where it stands on that day. */
function register(db: Scoped, { now, today }: Look): RawBuilder<Row> {
  const { workspaceId } = db.scope;
  return sql<Row>`
    select insight.id, insight.statement, insight.ask, insight.options, insight.state, insight.version,
      insight.owner_id, person.name as owner_name, colleague.left_at is not null as owner_left, insight.outside_name,
      insight.objective_id, objective.title as objective_title, insight.submitted_at, insight.decided_at,
      insight.delivered_at, last.id as decision_id, last.answer, last.until, last.option, last.reason,
      coalesce(decider.name, last.by_outside) as answered_by, last.at as answered_at,
      (select max(note.day) from delivery_note as note
        where note.workspace_id = insight.workspace_id and note.insight_id = insight.id
          and insight.delivered_at is not null) as delivered_on,
      stand.due, stand.standing,
      case when stand.standing = 'sent_back' then null
        else extract(epoch from coalesce(insight.decided_at, ${now}) - insight.submitted_at) / 86400.0 end::float8 as days
    from insight
    left join colleague on colleague.workspace_id = insight.workspace_id and colleague.id = insight.owner_id
    left join person on person.id = colleague.person_id
    left join objective on objective.workspace_id = insight.workspace_id and objective.id = insight.objective_id
    left join lateral (
      select decision.* from decision
      where decision.workspace_id = insight.workspace_id and decision.insight_id = insight.id
      order by decision.at desc, decision.id desc limit 1
    ) last on true
    left join colleague as deciding on deciding.workspace_id = insight.workspace_id and deciding.id = last.by_id
    left join person as decider on decider.id = deciding.person_id
    cross join lateral (
      select case when last.answer = 'later' and insight.state <> 'submitted' then last.until else insight.due end as due
    ) waiting
    cross join lateral (
      select waiting.due, case
        when insight.state = 'draft' then 'sent_back'
        when insight.state <> 'submitted' and last.answer = 'later' and waiting.due > ${today}::date then 'postponed'
        when insight.state = 'submitted' or last.answer = 'later' then
          case when waiting.due < ${today}::date then 'overdue' else 'awaiting' end
        when insight.state in ('told', 'delivered') then insight.state
        when last.answer = 'no' then 'declined' else 'agreed' end as standing
    ) stand
    where insight.workspace_id = ${workspaceId} and insight.submitted_at is not null
      and (insight.state <> 'draft' or last.answer = 'need_more')`;
}

const ORDER = sql<number>`case standing
  when 'overdue' then 0 when 'awaiting' then 100000000 when 'sent_back' then 200000000 when 'postponed' then 300000000
  else 400000000 end + case
  when standing in ('overdue', 'awaiting', 'postponed') then coalesce(due - date '1900-01-01', 0)
  else date '3000-01-01' - coalesce(answered_at, submitted_at)::date end`;

/** The register from a place in it on, whoever waits first. */
export async function registerRows(
  db: Scoped,
  look: Look,
  filter: RegisterFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly Row[]> {
  const [place, id] = page.after?.split('/') ?? [];
  const { rows } = await sql<Row>`
    with register as (${register(db, look)}), placed as (
      select register.*, ${ORDER} as place from register where ${chosen(filter, look.zone)}
    ), page as (
      select placed.* from placed
      where ${place === undefined ? sql`true` : sql`(placed.place, placed.id) > (${Number(place)}, ${id}::uuid)`}
      order by placed.place, placed.id limit ${page.limit}
    )
    ${counted(db)} order by page.place, page.id`.execute(db.tx);
  return rows;
}

/** One of the register; undefined when it is not there. */
export async function registerRow(db: Scoped, look: Look, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    with register as (${register(db, look)}), page as (
      select register.*, ${ORDER} as place from register where register.id = ${id}
    )
    ${counted(db)}`.execute(db.tx);
  return rows[0];
}

const PAGE = sql`select page.id from page`;

/** The rows of `page`, with how many members asked and how many of them are still to be told. */
function counted(db: Scoped): RawBuilder<unknown> {
  return sql`, asker as materialized (${askers(db, PAGE)}), telling as materialized (${tellings(db, PAGE)}), asked as (
      select asker.insight_id, count(*)::int as askers,
        count(case when asker.reach = 'can' and telling.member_id is null then 1 end)::int as to_tell
      from page
      join asker on asker.insight_id = page.id
      left join (${lastNews(db)}) news on news.id = page.decision_id
      left join telling on telling.decision_id = page.decision_id and telling.member_id = asker.member_id
        and telling.delivery_id is not distinct from news.delivery_id
      group by asker.insight_id
    )
    select page.*, coalesce(asked.askers, 0) as askers,
      case when page.state in ('decided', 'delivered', 'told') then coalesce(asked.to_tell, 0) end as to_tell
    from page left join asked on asked.insight_id = page.id`;
}

function chosen({ q, state, owner, objective, from, until }: RegisterFilter, zone: string): RawBuilder<unknown> {
  const day = sql`(submitted_at at time zone ${zone})::date`;
  const parts = [
    q === undefined ? undefined : sql`position(lower(${q}) in lower(concat_ws(' ', statement, ask))) > 0`,
    state === undefined ? undefined : sql`standing = ${state}`,
    owner === undefined ? undefined : owner === 'outside' ? sql`outside_name is not null` : sql`owner_id = ${owner}`,
    objective === undefined ? undefined : sql`objective_id = ${objective}`,
    from === undefined ? undefined : sql`${day} >= ${from}`,
    until === undefined ? undefined : sql`${day} < ${until}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** How many stand where, and what the register can be filtered by. */
export async function registerFacets(db: Scoped, look: Look, filter: RegisterFilter) {
  const { state: _, ...rest } = filter;
  const { rows: counts } = await sql<{ standing: Standing; n: number }>`
    with register as (${register(db, look)})
    select standing, count(*)::int as n from register where ${chosen(rest, look.zone)} group by 1`.execute(db.tx);
  const { rows: owners } = await sql<{ id: string; name: string }>`
    select distinct colleague.id, person.name from insight
    join colleague on colleague.workspace_id = insight.workspace_id and colleague.id = insight.owner_id
    join person on person.id = colleague.person_id
    where insight.workspace_id = ${db.scope.workspaceId} and insight.submitted_at is not null
    order by person.name, colleague.id`.execute(db.tx);
  const { rows: objectives } = await sql<{ id: string; title: string }>`
    select distinct objective.id, objective.title from insight
    join objective on objective.workspace_id = insight.workspace_id and objective.id = insight.objective_id
    where insight.workspace_id = ${db.scope.workspaceId} and insight.submitted_at is not null
    order by objective.title, objective.id`.execute(db.tx);
  return { counts, owners, objectives };
}

export interface Quoted {
  readonly text: string;
  readonly place: string;
  readonly channel: string;
  readonly at: Date | null;
  readonly day: string | null;
}

const MOST_QUOTES = 6;
const LONGEST = 600;

/** What members wrote for an insight, and against it, one for each of them first, the newest; never who. */
export async function quotesOf(
  db: Scoped,
  insightId: string,
): Promise<{ readonly quotes: readonly Quoted[]; readonly counters: readonly Quoted[]; readonly messages: number }> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<Quoted & { against: boolean; messages: number }>`
    select left(quoted.text, ${LONGEST}) || case when length(quoted.text) > ${LONGEST} then '…' else '' end as text,
      quoted.place_name as place, quoted.channel_name as channel, quoted.at, quoted.day, quoted.against, quoted.messages
    from (
      select found.*, row_number() over (partition by found.against order by found.turn, found.id) as place
      from (
        select said.*, count(*) filter (where not said.against) over ()::int as messages,
          row_number() over (partition by said.against, said.whose
            order by coalesce(said.at, said.day::timestamptz) desc, said.id) as turn
        from (${said(db, insightId)}) said
        left join member on member.workspace_id = ${workspaceId} and member.id = said.whose
        where member.kind is null or member.kind = 'person'
      ) found
      where found.text is not null
    ) quoted
    where quoted.place <= ${MOST_QUOTES}
    order by quoted.place`.execute(db.tx);
  const of = (against: boolean) =>
    rows
      .filter((row) => row.against === against)
      .map(({ text, place, channel, at, day }) => ({ text, place, channel, at, day }));
  return { quotes: of(false), counters: of(true), messages: rows[0]?.messages ?? 0 };
}

/** SQL: the evidence of an insight, for and against, with whom it was heard from. */
function said({ scope: { workspaceId } }: Scoped, insightId: string): RawBuilder<unknown> {
  return sql`
    select evidence.*, evidence.counters_id is not null as against,
      heard_from(evidence.workspace_id, evidence.message_id, evidence.member_id) as whose
    from evidence
    left join signal on signal.workspace_id = evidence.workspace_id and signal.id = evidence.signal_id
    where evidence.workspace_id = ${workspaceId}
      and (signal.insight_id = ${insightId} or evidence.counters_id = ${insightId})`;
}

const MOST_NAMES = 5000;

/** Names and accounts of whoever wrote in the threads of an insight's evidence: those a quote may hold. */
export async function namesAround(db: Scoped, insightId: string): Promise<readonly string[]> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ names: readonly (string | null)[] }>`
    with said as (${said(db, insightId)}), around as (
      select message.identity_id from message
      where message.workspace_id = ${workspaceId} and message.thread_id in (select said.thread_id from said)
      union
      select message.identity_id from message
      where message.workspace_id = ${workspaceId} and message.id in (select said.message_id from said)
    )
    select array[member.name, identity.handle, identity.display_name] as names
    from around
    join identity on identity.workspace_id = ${workspaceId} and identity.id = around.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    union all select array[said.author_name] from said
    limit ${MOST_NAMES}`.execute(db.tx);
  return [...new Set(rows.flatMap(({ names }) => names).filter((name) => name !== null))];
}

interface Past {
  readonly answers: readonly {
    readonly answer: Answer;
    readonly until: string | null;
    readonly option: string | null;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  }[];
  readonly deliveries: readonly {
    readonly day: string;
    readonly text: string;
    readonly url: string | null;
    readonly by: string;
    readonly at: Date;
  }[];
}

/** Every answer and delivery of an insight, newest first. */
export async function pastOf(db: Scoped, insightId: string): Promise<Past> {
  const { workspaceId } = db.scope;
  const { rows: answers } = await sql<Past['answers'][number]>`
    select decision.answer, decision.until, decision.option, decision.reason, decision.at,
      coalesce(person.name, decision.by_outside) as by
    from decision
    left join colleague on colleague.workspace_id = decision.workspace_id and colleague.id = decision.by_id
    left join person on person.id = colleague.person_id
    where decision.workspace_id = ${workspaceId} and decision.insight_id = ${insightId}
    order by decision.at desc, decision.id desc`.execute(db.tx);
  const { rows: deliveries } = await sql<Past['deliveries'][number]>`
    select note.day, note.text, note.url, note.at, person.name as by
    from delivery_note as note
    join colleague on colleague.workspace_id = note.workspace_id and colleague.id = note.by_id
    join person on person.id = colleague.person_id
    where note.workspace_id = ${workspaceId} and note.insight_id = ${insightId}
    order by note.at desc, note.id desc`.execute(db.tx);
  return { answers, deliveries };
}
