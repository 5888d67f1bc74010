import { dropUnusedPlace } from '#community/places/index.ts';
import { changeRun, deleteRun, lockRun, NOT_STARTED, placeMadeFor } from '#community/imports/runs/index.ts';
import type { Run } from '#community/imports/runs/index.ts';
import type { By } from '#kernel/actor.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { Uploads } from '#platform/uploads/index.ts';
import { record } from '#workspace/audit/index.ts';

export interface EndingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly uploads: Uploads;
}

/** Nothing can be read of this file: it goes, and the place that was made for it with it, in one transaction. */
export async function refuse(
  deps: EndingDeps,
  scope: Scope,
  by: By,
  { id, version }: Run,
  refusal: Refusal,
): Promise<Result<never>> {
  await deps.database.inScope(scope, async (db) => {
    const now = deps.clock.now();
    if (!(await changeRun(db, id, { state: 'failed', refusal, finishedAt: now }, version))) return;
    const after = { refusal: refusal.code };
    await record(db, by, now, { action: 'import.refused', objectType: 'import', objectId: id, after });
    await takeBackPlace(db, by, now, id);
  });
  await deps.uploads.discard(id);
  return { ok: false, refusal };
}

/** A place made for this run alone, into which nothing came, goes again; with it goes the run. */
async function takeBackPlace(db: Scoped, by: By, at: Date, runId: string): Promise<void> {
  const placeId = await placeMadeFor(db, runId);
  if (placeId === undefined) return;
  await deleteRun(db, runId);
  await dropUnusedPlace(db, placeId);
  await record(db, by, at, { action: 'place.taken_back', objectType: 'place', objectId: placeId });
}

/**
 * Stops a run where it stands; answers it as it ended. What was read is kept; whoever reads it notices at its next
 * batch. Where it had not begun, the place that was made for it goes, and the run with it.
 */
export async function cancel(deps: EndingDeps, scope: Scope, by: By, runId: string): Promise<Result<Run>> {
  let uploaded = false;
  const result = await deps.database.inScope(scope, async (db): Promise<Result<Run>> => {
    const run = await lockRun(db, runId);
    if (run === undefined) return no('http/not_found');
    uploaded = NOT_STARTED.includes(run.state) || run.state === 'waiting';
    if (!uploaded && run.state !== 'reading') return no('import/already_finished');
    const now = deps.clock.now();
    await changeRun(db, runId, { state: 'cancelled', finishedAt: now });
    await record(db, by, now, {
      action: 'import.cancelled',
      objectType: 'import',
      objectId: runId,
      after: { ...run.counts },
    });
    if (NOT_STARTED.includes(run.state)) await takeBackPlace(db, by, now, runId);
    return yes({ ...run, state: 'cancelled', finishedAt: now });
  });
  if (result.ok && uploaded) await deps.uploads.discard(runId);
  return result;
}

/** Forgets an upload of which nothing was read, and the place that was made for it. */
export async function forget(deps: EndingDeps, scope: Scope, runId: string): Promise<Result<undefined>> {
  const result = await deps.database.inScope(scope, async (db): Promise<Result<undefined>> => {
    const run = await lockRun(db, runId);
    if (run === undefined) return no('http/not_found');
    if (!NOT_STARTED.includes(run.state)) return no('import/already_started');
    await deleteRun(db, runId);
    await dropUnusedPlace(db, run.placeId);
    return yes(undefined);
  });
  if (result.ok) await deps.uploads.discard(runId);
  return result;
}
