import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { stableText } from '@passerelle/kit';
import type { Connector, ImportOptions, Piece, Raw } from '@passerelle/kit';
import { rawIdOf } from '#community/facts/index.ts';
import { Fates } from '#community/ingestion/fates/index.ts';
import {
  dropKnown,
  emptyBatch,
  isFull,
  openDesk,
  put,
  readEntry,
  recountThreads,
  writeBatch,
} from '#community/ingestion/writing/index.ts';
import type { Batch, Desk, Entry } from '#community/ingestion/writing/index.ts';
import { tellGifts } from '#community/places/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { LanguageOf } from '#platform/text/index.ts';
import type { BatchResult, ReadingEnd } from './model.ts';

export interface IngestionDeps {
  readonly database: Database;
  /** The secret of the installation: with it, an account is known as that of an erased person. */
  readonly secret: string;
  readonly languageOf: () => Promise<LanguageOf>;
  /** Decides again who is staff, for the members of these identities. */
  readonly applyStaffRules: (db: Scoped, identityIds: readonly string[]) => Promise<unknown>;
  /** Counts again what the identities of a place wrote. */
  readonly recountIdentities: (db: Scoped, placeId: string) => Promise<unknown>;
}

/** One pass over an export, or over a part of it, into one place. */
export interface Reading {
  readonly scope: Scope;
  readonly place: { readonly id: string; readonly language: 'fr' | 'en' | null };
  readonly connector: Connector;
  readonly options: ImportOptions;
  /** The export from its beginning: the connector may remember what came first. */
  readonly pieces: AsyncIterable<Piece>;
  /** So many pieces were gone through before, by a process that may not have counted again what it touched. */
  readonly passed?: number;
  readonly signal: AbortSignal;
  /** Called inside the transaction of each batch. False: somebody else has taken this over, the batch is undone. */
  save(db: Scoped, batch: BatchResult): Promise<boolean>;
}

/** The web, and the base that waits for the next statement, must stay answered while an export is read. */
const TURN = 4;
/** Small, so that the base soon has something to do; each batch may be twice the one before. */
const FIRST_BATCH = 500;
const PASSING_TURN = 512;
const HASH_DIGITS = 32;
/** Beyond this many, counting all threads of the place again is the shorter way. */
const MOST_THREADS = 20_000;

const FACT_TABLES = ['raw', 'channel', 'member', 'identity', 'thread', 'message', 'reaction'] as const;

/** A table is looked at again by the planner once it may have grown so many times. */
const COUNT_AGAIN_AT = 4;

class Overtaken extends Error {}

/** State of one reading: what is known of it, and whether most of it was read before. */
interface Course {
  readonly deps: IngestionDeps;
  readonly reading: Reading;
  readonly desk: Desk;
  readonly fates: Fates;
  /** Most raws of the last batch stood in the base already: look there before reading facts. */
  isReplay: boolean;
  threads: Set<string> | 'all';
  /** Raws read so far, and from how many on the planner is to count again. */
  read: number;
  countAt: number;
  /** The planner's counting, beside the batches that follow. */
  counting: Promise<void>;
}

/**
 * Reads pieces and writes them in batches, each in one transaction with its cursor: the next batch is read while the
 * base writes the one before. Reading anything again, in any order, writes the same rows and no row twice.
 */
export async function ingest(deps: IngestionDeps, reading: Reading): Promise<ReadingEnd> {
  const course = await begin(deps, reading);
  try {
    const end = await copyAll(course);
    if (end === 'finished') await settle(deps, reading, course.threads);
    return end;
  } catch (error) {
    if (error instanceof Overtaken) return 'overtaken';
    throw error;
  }
}

async function begin(deps: IngestionDeps, reading: Reading): Promise<Course> {
  const { connector, options, place } = reading;
  const detect = await deps.languageOf();
  const desk = openDesk({
    placeId: place.id,
    secret: deps.secret,
    applyStaffRules: deps.applyStaffRules,
    keyedBy: connector.gives.personIds ? 'id' : 'name',
    languageOf: (text) => detect(text, place.language ?? undefined),
    read: (raw) => connector.read(raw, options),
    options,
  });
  const threads = (reading.passed ?? 0) > 0 ? 'all' : new Set<string>();
  return {
    deps,
    reading,
    desk,
    fates: new Fates(),
    isReplay: false,
    threads,
    read: 0,
    countAt: 1,
    counting: Promise.resolve(),
  };
}

