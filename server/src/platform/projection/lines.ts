import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { callbackify } from 'node:util';
import type { Scoped } from '#platform/db/index.ts';
import type { Relation } from './relations.ts';
import { copyStatement } from './seam.ts';

const PIECE = 2 * 1024 * 1024;

/** Rows of a relation as PostgreSQL wrote them, one a line. */
export interface Lines {
  readonly relation: Relation;
  readonly rows: number;
  /** All of them, where they are few; undefined: they are in the file. */
  readonly lines: string | undefined;
  /** Where they are, or will be once they were written down. */
  readonly file: string;
}

interface Sink {
  readonly into: Writable;
  lines(): string | undefined;
  close(): Promise<void>;
}

/** Has PostgreSQL write the rows that meet a condition; into a file of `folder` when they are many. */
export async function writeLines(db: Scoped, relation: Relation, folder: string, condition: string): Promise<Lines> {
  const file = join(folder, `${relation.name}.tsv`);
  const sink = inLargePieces(file);
  try {
    const rows = await db.copyOut(copyStatement(relation, condition), sink.into);
    return { relation, file, rows, lines: sink.lines() };
  } finally {
    await sink.close();
  }
}

/** Writes into their files what was little enough to be held in memory, for the engine to read. */
export async function writeDown(all: readonly Lines[]): Promise<void> {
  for (const { file, lines } of all) {
    if (lines === undefined) continue;
    await mkdir(dirname(file), FOLDER);
    await writeFile(file, lines, { mode: 0o600 });
  }
}

const FOLDER = { recursive: true, mode: 0o700 } as const;

/** Rows come in small pieces, and writing each of them costs more than making it. The file is made with the first large one. */
function inLargePieces(file: string): Sink {
  let waiting: Buffer[] = [];
  let size = 0;
  let handle: FileHandle | undefined;
  const flush = async (): Promise<void> => {
    const pieces = waiting;
    [waiting, size] = [[], 0];
    await mkdir(dirname(file), FOLDER);
    handle ??= await open(file, 'w', 0o600);
    await handle.writev(pieces);
  };
  const flushThen = callbackify(flush);
  const into = new Writable({
    write(piece: Buffer, _encoding, done) {
      waiting.push(piece);
      size += piece.length;
      if (size < PIECE) done();
      else flushThen(done);
    },
    final(done) {
      if (handle === undefined || waiting.length === 0) done();
      else flushThen(done);
    },
  });
  return {
    into,
    lines: () => (handle === undefined ? Buffer.concat(waiting).toString() : undefined),
    close: async () => await handle?.close(),
  };
}
