import { sql } from 'kysely';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import type { Signal } from './model.ts';

/** A signal, held until this transaction ends; undefined when this workspace has none of that id. */
export async function signalForUpdate(db: Scoped, id: string): Promise<Signal | undefined> {
  return await db.tx
    .selectFrom('signal')
    .select(['id', 'kind', 'line', 'state', 'insight_id as insightId', 'why', 'version'])
    .select(['raised_by as raisedBy', 'raised_at as raisedAt'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The mandate for which the field acted where something was heard: by that message, else the last act in its thread. */
export async function mandateAround(
  db: Scoped,
  { messageId, threadId }: { readonly messageId: string; readonly threadId: string | null },
): Promise<string | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ id: string }>`
    select action.mandate_id as id
    from message
    join action on action.workspace_id = message.workspace_id and action.message_id = message.id
    where message.workspace_id = ${workspaceId} and action.mandate_id is not null
      and (message.id = ${messageId} or message.thread_id = ${threadId}::uuid)
    order by message.id = ${messageId} desc, message.sort_at desc, message.id limit 1`.execute(db.tx);
  return rows[0]?.id;
}

/** How many signals wait to be sorted: what awaits whoever sorts. */
export function awaitingSignals({ scope: { workspaceId } }: Scoped): Rows<{ readonly n: number }> {
  return rowsOf(sql<{ readonly n: number }>`
    select count(*)::int as n from signal where signal.workspace_id = ${workspaceId} and signal.state = 'raised'`);
}

/**
 * Signals raised in [from, until) and messages people wrote in it, for signals per 1,000 messages. A signal counts on
 * the day it was raised, whatever became of it.
 */
export async function signalsAndMessages(
  db: Scoped,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<{ readonly signals: number; readonly messages: number }> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ signals: number; messages: number }>`
    select
      (select count(*) from signal where signal.workspace_id = ${workspaceId} and signal.raised_at >= ${from} and signal.raised_at < ${until})::int as signals,
      (select count(*) from message
        join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
        join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
        where message.workspace_id = ${workspaceId} and member.kind = 'person' and message.state <> 'removed'
          and message.sort_at >= ${from} and message.sort_at < ${until})::int as messages`.execute(db.tx);
  return rows[0] ?? { signals: 0, messages: 0 };
}
