import type { By, Doing } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import * as store from './store.ts';
import type { PlacePatch, PlaceRemoval } from './wire.ts';

export interface PlacesDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Facts of this place have changed or gone: the read model and the screens follow. */
  readonly onChanged: (scope: Scope, placeId: string) => void;
}

/** Makes a place for exports to come, in the transaction of whoever needs it; answers its id. */
export async function addPlace(
  db: Scoped,
  by: By,
  at: Date,
  place: { readonly name: string; readonly language?: 'fr' | 'en' | undefined },
): Promise<Result<string, 'place/already_exists'>> {
  const id = newId(at);
  const isNew = await store.insertPlace(db, { id, name: place.name, language: place.language ?? null, createdAt: at });
  if (!isNew) return no('place/already_exists', { name: place.name });
  await record(db, by, at, { action: 'place.added', objectType: 'place', objectId: id });
  return yes(id);
}

/** Renames a place, or says which language most people write in there. */
export function patchPlace(
  deps: PlacesDeps,
  { scope, by, language: reader }: Doing,
  placeId: string,
  patch: PlacePatch,
): Promise<Result<undefined, 'http/not_found' | 'place/stale' | 'place/already_exists'>> {
  return deps.database.inScope(scope, async (db) => {
    const place = await store.lockPlace(db, placeId);
    if (place === undefined) return no('http/not_found');
    if (place.version !== patch.version) {
      const read = { objectType: 'place', objectId: placeId, version: patch.version };
      return no('place/stale', { name: place.name, ...(await changedSince(db, read, 'place', reader)) });
    }
    if (patch.name !== undefined && (await store.isNameTaken(db, patch.name, placeId)))
      return no('place/already_exists', { name: patch.name });
    const { name, language } = patch;
    await store.updatePlace(db, placeId, {
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
    });
    await record(db, by, deps.clock.now(), {
      action: 'place.changed',
      objectType: 'place',
      objectId: placeId,
      before: { language: place.language },
      after: {
        version: place.version + 1,
        changed: (['name', 'language'] as const).filter((field) => patch[field] !== undefined),
        ...(language === undefined ? {} : { language }),
      },
    });
    return yes(undefined);
  });
}

export const DELETE_TASK = 'place.delete';

/** Takes a place out of sight at once; a job deletes what came from it. The name must be typed as it stands. */
export function removePlace(
  deps: PlacesDeps,
  scope: Scope,
  by: By,
  placeId: string,
  removal: PlaceRemoval,
): Promise<Result<undefined, 'http/not_found' | 'place/wrong_name'>> {
  return deps.database.inScope(scope, async (db) => {
    const place = await store.lockPlace(db, placeId);
    if (place === undefined) return no('http/not_found');
    if (place.name.trim() !== removal.name.trim()) return no('place/wrong_name');
    const now = deps.clock.now();
    await store.cancelRuns(db, placeId, now);
    // The name is free for another place at once.
    await store.updatePlace(db, placeId, { state: 'gone', name: placeId });
    await enqueue(db, { task: DELETE_TASK, payload: { placeId }, key: `${DELETE_TASK} ${placeId}` });
    await record(db, by, now, { action: 'place.deleted', objectType: 'place', objectId: placeId });
    return yes(undefined);
  });
}

/** What the job does; a second time it finds nothing to do. */
export async function deletePlaceNow(deps: PlacesDeps, scope: Scope, placeId: string): Promise<void> {
  await deps.database.inScope(scope, (db) => store.deletePlace(db, placeId));
  deps.onChanged(scope, placeId);
}
