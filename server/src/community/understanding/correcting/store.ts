import { sql } from 'kysely';
import type { TextFormat } from '#platform/html/index.ts';
import type { Scoped } from '#platform/db/index.ts';

export interface Spoken {
  readonly placeId: string;
  readonly text: string;
  readonly format: TextFormat;
  readonly language: string;
  readonly opens: boolean;
  readonly title: string | null;
}

/** The words of a message; undefined where there is none of that id whose words can be read. */
export async function spokenOf(db: Scoped, messageId: string): Promise<Spoken | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<Spoken>`
    select message.place_id as "placeId", message.text, message.format, message.opens, thread.title,
      case when message.language = 'und' then coalesce(place.language, 'und') else message.language end as language
    from message
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
    where message.workspace_id = ${workspaceId} and message.id = ${messageId} and message.state in ('shown', 'hidden')`.execute(
    db.tx,
  );
  return rows[0];
}

/** Undefined: nothing is said of its tone. */
export async function writeTone(
  db: Scoped,
  at: { readonly messageId: string; readonly placeId: string },
  tone: -1 | 0 | 1 | undefined,
  by: 'person' | 'lexicon',
): Promise<void> {
  const { workspaceId } = db.scope;
  if (tone === undefined) {
    await db.tx
      .deleteFrom('message_tone')
      .where('workspace_id', '=', workspaceId)
      .where('message_id', '=', at.messageId)
      .execute();
    return;
  }
  await sql`
    insert into message_tone (workspace_id, message_id, place_id, tone, by)
    values (${workspaceId}, ${at.messageId}, ${at.placeId}, ${tone}, ${by})
    on conflict (workspace_id, message_id) do update set tone = excluded.tone, by = excluded.by`.execute(db.tx);
}

export interface OpenedThread {
  readonly placeId: string;
  readonly title: string | null;
  readonly labels: readonly string[];
  readonly isSupport: boolean;
  /** The opening message, where it is known and can be read. */
  readonly text: string | null;
  readonly format: TextFormat | null;
}

export async function openedThread(db: Scoped, threadId: string): Promise<OpenedThread | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<OpenedThread>`
    select thread.place_id as "placeId", thread.title, thread.labels, channel.support as "isSupport", opening.text, opening.format
    from thread
    join channel on channel.workspace_id = thread.workspace_id and channel.id = thread.channel_id
    left join lateral (
      select message.text, message.format from message
      where message.workspace_id = thread.workspace_id and message.thread_id = thread.id and message.opens
        and message.state = 'shown'
      order by message.sort_at, message.position, message.id limit 1
    ) opening on true
    where thread.workspace_id = ${workspaceId} and thread.id = ${threadId}`.execute(db.tx);
  return rows[0];
}

export async function writeKind(
  db: Scoped,
  at: { readonly threadId: string; readonly placeId: string },
  kind: 'question' | 'other',
  by: 'rule' | 'place' | 'person',
): Promise<void> {
  await sql`
    insert into thread_reading (workspace_id, thread_id, place_id, kind, kind_by)
    values (${db.scope.workspaceId}, ${at.threadId}, ${at.placeId}, ${kind}, ${by})
    on conflict (workspace_id, thread_id) do update set kind = excluded.kind, kind_by = excluded.kind_by`.execute(
    db.tx,
  );
}
