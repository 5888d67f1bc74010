import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { HEARD_FROM, idsOfInsight } from '#bridge/evidence/index.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';

export { unnamed } from './rules.ts';

export interface Quoted {
  readonly text: string;
  readonly place: string;
  readonly channel: string;
  readonly at: Date | null;
  readonly day: string | null;
}

const MOST_QUOTES = 6;
const LONGEST = 600;

/** What was said for an insight or `against` it, of so many `messages`. */
export interface QuoteRow extends Quoted {
  readonly against: boolean;
  readonly messages: number;
}

/** What members wrote for an insight, and against it, one for each of them first, the newest; never who. */
function quotesOf(db: Scoped, insightId: string): Rows<QuoteRow> {
  const { workspaceId } = db.scope;
  return rowsOf(
    sql<QuoteRow>`
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
    order by quoted.place`,
    'at',
  );
}

/** SQL: the evidence of an insight, for and against, with whom it was heard from. */
function said(db: Scoped, insightId: string): RawBuilder<unknown> {
  const { workspaceId } = db.scope;
  return sql`
    select evidence.*, evidence.counters_id is not null as against,
      ${HEARD_FROM} as whose
    from evidence
    left join signal on signal.workspace_id = evidence.workspace_id and signal.id = evidence.signal_id
    where evidence.workspace_id = ${workspaceId} and evidence.id in (${idsOfInsight(db, insightId)})`;
}

const MOST_NAMES = 5000;

/** Names and accounts of whoever wrote in the threads of an insight's evidence: those a quote may hold. */
function namesAround(db: Scoped, insightId: string): Rows<{ readonly names: readonly (string | null)[] }> {
  const { workspaceId } = db.scope;
  return rowsOf(sql`
    with said as (${said(db, insightId)}), around as (
      select message.identity_id from message
      where message.workspace_id = ${workspaceId} and message.thread_id in (select said.thread_id from said)
      union
      select message.identity_id from message
      where message.workspace_id = ${workspaceId} and message.id in (select said.message_id from said)
    )
    select array[known.name, known.handle, known.display_name] as names
    from around cross join lateral (
      select member.name, identity.handle, identity.display_name from identity
      join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
      where identity.workspace_id = ${workspaceId} and identity.id = around.identity_id offset 0
    ) as known
    union all select array[said.author_name] from said
    limit ${MOST_NAMES}`);
}

/** What is read of what was heard; the names around it, which are to be taken out, only for whoever may not know them. */
export function heardFor(db: Scoped, insightId: string, mayName: boolean) {
  const nobody = rowsOf(sql<{ readonly names: readonly (string | null)[] }>`select '{}'::text[] as names limit 0`);
  return { heard: quotesOf(db, insightId), names: mayName ? nobody : namesAround(db, insightId) };
}
