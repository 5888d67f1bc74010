import { changeRun, findRun, FINISHED } from '#community/imports/runs/index.ts';
import type { Run } from '#community/imports/runs/index.ts';
import { followRun } from '#community/imports/course/index.ts';
import type { Source } from '#community/imports/course/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { JobCall, Task } from '#platform/jobs/index.ts';
import { READ_TASK } from './service.ts';
import type { ImportsDeps } from './service.ts';

/** Reading goes on by itself after a stop or a kill, from the cursor of its run. */
export function importTasks(deps: ImportsDeps): Readonly<Record<string, Task>> {
  return { [READ_TASK]: (call) => readRun(deps, call) };
}

async function readRun(deps: ImportsDeps, { scope, payload, signal, isLastAttempt }: JobCall): Promise<void> {
  const runId = String(payload['runId']);
  try {
    const end = await followRun(deps, scope, runId, (run) => sourceOf(deps, run), { signal });
    if (end === 'interrupted' && signal.aborted) throw new Error('The import was interrupted and goes on later.');
  } catch (error) {
    if (isLastAttempt && !signal.aborted) await giveUp(deps, scope, runId);
    throw error;
  }
}

function sourceOf({ uploads }: ImportsDeps, run: Run): Source {
  return { path: uploads.pathOf(run), spool: uploads.spoolOf(run.id), discard: () => uploads.discard(run.id) };
}

/** Every try has failed for a reason nobody foresaw: the run says so, and keeps what it read. */
async function giveUp({ database, clock, uploads }: ImportsDeps, scope: Scope, runId: string): Promise<void> {
  await database.inScope(scope, async (db) => {
    const run = await findRun(db, runId);
    if (run === undefined || FINISHED.includes(run.state)) return;
    await changeRun(db, runId, { state: 'failed', refusal: { code: 'import/broken' }, finishedAt: clock.now() });
  });
  await uploads.discard(runId);
}
