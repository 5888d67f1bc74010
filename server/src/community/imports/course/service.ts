import type { Connector, Piece } from '@passerelle/kit';
import { ingest, settle } from '#community/ingestion/index.ts';
import type { BatchResult, IngestionDeps } from '#community/ingestion/index.ts';
import { disconnectEmptyPlace } from '#community/places/index.ts';
import { changeRun, findRun, FINISHED, insertProblems } from '#community/imports/runs/index.ts';
import type { Run, RunChange, RunCursor } from '#community/imports/runs/index.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { no } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { OpenExport, Opening } from '#platform/archives/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { record } from '#workspace/audit/index.ts';
import { breakIn, bytesOf, filesToRead, piecesOf, sumOf } from './rules.ts';
import { markImported } from './store.ts';

export interface CourseDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly connectors: readonly Connector[];
  readonly openExport: (path: string, opening: Opening) => Promise<Result<OpenExport>>;
  readonly ingestion: IngestionDeps;
  /** Facts of this place have changed: the read model and the screens follow. */
  readonly onImported: (scope: Scope, placeId: string) => void | Promise<void>;
}

/** Where the export of a run lies. */
export interface Source {
  readonly path: string;
  /** A folder of its own for what must be unpacked. */
  readonly spool: string;
  /** Called once nothing of it is needed any more. */
  discard(): Promise<void>;
}

export interface Following {
  readonly signal: AbortSignal;
  readonly onProgress?: ((run: Run) => void) | undefined;
}

/** `interrupted`: asked to stop in the middle; following the run again goes on from there. */
export type CourseEnd = 'done' | 'cut_short' | 'failed' | 'cancelled' | 'interrupted';

/** Follows a run from where it stands to its end. What was read stays read, whatever happens. */
export async function followRun(
  deps: CourseDeps,
  scope: Scope,
  runId: string,
  sourceOf: (run: Run) => Source,
  following: Following,
): Promise<CourseEnd> {
  const run = await deps.database.inScope(scope, (db) => findRun(db, runId));
  if (run === undefined) return 'cancelled';
  const source = sourceOf(run);
  // A kill may have come between the end of a run and the clearing of its files.
  if (FINISHED.includes(run.state)) await source.discard();
  if (FINISHED.includes(run.state)) return 'cancelled';
  const course = new Course(deps, scope, run, following);
  const end = await course.follow(source);
  if (end === 'interrupted') return end;
  await source.discard();
  await deps.onImported(scope, run.placeId);
  return end;
}

class Course {
  readonly #deps: CourseDeps;
  readonly #scope: Scope;
  readonly #following: Following;
  #run: Run;
  #bytes = 0;

  constructor(deps: CourseDeps, scope: Scope, run: Run, following: Following) {
    this.#deps = deps;
    this.#scope = scope;
    this.#run = run;
    this.#following = following;
  }

  async follow(source: Source): Promise<CourseEnd> {
    const { connectors, clock } = this.#deps;
    const connector = connectors.find((one) => one.id === this.#run.connector);
    const files = connector?.files;
    if (connector === undefined || files === undefined) return await this.#fail({ code: 'import/unknown_connector' });
    const cursor = this.#cursor('unpacking', 0);
    if (
      !(await this.#change({
        state: 'reading',
        cursor,
        ...(this.#run.startedAt === null ? { startedAt: clock.now() } : {}),
      }))
    )
      return 'cancelled';
    const opened = await this.#open(source);
    if (!opened.ok)
      return opened.refusal.code === 'archive/cancelled' ? 'interrupted' : await this.#fail(opened.refusal);
    const list = filesToRead(files, opened.value.files);
    if (list.length === 0) return await this.#fail({ code: 'import/nothing_to_read' });
    if (!(await this.#change({ bytesTotal: bytesOf(list), bytesDone: 0, cursor: this.#cursor('reading', 0) })))
      return 'cancelled';
    const pieces = piecesOf(
      files,
      list.map((file) => opened.value.open(file.path)),
      this.#run.options,
      (bytes) => {
        this.#bytes += bytes;
      },
    );
    return await this.#read(connector, pieces);
  }

  /** Unpacking is told too: a large archive takes its time before the first row. */
  async #open({ path, spool }: Source): Promise<Result<OpenExport>> {
    const { signal, onProgress } = this.#following;
    if (signal.aborted) return no('archive/cancelled');
    return await this.#deps.openExport(path, {
      spool,
      signal,
      progress: ({ readBytes, totalBytes }) => {
        this.#run = { ...this.#run, bytesDone: readBytes, bytesTotal: totalBytes };
        onProgress?.(this.#run);
      },
    });
  }

