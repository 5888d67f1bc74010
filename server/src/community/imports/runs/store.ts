import { sql } from 'kysely';
import type { Problem } from '@passerelle/kit';
import type { Scoped } from '#platform/db/index.ts';
import { MOST_PROBLEMS, NO_COUNTS } from './model.ts';
import type { NewRun, Run, RunChange, RunCounts, RunCursor, RunState } from './model.ts';

function selectRuns(db: Scoped) {
  return db.tx
    .selectFrom('import_run as run')
    .innerJoin('place', (join) =>
      join.onRef('place.workspace_id', '=', 'run.workspace_id').onRef('place.id', '=', 'run.place_id'),
    )
    .selectAll('run')
    .select([
      'place.name as place_name',
      'place.language as place_language',
      'place.connector as place_connector',
      'place.state as place_state',
    ])
    .where('run.workspace_id', '=', db.scope.workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>;

function runOf(row: Row): Run {
  return {
    id: row.id,
    placeId: row.place_id,
    placeName: row.place_name,
    placeLanguage: row.place_language,
    placeConnector: row.place_connector,
    placeState: row.place_state,
    connector: row.connector,
    options: row.options,
    fileName: row.file_name,
    state: row.state,
    bytesTotal: row.bytes_total,
    bytesDone: row.bytes_done,
    cursor: 'step' in row.cursor ? (row.cursor as unknown as RunCursor) : undefined,
    counts: { ...NO_COUNTS, ...(row.counts as Partial<RunCounts>) },
    refusal: row.refusal ?? undefined,
    startedBy: row.started_by,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    version: row.version,
  };
}

/** The run, or undefined when this workspace has none of that id. */
export async function findRun(db: Scoped, runId: string): Promise<Run | undefined> {
  const row = await selectRuns(db).where('run.id', '=', runId).executeTakeFirst();
  return row === undefined ? undefined : runOf(row);
}

/** The same, held still until this transaction ends. */
export async function lockRun(db: Scoped, runId: string): Promise<Run | undefined> {
  const row = await selectRuns(db).where('run.id', '=', runId).forUpdate('run').executeTakeFirst();
  return row === undefined ? undefined : runOf(row);
}

/** Latest first. `before`: the creation and id of the last one seen. */
export async function listRuns(
  db: Scoped,
  page: {
    readonly limit: number;
    readonly placeId?: string | undefined;
    readonly before?: { readonly at: Date; readonly id: string } | undefined;
  },
): Promise<readonly Run[]> {
  let query = selectRuns(db).orderBy('run.created_at', 'desc').orderBy('run.id', 'desc').limit(page.limit);
  const { placeId, before } = page;
  if (placeId !== undefined) query = query.where('run.place_id', '=', placeId);
  if (before !== undefined)
    query = query.where((eb) => eb(eb.refTuple('run.created_at', 'run.id'), '<', eb.tuple(before.at, before.id)));
  return (await query.execute()).map(runOf);
}

export async function insertRun(db: Scoped, run: NewRun): Promise<void> {
  await db.tx
    .insertInto('import_run')
    .values({
      workspace_id: db.scope.workspaceId,
      id: run.id,
      place_id: run.placeId,
      connector: run.connector,
      file_name: run.fileName,
      state: run.state ?? 'uploading',
      bytes_total: run.bytesTotal,
      started_by: run.startedBy,
      created_at: run.createdAt,
      options: JSON.stringify(run.options ?? {}),
    })
    .execute();
}

/** Changes a run and counts its version up. With `version`, only while nobody else has: false when somebody has. */
export async function changeRun(db: Scoped, runId: string, change: RunChange, version?: number): Promise<boolean> {
  let query = db.tx
    .updateTable('import_run')
    .set((eb) => ({ ...columnsOf(change), version: eb('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', runId);
  if (version !== undefined) query = query.where('version', '=', version);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return numUpdatedRows === 1n;
}

function columnsOf(change: RunChange) {
  return {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.connector === undefined ? {} : { connector: change.connector }),
    ...(change.options === undefined ? {} : { options: JSON.stringify(change.options) }),
    ...(change.bytesTotal === undefined ? {} : { bytes_total: change.bytesTotal }),
    ...(change.bytesDone === undefined ? {} : { bytes_done: change.bytesDone }),
    ...jsonColumnsOf(change),
    ...(change.startedAt === undefined ? {} : { started_at: change.startedAt }),
    ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
  };
}

function jsonColumnsOf({ cursor, counts, refusal }: RunChange) {
  return {
    ...(cursor === undefined ? {} : { cursor: JSON.stringify(cursor) }),
    ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
    ...(refusal === undefined ? {} : { refusal: refusal === null ? null : JSON.stringify(refusal) }),
  };
}

export async function deleteRun(db: Scoped, runId: string): Promise<void> {
  await db.tx
    .deleteFrom('import_run')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', runId)
    .execute();
}

/** The place that was made for this run alone and into which nothing came; undefined when it was there before. */
export async function placeMadeFor(db: Scoped, runId: string): Promise<string | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ id: string }>`
    select place.id from import_run as run
    join place on place.workspace_id = ${workspaceId} and place.id = run.place_id and place.state = 'half_set_up'
    where run.workspace_id = ${workspaceId} and run.id = ${runId} and not exists (
      select from import_run as other
      where other.workspace_id = ${workspaceId} and other.place_id = place.id and other.id <> run.id)`.execute(db.tx);
  return rows[0]?.id;
}

/** Runs in these states, in the whole workspace or in one place. */
export async function countRuns(db: Scoped, states: readonly RunState[], placeId?: string): Promise<number> {
  let query = db.tx
    .selectFrom('import_run')
    .select((eb) => eb.fn.countAll<number>().as('runs'))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('state', 'in', [...states]);
  if (placeId !== undefined) query = query.where('place_id', '=', placeId);
  return (await query.executeTakeFirstOrThrow()).runs;
}

/** Keeps problems under the numbers that follow `after`, as long as there is room. */
export async function insertProblems(
  db: Scoped,
  runId: string,
  after: number,
  problems: readonly Problem[],
): Promise<void> {
  const kept = problems.slice(0, Math.max(0, MOST_PROBLEMS - after));
  if (kept.length === 0) return;
  const column = <T>(pick: (problem: Problem) => T) => kept.map(pick);
  await sql`
    insert into import_problem (workspace_id, run_id, number, file, line, code, excerpt)
    select ${db.scope.workspaceId}::uuid, ${runId}::uuid, ${after}::integer + told.number, told.file, told.line, told.code, told.excerpt
    from unnest(${column((problem) => storable(problem.file))}::text[], ${column((problem) => problem.line ?? null)}::bigint[],
      ${column((problem) => problem.code)}::text[], ${column((problem) => (problem.excerpt === undefined ? null : storable(problem.excerpt)))}::text[])
      with ordinality as told (file, line, code, excerpt, number)
    on conflict do nothing`.execute(db.tx);
}

function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

export interface StoredProblem {
  readonly number: number;
  readonly file: string;
  readonly line: number | null;
  readonly code: string;
  readonly excerpt: string | null;
}

export async function listProblems(
  db: Scoped,
  runId: string,
  after: number,
  limit: number,
): Promise<readonly StoredProblem[]> {
  return await db.tx
    .selectFrom('import_problem')
    .select(['number', 'file', 'line', 'code', 'excerpt'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('run_id', '=', runId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}
