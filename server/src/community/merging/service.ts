import { applyStaffRules, closedTo, lockMember } from '#community/members/index.ts';
import type { By } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { record } from '#workspace/audit/index.ts';
import * as store from './store.ts';
import type { NewMerge, NewRefusal } from './wire.ts';

export interface MergingDeps {
  readonly database: Database;
  readonly clock: Clock;
}

type MergeRefusal = 'http/not_found' | 'member/erased' | 'member/merged' | 'merge/same_member';

/** Makes two members one: identities and affiliations move to the one kept, and the move is remembered so that it can be undone. */
export function mergeMembers(
  deps: MergingDeps,
  scope: Scope,
  by: By,
  merge: NewMerge,
): Promise<Result<{ id: string }, MergeRefusal>> {
  return deps.database.inScope(scope, async (db) => {
    if (merge.keepId === merge.absorbId) return no('merge/same_member');
    // Always in the same order, so that two people merging the same pair wait for each other instead of locking up.
    for (const id of [merge.keepId, merge.absorbId].toSorted()) {
      const member = await lockMember(db, id);
      if (member === undefined) return no('http/not_found');
      const closed = closedTo(member);
      if (closed !== undefined) return no(closed);
    }
    const now = deps.clock.now();
    const id = newId(now);
    const moved = await store.moveBelongings(db, merge.absorbId, merge.keepId);
    await store.setMergedInto(db, merge.absorbId, merge.keepId);
    await store.insertMerge(db, {
      id,
      kept_id: merge.keepId,
      absorbed_id: merge.absorbId,
      identity_ids: moved.identityIds,
      affiliation_ids: moved.affiliationIds,
      reason: merge.reason,
      merged_at: now,
    });
    await applyStaffRules(db, moved.identityIds);
    await record(db, by, now, {
      action: 'member.merged',
      objectType: 'member',
      objectId: merge.keepId,
      after: { mergeId: id, absorbedId: merge.absorbId, identities: moved.identityIds.length },
      why: merge.reason,
    });
    return yes({ id });
  });
}

/** Undoes a merge without loss. A later merge that took these identities further must be undone first. */
export function undoMerge(
  deps: MergingDeps,
  scope: Scope,
  by: By,
  mergeId: string,
): Promise<Result<undefined, 'http/not_found' | 'merge/already_undone' | 'merge/undo_later_first' | 'member/erased'>> {
  return deps.database.inScope(scope, async (db) => {
    const merge = await store.lockMerge(db, mergeId);
    if (merge === undefined) return no('http/not_found');
    if (merge.undone_at !== null) return no('merge/already_undone');
    const kept = await lockMember(db, merge.kept_id);
    if (kept === undefined) return no('http/not_found');
    if (kept.merged_into !== null) return no('merge/undo_later_first');
    if (kept.erased_at !== null) return no('member/erased');
    await store.giveBack(db, merge);
    await store.setMergedInto(db, merge.absorbed_id, null);
    const now = deps.clock.now();
    await store.markUndone(db, mergeId, now);
    await applyStaffRules(db, merge.identity_ids);
    await record(db, by, now, {
      action: 'member.unmerged',
      objectType: 'member',
      objectId: merge.kept_id,
      after: { mergeId, absorbedId: merge.absorbed_id },
    });
    return yes(undefined);
  });
}

/** Remembers that two members are two people; they are not suggested again. */
export function refuseMerge(
  deps: MergingDeps,
  scope: Scope,
  by: By,
  pair: NewRefusal,
): Promise<Result<undefined, 'http/not_found' | 'merge/same_member'>> {
  return deps.database.inScope(scope, async (db) => {
    const [a, b] = [pair.a, pair.b].toSorted();
    if (a === undefined || b === undefined || a === b) return no('merge/same_member');
    for (const id of [a, b]) if ((await lockMember(db, id)) === undefined) return no('http/not_found');
    await store.insertRefusal(db, a, b);
    await record(db, by, deps.clock.now(), {
      action: 'merge.refused',
      objectType: 'member',
      objectId: a,
      after: { otherId: b },
    });
    return yes(undefined);
  });
}
