import type { Fact, Gives } from '@passerelle/kit';
import { fileConnectors } from '#connectors/all.ts';
import type { Scope } from '#kernel/scope.ts';
import { bringIn } from './community.ts';
import type { Ground } from './house.ts';
import { readShared } from './real-export.ts';

/** Brings a set of the shared data into a place that gives what its connector says; answers its id and what was read. */
export async function bringInShared(
  house: Ground,
  scope: Scope,
  set: { readonly connector: string; readonly folder: string; readonly archive: string },
): Promise<{ readonly placeId: string; readonly facts: readonly Fact[] }> {
  const connector = fileConnectors.find((one) => one.id === set.connector);
  if (connector === undefined) throw new Error(`There is no connector ${set.connector}.`);
  const { facts } = await readShared(connector, set.folder, set.archive);
  const lacks = (Object.keys(connector.gives) as (keyof Gives)[]).filter((name) => !connector.gives[name]);
  return { placeId: await bringIn(house, scope, { name: set.folder, lacks }, facts), facts };
}
