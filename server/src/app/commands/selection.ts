import { z } from 'zod';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { House } from '#app/house.ts';
import { askFor } from '#app/commands/asking.ts';

const Named = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });

const LISTS = { place: 'GET /api/v1/places', channel: 'GET /api/v1/channels' } as const;

/** The ids of the places or channels somebody named; several channels may bear one name. Undefined: none was named. */
export async function idsOf(
  house: House,
  scope: Scope,
  kind: keyof typeof LISTS,
  asked: readonly string[] | undefined,
): Promise<Result<readonly string[] | undefined>> {
  if (asked === undefined) return yes(undefined);
  const known = await askFor(house, scope, LISTS[kind], Named);
  if (!known.ok) return known;
  const ids: string[] = [];
  for (const name of asked) {
    const found = known.value.shown.items.filter((one) => one.id === name || folded(one.name) === folded(name));
    if (found.length === 0) return no(`cli/unknown_${kind}`, { name });
    ids.push(...found.map((one) => one.id));
  }
  return yes(ids);
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().trim();
}
