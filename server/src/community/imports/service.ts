import type { Connector, ImportOptions } from '@passerelle/kit';
import { addPlace, connectPlace, lockPlace, placeNamed, unusedPlaceNamed } from '#community/places/index.ts';
import {
  changeRun,
  countRuns,
  findRun,
  insertRun,
  lockRun,
  NOT_STARTED,
  UNDER_WAY,
} from '#community/imports/runs/index.ts';
import type { Run } from '#community/imports/runs/index.ts';
import { refuse } from '#community/imports/ending/index.ts';
import { filesToRead } from '#community/imports/course/index.ts';
import type { CourseDeps } from '#community/imports/course/index.ts';
import type { By } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { OpenExport } from '#platform/archives/index.ts';
import type { Scoped } from '#platform/db/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import type { Chunk, Uploads } from '#platform/uploads/index.ts';
import { record } from '#workspace/audit/index.ts';
import { candidatesOf } from './rules.ts';
import type { Inspection, NewImport, Preview, StartImport } from './wire.ts';

export interface ImportsDeps extends CourseDeps {
  readonly uploads: Uploads;
  /** The largest file that may be sent. */
  readonly maxBytes: number;
}

export const READ_TASK = 'import.read';
/** Uploads begun and not read yet; more are a mistake of a program. */
const MOST_WAITING = 50;
/** Why an export may open later though it does not now. */
const PASSING: readonly string[] = ['archive/disk_full', 'archive/cancelled'];
/** Imports of one workspace that run at the same time; the others wait their turn. */
const SIDE_BY_SIDE = 2;

/** Who began an import, as its run keeps it. */
export function starterOf(by: By): string | null {
  switch (by.kind) {
    case 'person':
      return by.colleagueId;
    case 'key':
      return by.keyId;
    case 'system':
      return null;
    default:
      return by satisfies never;
  }
}

/** Announces a file: checks that it may come and says where it will go. Its bytes follow in chunks. */
export async function announce(deps: ImportsDeps, scope: Scope, by: By, asked: NewImport): Promise<Result<string>> {
  if (asked.bytes > deps.maxBytes) return no('import/too_big', { limit: deps.maxBytes });
  if (!(await deps.uploads.fits(asked.bytes))) return no('upload/disk_full');
  return await deps.database.inScope(scope, async (db) => {
    if ((await countRuns(db, NOT_STARTED)) >= MOST_WAITING) return no('import/too_many', { seconds: 600 });
    const now = deps.clock.now();
    const place = await placeFor(db, by, now, asked.place);
    if (!place.ok) return place;
    const id = newId(now);
    const { fileName, bytes } = asked;
    await insertRun(db, {
      id,
      placeId: place.value,
      connector: '',
      fileName,
      bytesTotal: bytes,
      startedBy: starterOf(by),
      createdAt: now,
    });
    return yes(id);
  });
}

/**
 * The place an import goes to: the one of that id, or a new one; one of that name into which nothing came counts as
 * new. `or_existing` takes any that has the name already.
 */
export async function placeFor(
  db: Scoped,
  by: By,
  at: Date,
  asked: NewImport['place'],
  names: 'new' | 'or_existing' = 'new',
): Promise<Result<string>> {
  if ('id' in asked) {
    const place = await lockPlace(db, asked.id);
    return place === undefined ? no('http/not_found') : yes(place.id);
  }
  const named = names === 'new' ? await unusedPlaceNamed(db, asked.name) : await placeNamed(db, asked.name);
  return named === undefined ? await addPlace(db, by, at, asked) : yes(named);
}

/** Takes one chunk of the file. */
export async function takeContent(
  deps: ImportsDeps,
  scope: Scope,
  runId: string,
  chunk: Omit<Chunk, 'total'>,
): Promise<Result<{ received: number }>> {
  const run = await deps.database.inScope(scope, (db) => findRun(db, runId));
  if (run === undefined) return no('http/not_found');
  if (run.state !== 'uploading') return no('import/not_uploading');
  const stored = await deps.uploads.append(run, { ...chunk, total: run.bytesTotal });
  if (!stored.ok) return stored;
  await deps.database.inScope(scope, (db) => changeRun(db, runId, { bytesDone: stored.value.received }));
  return stored;
}

type Ready = { readonly run: Run; readonly opened: OpenExport };

/** The whole file, opened; unpacked once, for the choice and for the reading. */
async function openWhole(deps: ImportsDeps, scope: Scope, by: By, runId: string): Promise<Result<Ready>> {
  const run = await deps.database.inScope(scope, (db) => findRun(db, runId));
  if (run === undefined) return no('http/not_found');
  if (!NOT_STARTED.includes(run.state)) return no('import/already_started');
  const received = await deps.uploads.received(run);
  if (received !== run.bytesTotal) return no('import/incomplete', { received, total: run.bytesTotal });
  const opened = await deps.openExport(deps.uploads.pathOf(run), { spool: deps.uploads.spoolOf(runId) });
  if (opened.ok) return yes({ run, opened: opened.value });
  return PASSING.includes(opened.refusal.code) ? opened : await refuse(deps, scope, by, run, opened.refusal);
}

