import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { Connector, ImportOptions } from '@passerelle/kit';
import { candidatesOf, joinPlace, placeFor, previewOf, recordStart, starterOf } from '#community/imports/index.ts';
import type { ImportsDeps } from '#community/imports/index.ts';
import { changeRun, findRun, insertRun } from '#community/imports/runs/index.ts';
import type { Run } from '#community/imports/runs/index.ts';
import { followRun } from '#community/imports/course/index.ts';
import { settle } from '#community/ingestion/index.ts';
import type { By } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { OpenExport } from '#platform/archives/index.ts';

export interface PathImport {
  readonly scope: Scope;
  readonly by: By;
  /** A folder, an archive or a file of this machine; read in place. */
  readonly path: string;
  /** A place that stands, or the name of one: made when there is none of that name. */
  readonly place: { readonly id: string } | { readonly name: string; readonly language?: 'fr' | 'en' | undefined };
  /** Absent: the kind that recognises the export most surely. */
  readonly connector?: string | undefined;
  /** Absent: what the preview guesses. */
  readonly options?: ImportOptions | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: ((run: Run) => void) | undefined;
}

/**
 * Imports what lies at a path, in this process, by the same course as an upload; answers the run as it ended. Asked to
 * stop, it keeps what it read and ends as cancelled; the same command again counts nothing twice.
 */
export async function importPath(deps: ImportsDeps, asked: PathImport): Promise<Result<Run>> {
  const id = `path-${randomUUID()}`;
  try {
    return await importFrom(deps, asked, deps.uploads.spoolOf(id));
  } finally {
    await deps.uploads.discard(id);
  }
}

async function importFrom(deps: ImportsDeps, asked: PathImport, spool: string): Promise<Result<Run>> {
  const path = resolve(asked.path);
  const opened = await deps.openExport(path, { spool, signal: asked.signal });
  if (!opened.ok) return opened;
  const connector = connectorFor(deps, asked, opened.value);
  if (!connector.ok) return connector;
  const options = await optionsFor(connector.value, asked, opened.value);
  if (!options.ok) return options;
  const begun = await begin(deps, asked, {
    connector: connector.value,
    options: options.value,
    fileName: basename(path),
  });
  if (!begun.ok) return begun;
  const source = { path, spool, discard: async () => undefined };
  const end = await followRun(deps, asked.scope, begun.value, () => source, {
    signal: asked.signal,
    onProgress: asked.onProgress,
  });
  if (end === 'interrupted') await cancelInterrupted(deps, asked.scope, begun.value, connector.value);
  const run = await deps.database.inScope(asked.scope, (db) => findRun(db, begun.value));
  return run === undefined ? no('http/not_found') : yes(run);
}

function connectorFor({ connectors }: ImportsDeps, { connector }: PathImport, opened: OpenExport): Result<Connector> {
  const [surest] = connector === undefined ? candidatesOf(connectors, opened) : [];
  if (connector === undefined && surest === undefined)
    return no('import/not_recognised', { files: opened.files.length });
  const found = connectors.find((one) => one.id === (connector ?? surest?.connector));
  return found?.files === undefined ? no('import/unknown_connector') : yes(found);
}

/** What was asked over what is guessed; nobody is there to be asked for the rest. */
async function optionsFor(
  connector: Connector,
  { options }: PathImport,
  opened: OpenExport,
): Promise<Result<ImportOptions>> {
  const preview = await previewOf(connector, opened);
  if (preview === undefined) return yes(options ?? {});
  const whole = { ...preview.guess, ...options };
  const missing = preview.fields.filter((field) => field.required && (whole[field.id] ?? '') === '');
  if (missing.length === 0) return yes(whole);
  return no('import/mapping_incomplete', { fields: missing.map((field) => field.id).join(', ') });
}

interface Chosen {
  readonly connector: Connector;
  readonly options: ImportOptions;
  readonly fileName: string;
}

function begin(
  { database, clock }: ImportsDeps,
  { scope, by, place }: PathImport,
  { connector, options, fileName }: Chosen,
): Promise<Result<string>> {
  return database.inScope(scope, async (db) => {
    const now = clock.now();
    const placeId = await placeFor(db, by, now, place, 'or_existing');
    if (!placeId.ok) return placeId;
    const joined = await joinPlace(db, placeId.value, connector);
    if (!joined.ok) return joined;
    const id = newId(now);
    const run = { id, placeId: placeId.value, connector: connector.id, options, fileName: fileName.slice(0, 255) };
    await insertRun(db, { ...run, bytesTotal: 0, startedBy: starterOf(by), createdAt: now, state: 'waiting' });
    await recordStart(db, by, now, { runId: id, placeId: placeId.value, connector: connector.id });
    return yes(id);
  });
}

async function cancelInterrupted(
  { database, clock, ingestion }: ImportsDeps,
  scope: Scope,
  runId: string,
  connector: Connector,
): Promise<void> {
  const run = await database.inScope(scope, async (db) => {
    await changeRun(db, runId, { state: 'cancelled', finishedAt: clock.now() });
    return await findRun(db, runId);
  });
  if (run === undefined || run.counts.read === 0) return;
  const place = { id: run.placeId, language: run.placeLanguage };
  await settle(ingestion, { scope, place, connector }, 'all');
}
