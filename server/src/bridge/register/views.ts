import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { askers, lastNews, tellings } from '#bridge/askers/lookup.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf, together } from '#platform/db/index.ts';
import { house, todayOf } from '#workspace/spaces/lookup.ts';
import type { Answer, InsightState } from '#bridge/decisions/index.ts';
import type { Standing } from './model.ts';
import type { RegisterFilter } from './wire.ts';

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

/** Everything that was submitted once, or that of one insight, with where it stands on that day. */
function register(db: Scoped, now: Date, one?: string): RawBuilder<Row> {
  const { workspaceId } = db.scope;
  const today = todayOf(db, now);
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
        when insight.state <> 'submitted' and last.answer = 'later' and waiting.due > ${today} then 'postponed'
        when insight.state = 'submitted' or last.answer = 'later' then
          case when waiting.due < ${today} then 'overdue' else 'awaiting' end
        when insight.state in ('told', 'delivered') then insight.state
        when last.answer = 'no' then 'declined' else 'agreed' end as standing
    ) stand
    where insight.workspace_id = ${workspaceId} and insight.submitted_at is not null
      and ${one === undefined ? sql`true` : sql`insight.id = ${one}`}
      and (insight.state <> 'draft' or last.answer = 'need_more')`;
}

const ORDER = sql<number>`case standing
  when 'overdue' then 0 when 'awaiting' then 100000000 when 'sent_back' then 200000000 when 'postponed' then 300000000
  else 400000000 end + case
  when standing in ('overdue', 'awaiting', 'postponed') then coalesce(due - date '1900-01-01', 0)
  else date '3000-01-01' - coalesce(answered_at, submitted_at)::date end`;

const INSTANTS = ['submitted_at', 'decided_at', 'delivered_at', 'answered_at'] as const;

/** From where on in the register, and how many. */
interface Part {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** SQL: the register as it fits, and a part of it as `page`, whoever waits first. */
function placed(db: Scoped, now: Date, filter: RegisterFilter, { after, limit }: Part): RawBuilder<unknown> {
  const [place, id] = after?.split('/') ?? [];
  return sql`register as materialized (${register(db, now)}), page as materialized (
    select placed.* from (
      select register.*, ${ORDER} as place from register where ${chosen(db, filter)}
    ) as placed
    where ${place === undefined ? sql`true` : sql`(placed.place, placed.id) > (${Number(place)}, ${id}::uuid)`}
    order by placed.place, placed.id limit ${limit}
  ), ${asked(db)}`;
}

/** The register from a place in it on, whoever waits first. */
export async function registerRows(db: Scoped, now: Date, filter: RegisterFilter, part: Part) {
  const page = rowsOf(sql<Row>`${COUNTED} order by page.place, page.id`, ...INSTANTS);
  const { houses, rows } = await together(db, { houses: house(db), rows: page }, placed(db, now, filter, part));
  return { house: houses[0], rows };
}

/** One of the register, with what is read beside it in the same statement. */
export async function registerRow<Asked extends Readonly<Record<string, Rows<unknown>>>>(
  db: Scoped,
  now: Date,
  id: string,
  beside: Asked,
) {
  const one = sql`register as materialized (${register(db, now, id)}), page as materialized (
    select register.*, ${ORDER} as place from register
  ), ${asked(db)}`;
  return await together(db, { ...beside, row: rowsOf(sql<Row>`${COUNTED}`, ...INSTANTS), house: house(db) }, one);
}

const PAGE = sql`select page.id from page`;

/** SQL: how many members asked for the rows of `page`, and how many of them are still to be told, as `asked`. */
function asked(db: Scoped): RawBuilder<unknown> {
  return sql`asker as materialized (${askers(db, PAGE)}), telling as materialized (${tellings(db, PAGE)}), asked as (
      select asker.insight_id, count(*)::int as askers,
        count(case when asker.reach = 'can' and telling.member_id is null then 1 end)::int as to_tell
      from page
      join asker on asker.insight_id = page.id
      left join (${lastNews(db)}) news on news.id = page.decision_id
      left join telling on telling.decision_id = page.decision_id and telling.member_id = asker.member_id
        and telling.delivery_id is not distinct from news.delivery_id
      group by asker.insight_id
    )`;
}

/** SQL: the rows of `page` with those numbers. */
const COUNTED = sql`
  select page.*, coalesce(asked.askers, 0) as askers,
    case when page.state in ('decided', 'delivered', 'told') then coalesce(asked.to_tell, 0) end as to_tell
  from page left join asked on asked.insight_id = page.id`;

function chosen(db: Scoped, { q, state, owner, objective, from, until }: RegisterFilter): RawBuilder<unknown> {
  const zone = sql`(select workspace.zone from workspace where workspace.id = ${db.scope.workspaceId})`;
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

/** A part of the register, with how many stand where and what it can be filtered by. */
export async function registerPage(db: Scoped, now: Date, filter: RegisterFilter, part: Part) {
  const { state: _, ...rest } = filter;
  const { workspaceId } = db.scope;
  const { house: houses, ...page } = await together(
    db,
    {
      house: house(db),
      rows: rowsOf(sql<Row>`${COUNTED} order by page.place, page.id`, ...INSTANTS),
      counts: rowsOf(sql<{ standing: Standing; n: number }>`
        select standing, count(*)::int as n from register where ${chosen(db, rest)} group by 1`),
      owners: rowsOf(sql<{ id: string; name: string }>`
        select distinct register.owner_id as id, register.owner_name as name from register
        where register.owner_id is not null order by register.owner_name, register.owner_id`),
      objectives: rowsOf(sql<{ id: string; title: string }>`
        select distinct objective.id, objective.title from insight
        join objective on objective.workspace_id = insight.workspace_id and objective.id = insight.objective_id
        where insight.workspace_id = ${workspaceId} and insight.submitted_at is not null
        order by objective.title, objective.id`),
    },
    placed(db, now, filter, part),
  );
  return { ...page, house: houses[0] };
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

/** Every answer to an insight, newest first. */
export function answersTo(db: Scoped, insightId: string): Rows<Past['answers'][number]> {
  const { workspaceId } = db.scope;
  return rowsOf(
    sql<Past['answers'][number]>`
    select decision.answer, decision.until, decision.option, decision.reason, decision.at,
      coalesce(person.name, decision.by_outside) as by
    from decision
    left join colleague on colleague.workspace_id = decision.workspace_id and colleague.id = decision.by_id
    left join person on person.id = colleague.person_id
    where decision.workspace_id = ${workspaceId} and decision.insight_id = ${insightId}
    order by decision.at desc, decision.id desc`,
    'at',
  );
}

/** Every delivery of what was agreed, newest first. */
export function deliveriesOf(db: Scoped, insightId: string): Rows<Past['deliveries'][number]> {
  const { workspaceId } = db.scope;
  return rowsOf(
    sql<Past['deliveries'][number]>`
    select note.day, note.text, note.url, note.at, person.name as by
    from delivery_note as note
    join colleague on colleague.workspace_id = note.workspace_id and colleague.id = note.by_id
    join person on person.id = colleague.person_id
    where note.workspace_id = ${workspaceId} and note.insight_id = ${insightId}
    order by note.at desc, note.id desc`,
    'at',
  );
}
