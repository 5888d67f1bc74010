import type { By } from '#kernel/actor.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { AuditEvent, ChainCheck } from './model.ts';
import { actorId, follows, GENESIS, hashOf, plain } from './rules.ts';
import { append, chainAfter, lockHead } from './store.ts';

const PAGE = 1_000;

/**
 * Adds an event to the record of the workspace, in the transaction of the change it tells. Call it last in that
 * transaction: from here to its end, other writers of the workspace's record wait.
 */
export async function record(db: Scoped, by: By, at: Date, event: AuditEvent): Promise<void> {
  const head = (await lockHead(db)) ?? { number: 0, hash: GENESIS };
  const row = {
    workspaceId: db.scope.workspaceId,
    number: head.number + 1,
    at,
    actorKind: by.kind,
    actorId: actorId(by),
    action: event.action,
    objectType: event.objectType,
    objectId: event.objectId,
    before: plain(event.before),
    after: plain(event.after),
    why: event.why ?? null,
    mandateId: event.mandateId ?? null,
  };
  await append(db, { ...row, previousHash: head.hash, hash: hashOf(head.hash, row) });
}

/** Goes through the whole record of the workspace and says where it first stops being what was written. */
export async function verifyChain(db: Scoped): Promise<ChainCheck> {
  let number = 0;
  let hash = GENESIS;
  for (;;) {
    const rows = await chainAfter(db, number, PAGE);
    for (const row of rows) {
      if (!follows(row, number, hash)) return { intact: false, events: number, brokenAt: number + 1 };
      number = row.number;
      hash = row.hash;
    }
    if (rows.length < PAGE) return { intact: true, events: number, head: hash.toString('hex') };
  }
}
