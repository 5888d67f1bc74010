import type { ProofDeps } from '#cockpit/proof/expecting/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Task } from '#platform/jobs/index.ts';
import { enqueue, enqueueDaily } from '#platform/jobs/index.ts';
import { hasProofs } from './lookup.ts';
import { settleProofs } from './service.ts';

const ROUND_TASK = 'proof.round';
/** When verdicts that are due are kept, so that nobody waits for them. */
const ROUND_TIME = '03:40';

/** Once a day newcomers are drawn and verdicts that are due are kept, whether somebody looks or not. */
export function proofTasks(deps: ProofDeps): Readonly<Record<string, Task>> {
  return {
    [ROUND_TASK]: async ({ scope }) => {
      // First, so that a round that fails is not the last.
      await deps.database.inScope(scope, (db) => askRound(db, deps.clock.now()));
      await settleProofs(deps, scope);
    },
  };
}

/** One round for the next day; asked twice, it is there once. */
export async function askRound(db: Scoped, now: Date): Promise<void> {
  await enqueueDaily(db, ROUND_TASK, ROUND_TIME, now);
}

/** A round as soon as this transaction is kept. */
export async function askRoundNow(db: Scoped): Promise<void> {
  await enqueue(db, { task: ROUND_TASK, payload: {}, key: `${ROUND_TASK} ${db.scope.workspaceId}` });
}

/** Has a round made now in every workspace that has proofs, as nobody knows when the last one was. */
export async function watchProofs({ database }: ProofDeps, scopes: readonly Scope[]): Promise<void> {
  for (const scope of scopes) {
    await database.inScope(scope, async (db) => {
      if (await hasProofs(db)) await askRoundNow(db);
    });
  }
}