  async #read(connector: Connector, pieces: AsyncIterable<Piece>): Promise<CourseEnd> {
    const { placeId, placeLanguage, options } = this.#run;
    const { signal } = this.#following;
    const { ingestion } = this.#deps;
    const before = this.#run.cursor?.pieces ?? 0;
    const end = await ingest(ingestion, {
      scope: this.#scope,
      place: { id: placeId, language: placeLanguage },
      connector,
      options,
      pieces: this.#paced(pieces, before),
      passed: before,
      signal,
      save: (db, batch) => this.#save(db, batch),
    });
    if (end === 'stopped') return 'interrupted';
    if (end === 'overtaken') return await this.#overtaken();
    return await this.#finish();
  }

  /** The pieces until somebody asks to stop. The pace is told from the first that was not gone through before. */
  async *#paced(pieces: AsyncIterable<Piece>, start: number): AsyncIterable<Piece> {
    let seen = 0;
    if (start === 0) this.#paceFrom(0);
    for await (const piece of pieces) {
      seen += 1;
      if (seen === start) this.#paceFrom(this.#bytes);
      yield piece;
      if (this.#following.signal.aborted) return;
    }
  }

  #paceFrom(byte: number): void {
    this.#run = { ...this.#run, cursor: this.#cursor('reading', byte) };
  }

  async #save(db: Scoped, { pieces, counts, problems }: BatchResult): Promise<boolean> {
    const run = this.#run;
    const cursor = { ...(run.cursor ?? this.#cursor('reading', 0)), pieces: (run.cursor?.pieces ?? 0) + pieces };
    const refusal = run.refusal ?? breakIn(problems);
    const change: RunChange = {
      cursor,
      counts: sumOf(run.counts, counts),
      bytesDone: Math.min(this.#bytes, run.bytesTotal),
      ...(refusal === undefined ? {} : { refusal }),
    };
    if (!(await changeRun(db, run.id, change, run.version))) return false;
    await insertProblems(db, run.id, run.counts.refused, problems);
    this.#run = { ...run, ...change, refusal, version: run.version + 1 };
    this.#following.onProgress?.(this.#run);
    return true;
  }

  async #finish(): Promise<CourseEnd> {
    const { counts, refusal, bytesTotal } = this.#run;
    if (counts.read === 0) return await this.#fail(refusal ?? { code: 'import/nothing_to_read' });
    const state = refusal === undefined ? 'done' : 'cut_short';
    return await this.#end({ state, bytesDone: bytesTotal });
  }

  async #fail(refusal: Refusal): Promise<CourseEnd> {
    if (this.#run.counts.read > 0) await this.#settle();
    return await this.#end({ state: 'failed', refusal });
  }

  async #end(change: RunChange & { readonly state: 'done' | 'cut_short' | 'failed' }): Promise<CourseEnd> {
    const { clock, database } = this.#deps;
    const run = this.#run;
    const now = clock.now();
    const isOurs = await database.inScope(this.#scope, async (db) => {
      if (!(await changeRun(db, run.id, { ...change, finishedAt: now }, run.version))) return false;
      if (run.counts.read > 0) await markImported(db, run.placeId, now);
      else await disconnectEmptyPlace(db, run.placeId);
      await record(db, { kind: 'system', name: 'import' }, now, {
        action: 'import.finished',
        objectType: 'import',
        objectId: run.id,
        after: {
          state: change.state,
          placeId: run.placeId,
          ...run.counts,
          ...(change.refusal ? { refusal: change.refusal.code } : {}),
        },
      });
      return true;
    });
    this.#following.onProgress?.({ ...run, ...change, refusal: change.refusal ?? run.refusal });
    return isOurs ? change.state : await this.#overtaken();
  }

  async #settle(): Promise<void> {
    const { connectors, ingestion } = this.#deps;
    const { connector: id, placeId, placeLanguage } = this.#run;
    const connector = connectors.find((one) => one.id === id);
    if (connector === undefined) return;
    await settle(ingestion, { scope: this.#scope, place: { id: placeId, language: placeLanguage }, connector }, 'all');
  }

  /** Cancelled by a person: what was read is kept, and counted. Taken by another process: it goes on there. */
  async #overtaken(): Promise<CourseEnd> {
    const { database, clock } = this.#deps;
    const run = await database.inScope(this.#scope, (db) => findRun(db, this.#run.id));
    if (run?.state !== 'cancelled') return run === undefined ? 'cancelled' : 'interrupted';
    await this.#settle();
    if (run.counts.read > 0) await database.inScope(this.#scope, (db) => markImported(db, run.placeId, clock.now()));
    return 'cancelled';
  }

  /** Changes the run unless somebody else has since. */
  async #change(change: RunChange): Promise<boolean> {
    const run = this.#run;
    const isOurs = await this.#deps.database.inScope(this.#scope, (db) => changeRun(db, run.id, change, run.version));
    if (isOurs) this.#run = { ...run, ...change, refusal: run.refusal, version: run.version + 1 };
    return isOurs;
  }

  #cursor(step: RunCursor['step'], sinceBytes: number): RunCursor {
    return { step, pieces: this.#run.cursor?.pieces ?? 0, since: this.#deps.clock.now().toISOString(), sinceBytes };
  }
}
