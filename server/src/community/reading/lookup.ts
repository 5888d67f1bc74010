import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { ThreadHeadRow } from './model.ts';
import { toThreadView } from './rules.ts';
import type { ThreadView } from './wire.ts';

/** The head of a thread, or undefined when this workspace has none of that id. */
export async function threadHead(db: Scoped, threadId: string): Promise<ThreadHeadRow | undefined> {
  const [head] = await threadHeads(db, [threadId]);
  return head;
}

/** The heads of the threads of these ids that this workspace has, in any order; one query. */
async function threadHeads(db: Scoped, threadIds: readonly string[]): Promise<readonly ThreadHeadRow[]> {
  const { rows } = await sql<ThreadHeadRow>`
    select thread.id, coalesce(thread.title, (select left(first.text, 300) from message as first where first.workspace_id = thread.workspace_id
      and first.thread_id = thread.id and first.state in ('shown', 'hidden') order by first.sort_at, first.position nulls last, first.id limit 1)) as title,
      thread.title is null as untitled,
      thread.url, thread.locked, thread.labels, thread.message_count, place.id as place_id, place.name as place_name, channel.id as channel_id, channel.name as channel_name
    from thread
    join place on place.workspace_id = thread.workspace_id and place.id = thread.place_id
    join channel on channel.workspace_id = thread.workspace_id and channel.id = thread.channel_id
    where thread.workspace_id = ${db.scope.workspaceId} and thread.id = any(${threadIds}::uuid[])`.execute(db.tx);
  return rows;
}

/** What the threads of these ids are called and where they stand; unknown ids are left out. */
export async function threadsById(
  db: Scoped,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<ThreadView, 'id' | 'title' | 'place' | 'channel' | 'link'>>> {
  const heads = await threadHeads(db, threadIds);
  return new Map(heads.map((head) => [head.id, toThreadView(head)]));
}
