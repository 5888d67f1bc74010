import type { ProofDeps } from '#cockpit/proof/expecting/index.ts';
import type { Task } from '#platform/jobs/index.ts';
import { askRound, ROUND_TASK, settleProofs } from './service.ts';

/** Once a day newcomers are drawn and verdicts that are due are made, whether somebody looks or not. */
export function proofTasks(deps: ProofDeps): Readonly<Record<string, Task>> {
  return {
    [ROUND_TASK]: async ({ scope }) => {
      await settleProofs(deps, scope);
      await deps.database.inScope(scope, (db) => askRound(db, deps.clock));
    },
  };
}
