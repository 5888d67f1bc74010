import type { FunctionName } from '#kernel/actor.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';

/** What the house calls its people: the titles with their functions. */
export function titles({ scope, tx }: Scoped): Rows<{ readonly name: string; readonly functions: FunctionName[] }> {
  return rowsOf(
    tx
      .selectFrom('house_title')
      .select(['house_title.name', 'house_title.functions'])
      .where('house_title.workspace_id', '=', scope.workspaceId)
      .orderBy('house_title.name'),
  );
}

/** Whoever works here now, with his title. */
export function heldTitles({ scope, tx }: Scoped): Rows<{ readonly id: string; readonly title: string | null }> {
  return rowsOf(
    tx
      .selectFrom('colleague')
      .select(['colleague.id', 'colleague.title'])
      .where('colleague.workspace_id', '=', scope.workspaceId)
      .where('colleague.left_at', 'is', null),
  );
}
