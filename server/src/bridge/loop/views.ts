import { sql } from 'kysely';
import { HEARD_FROM } from '#bridge/evidence/index.ts';
import type { RawBuilder } from 'kysely';
import type { Reach } from '#bridge/askers/lookup.ts';
import { askers, isBack, lastNews, tellings, withNews } from '#bridge/askers/lookup.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { read, rowsOf, together } from '#platform/db/index.ts';
import { house } from '#workspace/spaces/lookup.ts';
import type { News } from './model.ts';

/** What there is to tell of an insight; undefined while nothing is decided. */
export async function newsOf(db: Scoped, insightId: string): Promise<News | undefined> {
  const [news] = await read(db, newsRows(db, insightId));
  return news;
}

function newsRows(db: Scoped, insightId: string): Rows<News> {
  return rowsOf(
    sql<News>`
    select news.id as "decisionId", news.delivery_id as "deliveryId", insight.statement, news.answer, news.until,
      news.option, news.reason, news.at, news.delivered_on as "deliveredOn", news.delivery_text as "deliveryText",
      news.delivery_url as "deliveryUrl"
    from (${lastNews(db)}) news
    join insight on insight.workspace_id = news.workspace_id and insight.id = news.insight_id
    where insight.workspace_id = ${db.scope.workspaceId} and insight.id = ${insightId}
      and insight.state in ('decided', 'delivered', 'told')`,
    'at',
  );
}

export interface Asker {
  readonly id: string;
  readonly name: string;
  readonly reach: Reach;
  readonly told_at: Date | null;
  readonly told_by: string | null;
  readonly told_text: string | null;
  readonly told_language: 'fr' | 'en' | null;
  /** Told of the decision before its delivery, or of an earlier decision. */
  readonly told_before: Date | null;
  readonly is_back: boolean;
}

/** Who asked for an insight, and whether they were told of this news; those still to be told first, by name. */
export async function askersOf(db: Scoped, insightId: string): Promise<readonly Asker[]> {
  const { rows } = await together(db, { rows: askerRows(db, insightId) }, telling(db, insightId));
  return rows;
}

/** SQL that `askerRows` needs: what there is to tell, who asked and who was told, of one insight. */
function telling(db: Scoped, insightId: string): RawBuilder<unknown> {
  const one = sql`select ${insightId}::uuid`;
  return sql`news as materialized (select last.id, last.delivery_id from (${lastNews(db)}) last where last.insight_id = ${insightId}),
    asker as materialized (${askers(db, one)}), told_all as materialized (${tellings(db, one)})`;
}

function askerRows(db: Scoped, insightId: string): Rows<Asker> {
  return rowsOf(
    sql<Asker>`
    select asker.member_id as id, coalesce(member.name, '') as name, asker.reach, telling.at as told_at,
      person.name as told_by, telling.text as told_text, telling.language as told_language,
      (select max(before.at) from told_all before
        where before.insight_id = asker.insight_id and before.member_id = asker.member_id
          and (before.decision_id <> news.id or before.delivery_id is distinct from news.delivery_id)
      ) as told_before,
      telling.at is not null and ${isBack(db)} as is_back
    from news cross join asker
    left join member on member.workspace_id = ${db.scope.workspaceId} and member.id = asker.member_id
    left join told_all telling on telling.insight_id = asker.insight_id
      and telling.member_id = asker.member_id and telling.decision_id = news.id
      and telling.delivery_id is not distinct from news.delivery_id
    left join colleague on colleague.workspace_id = ${db.scope.workspaceId} and colleague.id = telling.by_id
    left join person on person.id = colleague.person_id
    where asker.insight_id = ${insightId}
    order by telling.at is not null, lower(member.name), asker.member_id`,
    'told_at',
    'told_before',
  );
}

/** What there is to tell of an insight, to whom, and where they asked; nothing is told while nothing is decided. */
export async function loopOf(db: Scoped, insightId: string) {
  const {
    news,
    askers: everybody,
    threads,
    houses,
  } = await together(
    db,
    {
      news: newsRows(db, insightId),
      askers: askerRows(db, insightId),
      threads: threadRows(db, insightId),
      houses: house(db),
    },
    telling(db, insightId),
  );
  const [first] = news;
  return first === undefined ? undefined : { news: first, everybody, threads, language: houses[0]?.language ?? 'fr' };
}

export interface AskedIn {
  readonly member_id: string;
  readonly thread_id: string | null;
  readonly title: string | null;
  readonly place: string;
  readonly channel: string;
  readonly url: string | null;
  readonly language: string;
}

/** Where those who asked for an insight did so: their threads, the last first; messages outside threads by themselves. */
export function askedIn(db: Scoped, insightId: string): Promise<readonly AskedIn[]> {
  return read(db, threadRows(db, insightId));
}