async function copyAll(course: Course): Promise<'finished' | 'stopped'> {
  const { signal } = course.reading;
  let writing: Promise<void> = Promise.resolve();
  for await (const batch of batches(course)) {
    await writing;
    if (signal.aborted) break;
    writing = write(course, batch);
    // Awaited one batch later: a failure meanwhile is not unheard.
    writing.catch(() => undefined);
  }
  await writing;
  await course.counting;
  return signal.aborted ? 'stopped' : 'finished';
}

async function* batches(course: Course): AsyncIterable<Batch> {
  let batch = emptyBatch();
  let most = FIRST_BATCH;
  let toPass = course.reading.passed ?? 0;
  for await (const piece of course.reading.pieces) {
    if (toPass > 0) {
      toPass -= 1;
      passBy(course, piece);
      if (toPass % PASSING_TURN === 0) await setImmediate();
      continue;
    }
    if (piece.type === 'problem') {
      batch.problems.push(piece.problem);
      batch.pieces += 1;
    } else {
      const entry = entryOf(course, piece.raw);
      if (!course.isReplay) readEntry(course.desk, entry, piece.raw);
      put(batch, entry);
    }
    if (batch.pieces % TURN === 0) await setImmediate();
    if (!isFull(batch, most)) continue;
    yield batch;
    batch = emptyBatch();
    most *= 2;
  }
  if (batch.pieces > 0) yield batch;
}

/** Counted already; only remembered, so that a later copy of it is not counted again. */
function passBy({ fates, reading }: Course, piece: Piece): void {
  if (piece.type === 'raw') fates.pass(rawIdOf(reading.place.id, piece.raw.kind, piece.raw.externalId));
}

function entryOf({ reading }: Course, { kind, externalId, version, payload: content }: Raw): Entry {
  const payload = stableText(content);
  const digest = hash('sha256', payload, 'hex').slice(0, HASH_DIGITS);
  return { id: rawIdOf(reading.place.id, kind, externalId), kind, externalId, version, payload, hash: digest };
}

async function write(course: Course, batch: Batch): Promise<void> {
  const { deps, reading, desk } = course;
  const ids = [...batch.entries.keys()];
  const { fates, threads } = await deps.database.inScope(reading.scope, async (db) => {
    if (course.isReplay) await dropKnown(db, batch);
    const written = await writeBatch(db, desk, batch);
    const { pieces, problems } = batch;
    const told = course.fates.tell(ids.map((id) => [id, written.fates.get(id) ?? 'unchanged']));
    if (!(await reading.save(db, { pieces, counts: { ...told, refused: problems.length }, problems })))
      throw new Overtaken();
    return written;
  });
  const wrote = [...fates.values()].filter((fate) => fate !== 'withheld');
  course.isReplay = wrote.length * 2 < ids.length;
  course.threads = touched(course.threads, threads, wrote.includes('changed'));
  await letPlannerKnow(course, ids.length);
}

/**
 * After the first batch, before anything is planned for it, and each time several times as much was read, beside the
 * batches that follow.
 */
async function letPlannerKnow(course: Course, raws: number): Promise<void> {
  course.read += raws;
  if (course.read < course.countAt) return;
  const isFirst = course.countAt === 1;
  course.countAt = course.read * COUNT_AGAIN_AT;
  await course.counting;
  course.counting = course.deps.database.countAgain(FACT_TABLES, course.read);
  // Awaited later: a failure meanwhile is not unheard.
  course.counting.catch(() => undefined);
  if (isFirst) await course.counting;
}

/** A changed message may have left a thread that nothing names any more: then all are counted again. */
function touched(before: Set<string> | 'all', threads: ReadonlySet<string>, changed: boolean): Set<string> | 'all' {
  if (before === 'all' || changed || before.size + threads.size > MOST_THREADS) return 'all';
  for (const id of threads) before.add(id);
  return before;
}

/**
 * What is kept beside messages so that lists are one read: counted again for threads touched, and for who wrote. What
 * only some exports of this kind give is told from what was read.
 */
export async function settle(
  deps: IngestionDeps,
  { scope, place, connector }: Pick<Reading, 'scope' | 'place' | 'connector'>,
  threads: ReadonlySet<string> | 'all',
): Promise<void> {
  await deps.database.inScope(scope, async (db) => {
    await recountThreads(db, place.id, threads === 'all' ? 'all' : [...threads]);
    await deps.recountIdentities(db, place.id);
    await tellGifts(db, place.id, connector.dependsOnExport ?? []);
  });
}