/** Says what the export may be, and shows its columns where somebody must map them. A file that tells us nothing goes at once. */
export async function inspect(deps: ImportsDeps, scope: Scope, by: By, runId: string): Promise<Result<Inspection>> {
  const whole = await openWhole(deps, scope, by, runId);
  if (!whole.ok) return whole;
  const { run, opened } = whole.value;
  const candidates = candidatesOf(deps.connectors, opened);
  const [surest] = candidates;
  if (surest === undefined) {
    const details = { files: opened.files.length };
    return await refuse(deps, scope, by, run, { code: 'import/not_recognised', details });
  }
  if (run.state === 'uploading') {
    const { connector } = surest;
    await deps.database.inScope(scope, (db) => changeRun(db, runId, { state: 'choosing', connector }));
  }
  const mapped = deps.connectors.find(
    (one) => one.files?.preview !== undefined && candidates.some(({ connector }) => connector === one.id),
  );
  const preview = mapped === undefined ? undefined : await previewOf(mapped, opened);
  const bytes = opened.files.reduce((sum, file) => sum + file.size, 0);
  return yes({
    files: opened.files.length,
    bytes,
    candidates: [...candidates],
    ...(preview === undefined ? {} : { preview }),
  });
}

/** The columns and first rows of a table; undefined for kinds of export that need no mapping. */
export async function previewOf({ id, files }: Connector, opened: OpenExport): Promise<Preview | undefined> {
  const [first] = files?.preview === undefined ? [] : filesToRead(files, opened.files);
  if (files?.preview === undefined || first === undefined) return undefined;
  const { columns, rows, guess, fields } = await files.preview(opened.open(first.path));
  return {
    connector: id,
    columns: [...columns],
    rows: rows.map((row) => [...row]),
    guess: { ...guess },
    fields: fields.map((field) => ({ ...field })),
  };
}

/** Lets the export be read, as what a person says it is. */
export async function start(
  deps: ImportsDeps,
  scope: Scope,
  by: By,
  runId: string,
  { connector: id, options }: StartImport,
): Promise<Result<undefined>> {
  const connector = deps.connectors.find((one) => one.id === id);
  if (connector?.files === undefined) return no('import/unknown_connector');
  const whole = await openWhole(deps, scope, by, runId);
  if (!whole.ok) return whole;
  const fits = await optionsFit(connector, whole.value.opened, options);
  if (!fits.ok) return fits;
  return await deps.database.inScope(scope, async (db) => {
    const run = await lockRun(db, runId);
    if (run === undefined) return no('http/not_found');
    if (!NOT_STARTED.includes(run.state)) return no('import/already_started');
    const joined = await joinPlace(db, run.placeId, connector);
    if (!joined.ok) return joined;
    await changeRun(db, runId, { state: 'waiting', connector: id, options });
    await enqueueReading(db, runId);
    await recordStart(db, by, deps.clock.now(), { runId, placeId: run.placeId, connector: id });
    return yes(undefined);
  });
}

/** Columns that must be mapped are. */
async function optionsFit(
  connector: Connector,
  opened: OpenExport,
  options: ImportOptions,
): Promise<Result<undefined>> {
  const preview = await previewOf(connector, opened);
  const missing = preview?.fields.filter((field) => field.required && (options[field.id] ?? '') === '') ?? [];
  if (missing.length === 0) return yes(undefined);
  return no('import/mapping_incomplete', { fields: missing.map((field) => field.id).join(', ') });
}

/** A place holds exports of one kind: ids of another kind would mean other people and other messages. */
export async function joinPlace(db: Scoped, placeId: string, connector: Connector): Promise<Result<undefined>> {
  const place = await lockPlace(db, placeId);
  if (place === undefined) return no('http/not_found');
  if (place.state === 'half_set_up') await connectPlace(db, placeId, connector.id, connector.gives);
  else if (place.connector !== connector.id)
    return no('import/other_connector', { place: place.connector, export: connector.id });
  return yes(undefined);
}

export async function recordStart(
  db: Scoped,
  by: By,
  at: Date,
  { runId, placeId, connector }: { readonly runId: string; readonly placeId: string; readonly connector: string },
): Promise<void> {
  await record(db, by, at, {
    action: 'import.started',
    objectType: 'import',
    objectId: runId,
    after: { placeId, connector },
  });
}

async function enqueueReading(db: Scoped, runId: string): Promise<void> {
  const lane = (await countRuns(db, UNDER_WAY)) % SIDE_BY_SIDE;
  await enqueue(db, {
    task: READ_TASK,
    payload: { runId },
    key: `import ${runId}`,
    queue: `import ${db.scope.workspaceId} ${lane}`,
  });
}
