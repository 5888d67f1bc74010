import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { House } from '#app/house.ts';

/** The workspace a command works in: the one named by its slug, or the only one there is. */
export async function workspaceOf(house: House, slug: string | undefined): Promise<Result<Scope>> {
  const all = await house.database.installation
    .selectFrom('workspace')
    .select(['id', 'slug'])
    .orderBy('slug')
    .execute();
  const slugs = all.map((one) => one.slug).join(', ');
  if (all.length === 0) return no('cli/no_workspace');
  if (slug === undefined && all.length > 1) return no('cli/which_workspace', { slugs });
  const found = slug === undefined ? all[0] : all.find((one) => one.slug === slug);
  return found === undefined ? no('cli/unknown_workspace', { slugs }) : yes({ workspaceId: found.id });
}
