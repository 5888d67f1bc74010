import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { FoundKind, HandKind, Tie } from './model.ts';

interface NewRow {
  readonly id: string;
  readonly kind: FoundKind | HandKind;
  readonly tie: Tie;
  readonly mandateId: string | null;
  readonly messageId: string | null;
  readonly day: string;
  readonly minutes: number | null;
  readonly note: string | null;
  readonly doneBy: string | null;
  readonly doneByMember: string | null;
  readonly sortedBy: string;
  readonly sortedAt: Date;
}

/** Writes acts down and answers their ids; of a message somebody has sorted already, nothing is written. */
export async function insertActions(db: Scoped, rows: readonly NewRow[]): Promise<ReadonlySet<string>> {
  const written = await db.tx
    .insertInto('action')
    .values(
      rows.map((row) => ({
        workspace_id: db.scope.workspaceId,
        id: row.id,
        kind: row.kind,
        tie: row.tie,
        mandate_id: row.mandateId,
        message_id: row.messageId,
        day: row.day,
        minutes: row.minutes,
        note: row.note,
        done_by: row.doneBy,
        done_by_member: row.doneByMember,
        sorted_by: row.sortedBy,
        sorted_at: row.sortedAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'message_id']).doNothing())
    .returning('id')
    .execute();
  return new Set(written.map(({ id }) => id));
}

export interface Written {
  readonly id: string;
  readonly kind: FoundKind;
  readonly day: string;
  readonly memberId: string;
  readonly isStaff: boolean;
}

/** What messages are as acts, by their ids; those that are not shown, or not here, are left out. */
export async function writtenBy(db: Scoped, messageIds: readonly string[]): Promise<readonly Written[]> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<Written>`
    select message.id, member.id as "memberId", member.kind = 'staff' as "isStaff",
      case when message.opens or (message.thread_id is null and message.reply_to_id is null)
        then 'publication' else 'reply' end as kind,
      coalesce(message.day, (message.at at time zone workspace.zone)::date)::text as day
    from message
    join workspace on workspace.id = message.workspace_id
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    where message.workspace_id = ${workspaceId} and message.id = any(${[...messageIds]}::uuid[]) and message.state = 'shown'`.execute(
    db.tx,
  );
  return rows;
}

/** Of these mandates, those acts may be tied to and those they may not; whatever is not here is in neither. */
export async function mandatesAmong(
  db: Scoped,
  ids: readonly string[],
): Promise<{ readonly open: ReadonlySet<string>; readonly closed: ReadonlySet<string> }> {
  if (ids.length === 0) return { open: new Set(), closed: new Set() };
  const rows = await db.tx
    .selectFrom('mandate')
    .select(['id', 'state'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', 'in', [...ids])
    .execute();
  const isOpen = (state: string): boolean => !['draft', 'judged', 'withdrawn'].includes(state);
  return {
    open: new Set(rows.filter(({ state }) => isOpen(state)).map(({ id }) => id)),
    closed: new Set(rows.filter(({ state }) => !isOpen(state)).map(({ id }) => id)),
  };
}

/** Takes sorted messages back to unsorted, those nobody changed since; answers how many. */
export async function unsort(db: Scoped, ids: readonly string[]): Promise<number> {
  const gone = await db.tx
    .deleteFrom('action')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', 'in', [...ids])
    .where('message_id', 'is not', null)
    .where('version', '=', 1)
    .returning('id')
    .execute();
  return gone.length;
}

export interface Held {
  readonly tie: Tie;
  readonly mandateId: string | null;
  readonly minutes: number | null;
  readonly note: string | null;
  readonly version: number;
}

/** An act, held until this transaction ends. */
export async function actionForUpdate(db: Scoped, id: string): Promise<Held | undefined> {
  return await db.tx
    .selectFrom('action')
    .select(['tie', 'mandate_id as mandateId', 'minutes', 'note', 'version'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateAction(
  db: Scoped,
  id: string,
  { tie, mandateId, minutes, note }: Omit<Held, 'version'>,
): Promise<void> {
  await db.tx
    .updateTable('action')
    .set((row) => ({ tie, mandate_id: mandateId, minutes, note, version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteAction(db: Scoped, id: string): Promise<void> {
  await db.tx.deleteFrom('action').where('workspace_id', '=', db.scope.workspaceId).where('id', '=', id).execute();
}
