import { setImmediate } from 'node:timers/promises';
import { kindOf } from '#community/understanding/questions/index.ts';
import { takeFound, takenTerms, threadsByHand } from '#community/understanding/themes/index.ts';
import type { ByHand, StoredTheme } from '#community/understanding/themes/index.ts';
import { themesOf } from '#community/understanding/themes/lookup.ts';
import { toneOf } from '#community/understanding/tone/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import { stemOf, wordsIn } from '#platform/text/index.ts';
import { Corpus, findTopics, matcherOf } from '#platform/topics/index.ts';
import { progressOf } from './lookup.ts';
import type { Progress, TextRow } from './model.ts';
import { readAgain, wordsOf, type Reader } from './rules.ts';
import * as store from './store.ts';

export interface ReadingsDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** What was read out of texts has changed: the read model and the screens follow. */
  readonly onChanged: (scope: Scope) => void;
}

export const READ_TASK = 'understanding.read';

/** Texts held in memory at one time, and read in one transaction. */
const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
const MOST_TOPICS = 40;
/** Names kept to tell them from subjects; a larger community has no more than that in its texts. */
const MOST_NAMES = 200_000;

/** Asks for all texts of the workspace to be read again, in this transaction. Asked twice, it is done once more at most. */
export async function askReading(db: Scoped): Promise<void> {
  await store.markAsked(db);
  await enqueue(db, { task: READ_TASK, payload: {}, queue: `understanding ${db.scope.workspaceId}` });
}

export interface ReadingRun {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Pick<Progress, 'step' | 'read' | 'total'>) => void;
}

/**
 * Reads all texts of a workspace again, as long as that is asked for: finds themes in a sample of them, then reads each
 * for its tone, its kind and its themes, and writes what changed. Cut short, it begins again and finds most of it done.
 */
export async function readTexts(deps: ReadingsDeps, scope: Scope, run: ReadingRun): Promise<void> {
  for (;;) {
    const progress = await deps.database.inScope(scope, progressOf);
    if (progress === undefined || progress.done >= progress.asked) return;
    const themes = await listen(deps, scope, run);
    await read(deps, scope, themes, run);
    await deps.database.inScope(scope, (db) => store.markDone(db, progress.asked, deps.clock.now()));
    deps.onChanged(scope);
  }
}

/** Pages of texts, each in a transaction of its own, others having their turn in between. */
async function eachPage(
  { database }: ReadingsDeps,
  scope: Scope,
  { signal }: ReadingRun,
  work: (rows: readonly TextRow[], db: Scoped) => Promise<boolean>,
): Promise<void> {
  for (let after = FIRST; ;) {
    signal.throwIfAborted();
    const last = await database.inScope(scope, async (db) => {
      const rows = await store.nextTexts(db, after, PAGE);
      const goesOn = rows.length > 0 && (await work(rows, db));
      return goesOn ? rows.at(-1)?.id : undefined;
    });
    if (last === undefined) return;
    after = last;
    await setImmediate();
  }
}

/** Looks for themes in the texts, or in a sample where there are very many. */
async function listen(deps: ReadingsDeps, scope: Scope, run: ReadingRun): Promise<readonly StoredTheme[]> {
  const { database, clock } = deps;
  const corpus = new Corpus();
  const total = await database.inScope(scope, store.countTexts);
  const tell = async (db: Scoped, heard: number): Promise<void> => {
    await store.markStep(db, { step: 'listening', read: heard, total, at: clock.now() });
    run.onProgress?.({ step: 'listening', read: heard, total });
  };
  let heard = 0;
  await eachPage(deps, scope, run, async (rows, db) => {
    heard += rows.length;
    for (const row of rows) {
      if (row.language !== 'fr' && row.language !== 'en') continue;
      const { language, author, talk } = row;
      corpus.hear({ text: wordsOf(row), language, author, talk });
    }
    await tell(db, heard);
    return !corpus.isFull;
  });
  const { names, bots } = await namesOf(deps, scope);
  const stored = await database.inScope(scope, (db) => themesOf(db, true));
  const taken = new Set([...takenTerms(stored), ...bots]);
  const topics = await findTopics(corpus, { most: MOST_TOPICS, names, taken });
  return await database.inScope(scope, (db) => takeFound(db, topics, clock.now()));
}

/** Words people are called by, and stems of those bots are called by. */
async function namesOf({ database }: ReadingsDeps, scope: Scope) {
  const names = new Set<string>();
  const bots = new Set<string>();
  for (let after = FIRST; names.size < MOST_NAMES;) {
    const rows = await database.inScope(scope, (db) => store.nextNames(db, after, 5000));
    for (const { handle, name, isBot } of rows) {
      const words = wordsIn(`${handle} ${name ?? ''}`).map((word) => word.folded);
      for (const word of words) names.add(word);
      for (const word of isBot ? words : []) bots.add(stemOf(word, 'fr')).add(stemOf(word, 'en')).add(word);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  return { names, bots };
}

/** Reads text by text, then says which thread is about what. */
async function read(deps: ReadingsDeps, scope: Scope, themes: readonly StoredTheme[], run: ReadingRun): Promise<void> {
  const { database, clock } = deps;
  const reader = readerOf(themes, await database.inScope(scope, threadsByHand));
  const total = await database.inScope(scope, store.countTexts);
  let done = 0;
  await eachPage(deps, scope, run, async (rows, db) => {
    await store.writeChanges(db, readAgain(rows, reader));
    done += rows.length;
    await store.markStep(db, { step: 'reading', read: done, total, at: clock.now() });
    run.onProgress?.({ step: 'reading', read: done, total });
    return true;
  });
  for (const { id } of themes) {
    run.signal.throwIfAborted();
    await database.inScope(scope, (db) => store.settleThreads(db, id));
  }
}

function readerOf(themes: readonly StoredTheme[], { into, outOf }: ByHand): Reader {
  const matches = matcherOf(themes.map(({ terms }) => terms));
  const live = new Set(themes.map(({ id }) => id));
  const listed = (lists: ByHand['into']) => (threadId: string) =>
    (lists.get(threadId) ?? []).filter((theme) => live.has(theme));
  return {
    toneOf,
    kindOf,
    themesIn: (text, language) => matches(text, language).flatMap((place) => themes[place]?.id ?? []),
    into: listed(into),
    outOf: listed(outOf),
  };
}
