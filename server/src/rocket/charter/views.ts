import type { FunctionName } from '#kernel/actor.ts';
import type { Scoped } from '#platform/db/index.ts';

/** What the house calls its people: the titles with their functions, and whoever has one. */
export async function titlesOf(db: Scoped): Promise<{
  readonly titles: readonly { readonly name: string; readonly functions: FunctionName[] }[];
  readonly byColleague: ReadonlyMap<string, string>;
}> {
  const titles = await db.tx
    .selectFrom('house_title')
    .select(['house_title.name', 'house_title.functions'])
    .where('house_title.workspace_id', '=', db.scope.workspaceId)
    .orderBy('house_title.name')
    .execute();
  const held = await db.tx
    .selectFrom('colleague')
    .select(['colleague.id', 'colleague.title'])
    .where('colleague.workspace_id', '=', db.scope.workspaceId)
    .where('colleague.left_at', 'is', null)
    .execute();
  return {
    titles: titles.map(({ name, functions }) => ({ name, functions: [...functions] })),
    byColleague: new Map(held.flatMap(({ id, title }) => (title === null ? [] : [[id, title] as const]))),
  };
}
