import type { By } from '#kernel/actor.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { record } from '#workspace/audit/index.ts';
import { smallestGroupOf } from './lookup.ts';

export interface PrivacyDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** Says from how many persons on a number may be shown to everybody here. */
export function changeSmallestGroup(
  { database, clock }: PrivacyDeps,
  scope: Scope,
  by: By,
  smallestGroup: number,
): Promise<void> {
  return database.inScope(scope, async (db) => {
    const before = await smallestGroupOf(db);
    await db.tx
      .updateTable('workspace')
      .set({ smallest_group: smallestGroup })
      .where('id', '=', scope.workspaceId)
      .execute();
    await record(db, by, clock.now(), {
      action: 'privacy.changed',
      objectType: 'workspace',
      objectId: scope.workspaceId,
      before: { smallestGroup: before },
      after: { smallestGroup },
    });
  });
}
