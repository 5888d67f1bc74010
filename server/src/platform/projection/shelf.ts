import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Progress } from './apply.ts';
import { makeEmpty, progressOf } from './apply.ts';
import type { Attachable, EngineRoom } from './engine.ts';
import { createEngineRoom, HeldElsewhere, isHeld } from './engine.ts';
import type { Gate } from './gate.ts';
import { createGate } from './gate.ts';

const OPEN_AT_MOST = 8;
const IDLE_AFTER = 10 * 60 * 1000;

interface Book extends Attachable {
  readonly scope: Scope;
  readonly gate: Gate;
  isOpen: boolean;
  usedAt: number;
  progress: Progress | undefined;
}

export interface Opened {
  readonly connection: DuckDBConnection;
  /** Undefined: an empty copy. */
  readonly progress: Progress | undefined;
  /** Lends a further connection of the same kind. */
  beside<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
}

/** The files of the workspaces, one each, opened when asked for and let go of when nobody asks any more. */
export interface Shelf {
  /** Lends a connection that has the workspace's file in use; a file that cannot be read is replaced by an empty one. */
  lend<T>(scope: Scope, work: (opened: Opened) => Promise<T>): Promise<T>;
  /** Remembers how far the copy has come, once that is written. */
  setProgress(scope: Scope, progress: Progress): void;
  /** Undefined when the file is not open, or holds an empty copy. */
  progressOf(scope: Scope): Progress | undefined;
  /** Throws the file away, once nobody reads it. */
  wipe(scope: Scope): Promise<void>;
  /** Lets go of files nobody has asked for lately; answers the workspaces of the others. */
  tidy(): Promise<readonly Scope[]>;
  close(): Promise<void>;
}

interface ShelfDeps {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

export function createShelf(deps: ShelfDeps): Shelf {
  const { folder, clock } = deps;
  const room = createEngineRoom(deps);
  const books = new Map<string, Book>();
  const now = (): number => clock.now().getTime();

  const bookOf = (scope: Scope): Book => {
    const known = books.get(scope.workspaceId);
    if (known !== undefined) return known;
    const book = newBook(scope, folder);
    books.set(scope.workspaceId, book);
    return book;
  };
  const openBooks = (): Book[] =>
    [...books.values()].filter((book) => book.isOpen).toSorted((a, b) => b.usedAt - a.usedAt);
  const letGo = async (book: Book): Promise<void> => {
    markClosed(book);
    await room.detach(book);
  };
  const discard = async (book: Book): Promise<void> => {
    markClosed(book);
    if ((await room.discard(book)) === 'restarted') books.forEach(markClosed);
  };

  return {
    async lend(scope, work) {
      const book = bookOf(scope);
      for (;;) {
        book.usedAt = now();
        if (!book.isOpen) await book.gate.alone(() => openBook(deps, room, book, discard));
        const lent = await book.gate.shared(async () => {
          // Between opening and entering, somebody may have closed it.
          if (!book.isOpen) return undefined;
          const { progress } = book;
          const beside: Opened['beside'] = (more) => room.connected(book, more);
          return { value: await room.connected(book, (connection) => work({ connection, progress, beside })) };
        });
        if (lent !== undefined) return lent.value;
      }
    },
    setProgress(scope, progress) {
      bookOf(scope).progress = progress;
    },
    progressOf: (scope) => books.get(scope.workspaceId)?.progress,
    async wipe(scope) {
      const book = bookOf(scope);
      await book.gate.alone(() => discard(book));
    },
    async tidy() {
      const oldest = now() - IDLE_AFTER;
      for (const [place, book] of openBooks().entries()) {
        if (place >= OPEN_AT_MOST || book.usedAt < oldest) await book.gate.alone(() => letGo(book));
      }
      return openBooks().map((book) => book.scope);
    },
    async close() {
      for (const book of openBooks()) await book.gate.alone(() => letGo(book));
      await room.close();
    },
  };
}

function newBook(scope: Scope, folder: string): Book {
  const name = `w_${scope.workspaceId.replaceAll(/[^0-9a-f]/g, '')}`;
  const path = join(folder, `${scope.workspaceId}.duckdb`);
  return { scope, name, path, gate: createGate(), isOpen: false, usedAt: 0, progress: undefined };
}

function markClosed(book: Book): void {
  book.isOpen = false;
  book.progress = undefined;
}

/** To be called with nobody else inside. */
async function openBook(
  { log }: ShelfDeps,
  room: EngineRoom,
  book: Book,
  discard: (book: Book) => Promise<void>,
): Promise<void> {
  if (book.isOpen) return;
  const read = async (): Promise<Progress | 'stale' | undefined> => {
    await room.attach(book);
    return await room.connected(book, progressOf);
  };
  const found = await read().catch((error: unknown) => {
    if (isHeld(error)) throw new HeldElsewhere(String(error));
    log.warn('a copy for figures could not be read and is made anew', { workspace: book.scope.workspaceId, error });
    return 'stale' as const;
  });
  if (found === 'stale') {
    await discard(book);
    await room.attach(book);
    await room.connected(book, makeEmpty);
  }
  book.progress = found === 'stale' ? undefined : found;
  book.isOpen = true;
}
