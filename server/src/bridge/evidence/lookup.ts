import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { read, rowsOf } from '#platform/db/index.ts';
import type { EvidenceRow, Heard, Pointed } from './model.ts';

/** The message pointed at, held until the transaction ends: whoever erases it meanwhile waits, and then finds the evidence to empty. */
export async function heardHeld(db: Scoped, pointed: Pointed): Promise<Heard | undefined> {
  const { rows } = await sql<Heard>`${heard(db, pointed)} for share of message`.execute(db.tx);
  return rows[0];
}

/**
 * SQL: the message pointed at as it stands; of a thread the one that opens it: the first that can still be read, else
 * the first. No row where there is none.
 */
export function heard({ scope: { workspaceId } }: Scoped, { messageId, threadId }: Pointed): RawBuilder<Heard> {
  const which = [
    ...(messageId === undefined ? [] : [sql`message.id = ${messageId}`]),
    ...(threadId === undefined ? [] : [sql`message.thread_id = ${threadId}`]),
  ];
  return sql<Heard>`
    select message.id as "messageId", message.thread_id as "threadId", message.place_id as "placeId", place.name as "placeName",
      channel.name as "channelName", member.id as "memberId", member.name as "authorName", message.at, message.day,
      coalesce(message.url, thread.url) as url, message.text, message.format, message.language, message.state
    from message
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    join channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
    where message.workspace_id = ${workspaceId} and ${which.length === 0 ? sql`false` : sql.join(which, sql` and `)}
    order by message.state not in ('shown', 'hidden'), message.sort_at, message.position nulls last, message.id limit 1`;
}

/** The evidence of signals, oldest first within each. `signalIds`: SQL that gives their ids. */
export function evidenceOfSignals(db: Scoped, signalIds: RawBuilder<unknown>): Rows<EvidenceRow> {
  return evidence(db, sql`evidence.signal_id in (${signalIds})`);
}

/** The same of one signal, by itself. */
export function evidenceOfSignal(db: Scoped, signalId: string): Promise<readonly EvidenceRow[]> {
  return read(db, evidenceOfSignals(db, sql`${signalId}::uuid`));
}

/** What stands for an insight by its signals, and against it; oldest first. */
export function evidenceOfInsight(db: Scoped, insightId: string): Rows<EvidenceRow> {
  return evidence(db, sql`evidence.id in (${idsOfInsight(db, insightId)})`);
}

/** SQL: the ids of that evidence, by the indexes of its signals and of what counters it. */
export function idsOfInsight({ scope: { workspaceId } }: Scoped, insightId: string): RawBuilder<unknown> {
  return sql`
    select one.id from signal
    join evidence as one on one.workspace_id = signal.workspace_id and one.signal_id = signal.id
    where signal.workspace_id = ${workspaceId} and signal.insight_id = ${insightId}
    union all
    select one.id from evidence as one where one.workspace_id = ${workspaceId} and one.counters_id = ${insightId}`;
}

/** SQL: whom an evidence was heard from, merges taken in: only where its account is gone is it looked for. */
export const HEARD_FROM = sql`case when evidence.identity_id is null
  then heard_from(evidence.workspace_id, evidence.message_id, evidence.member_id) else evidence.heard_id end`;

/** Members are looked up one by one: these rows are few, and all members are many. */
function evidence({ scope: { workspaceId } }: Scoped, which: RawBuilder<unknown>): Rows<EvidenceRow> {
  return rowsOf(
    sql<EvidenceRow>`
    select evidence.id, evidence.signal_id, evidence.counters_id, evidence.message_id, evidence.thread_id, whole.id as heard_from,
      whole.kind, evidence.place_name, evidence.channel_name, evidence.author_name, evidence.at, evidence.day, evidence.url,
      evidence.text, evidence.language, evidence.gone_because, evidence.added_by, evidence.added_at
    from evidence
    left join lateral (
      select member.id, member.kind from member
      where member.workspace_id = ${workspaceId} and member.id = ${HEARD_FROM} offset 0
    ) as whole on true
    where evidence.workspace_id = ${workspaceId} and ${which}
    order by coalesce(evidence.at, evidence.day::timestamp at time zone 'UTC'), evidence.id`,
    'at',
    'added_at',
  );
}

/** The message that stands against an insight as that evidence; undefined when there is none of that id. */
export async function counterOf(db: Scoped, insightId: string, evidenceId: string): Promise<string | undefined> {
  const row = await db.tx
    .selectFrom('evidence')
    .select('message_id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('counters_id', '=', insightId)
    .where('id', '=', evidenceId)
    .executeTakeFirst();
  return row?.message_id;
}
