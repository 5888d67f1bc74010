import type { Scoped } from '#platform/db/index.ts';
import { toThreadView } from './rules.ts';
import { threadHeads } from './views.ts';
import type { ThreadView } from './wire.ts';

/** What the threads of these ids are called and where they stand; unknown ids are left out. */
export async function threadsById(
  db: Scoped,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<ThreadView, 'id' | 'title' | 'place' | 'channel' | 'link'>>> {
  const heads = await threadHeads(db, threadIds);
  return new Map(heads.map((head) => [head.id, toThreadView(head)]));
}