function threadRows({ scope: { workspaceId } }: Scoped, insightId: string): Rows<AskedIn> {
  return rowsOf(sql<AskedIn>`
    select distinct on (found.sort, found.member_id, coalesce(found.thread_id, found.message_id)) found.*
    from (
      select coalesce(${HEARD_FROM}, evidence.member_id)
          as member_id,
        evidence.thread_id, evidence.message_id, thread.title, evidence.place_name as place,
        evidence.channel_name as channel, coalesce(evidence.url, thread.url) as url, evidence.language,
        max(coalesce(evidence.at, evidence.day::timestamptz)) over (partition by evidence.member_id,
          coalesce(evidence.thread_id, evidence.message_id)) as sort
      from signal
      join evidence on evidence.workspace_id = signal.workspace_id and evidence.signal_id = signal.id
      left join thread on thread.workspace_id = evidence.workspace_id and thread.id = evidence.thread_id
      where signal.workspace_id = ${workspaceId} and signal.insight_id = ${insightId}
        and evidence.gone_because is distinct from 'place_removed'
    ) found
    order by found.sort desc, found.member_id, coalesce(found.thread_id, found.message_id)`);
}

export interface Looped {
  readonly id: string;
  readonly statement: string;
  readonly answer: 'yes' | 'no' | 'later';
  readonly at: Date;
  readonly delivered_on: string | null;
  readonly askers: number;
  readonly told: number;
  readonly left: number;
  readonly left_out: number;
}

const MOST = 200;

/** Insights of which there is something to tell: those with members still to be told first, then the newest. Needs `looping`. */
export function looped(db: Scoped): Rows<Looped> {
  return rowsOf(
    sql<Looped>`
    select found.id, insight.statement, found.answer, found.at, found.delivered_on, found.askers, found.told, found.left,
      found.left_out
    from (
      select news.insight_id as id, news.answer, news.at, news.delivered_on, coalesce(counted.askers, 0) as askers,
        coalesce(counted.told, 0) as told, coalesce(counted.left, 0) as left, coalesce(counted.left_out, 0) as left_out
      from news left join counted on counted.insight_id = news.insight_id
    ) found
    join insight on insight.workspace_id = ${db.scope.workspaceId} and insight.id = found.id
    order by found.left = 0, found.at desc, found.id
    limit ${MOST}`,
    'at',
  );
}

/** Insights with news for which this member asked. */
export async function insightsAskedBy(db: Scoped, memberId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select asker.insight_id as id from (${askers(db, withNews(db))}) asker
    join (${lastNews(db)}) news on news.insight_id = asker.insight_id
    where asker.member_id = coalesce(kept_member(${db.scope.workspaceId}, ${memberId}), ${memberId})
    order by asker.insight_id`.execute(db.tx);
  return rows.map(({ id }) => id);
}

/** Whether there is such a member, erased ones included. */
export async function isMember(db: Scoped, memberId: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom('member')
    .select('member.id')
    .where('member.workspace_id', '=', db.scope.workspaceId)
    .where('member.id', '=', memberId)
    .executeTakeFirst();
  return row !== undefined;
}

const MOST_OF_MEMBER = 100;

interface SaidRow {
  readonly id: string;
  readonly line: string;
  readonly state: 'raised' | 'merged' | 'dismissed';
  readonly raised_at: Date;
  readonly insight_id: string | null;
  readonly statement: string | null;
  readonly answer: 'yes' | 'no' | 'later' | 'need_more' | null;
}

interface ToldRow {
  readonly insight_id: string;
  readonly statement: string;
  readonly at: Date;
  readonly by: string;
  readonly delivered: boolean;
}

/** What a member said that came up, the latest first, what he was told, and whether he wants to be; merges taken in. */
export async function heardOf(db: Scoped, memberId: string) {
  const { workspaceId } = db.scope;
  const said = sql<SaidRow>`
    select distinct on (signal.raised_at, signal.id) signal.id, signal.line, signal.state, signal.raised_at, signal.insight_id,
      insight.statement, (select decision.answer from decision
        where decision.workspace_id = ${workspaceId} and decision.insight_id = insight.id
        order by decision.at desc, decision.id desc limit 1) as answer
    from identity
    join evidence on evidence.workspace_id = identity.workspace_id and evidence.identity_id = identity.id
    join signal on signal.workspace_id = evidence.workspace_id and signal.id = evidence.signal_id
    left join insight on insight.workspace_id = signal.workspace_id and insight.id = signal.insight_id
    where identity.workspace_id = ${workspaceId} and identity.member_id = ${memberId}
    order by signal.raised_at desc, signal.id limit ${MOST_OF_MEMBER}`;
  const told = sql<ToldRow>`
    select told.insight_id, insight.statement, told.at, person.name as by, told.delivery_id is not null as delivered
    from told
    join insight on insight.workspace_id = told.workspace_id and insight.id = told.insight_id
    join colleague on colleague.workspace_id = told.workspace_id and colleague.id = told.by_id
    join person on person.id = colleague.person_id
    where told.workspace_id = ${workspaceId} and coalesce(kept_member(${workspaceId}, told.member_id), told.member_id) = ${memberId}
    order by told.at desc, told.id limit ${MOST_OF_MEMBER}`;
  const silent = sql<{ id: string }>`
    select told_opt_out.member_id as id from told_opt_out where told_opt_out.workspace_id = ${workspaceId}
      and coalesce(kept_member(${workspaceId}, told_opt_out.member_id), told_opt_out.member_id) = ${memberId} limit 1`;
  return await together(db, {
    member: rowsOf(sql<{ id: string }>`
      select member.id from member where member.workspace_id = ${workspaceId} and member.id = ${memberId}`),
    said: rowsOf(said, 'raised_at'),
    told: rowsOf(told, 'at'),
    silent: rowsOf(silent),
  });
}
