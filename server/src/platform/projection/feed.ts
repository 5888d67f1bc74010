import { Writable } from 'node:stream';
import { callbackify } from 'node:util';
import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import type { Column } from './codecs.ts';
import { CODECS } from './codecs.ts';
import { duckdb, duckdbBindings } from './duckdb.ts';
import type { ColumnType, Relation } from './relations.ts';

/** Rows of a vector of DuckDB. */
const ROWS = 2048;
/** What goes before the rows: eleven bytes that say what this is, flags, and how much else there is (nothing). */
const HEADER = 19;
/** The number of fields of what is no row any more. */
const TRAILER = -1;

/** Where rows go: `put` sets one from its fields, `end` appends what is left, `close` lets go, also half-way. */
interface Rows {
  put(from: DataView, begins: Int32Array, lengths: Int32Array): void;
  end(): void;
  close(): void;
}

/**
 * Takes the rows of a relation as PostgreSQL's `copy … to stdout (format binary)` gives them, and appends them to a table
 * of the same columns. Values go from one layout into the other: made into lines, written, read and taken apart again they
 * cost several times as much. All of them are one transaction of the connection, which ends with it.
 */
export async function feed(connection: DuckDBConnection, table: string, { columns }: Relation): Promise<Writable> {
  const types = Object.values(columns);
  await connection.run('begin transaction');
  const rows = await appended(connection, table, types);
  const read = reader(types.length, rows);
  let skip = HEADER;
  let rest: Buffer = Buffer.alloc(0);
  const take = (piece: Buffer): void => {
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const begin = Math.min(skip, all.length);
    skip -= begin;
    rest = all.subarray(read(new DataView(all.buffer, all.byteOffset, all.length), begin));
  };
  const endThen = callbackify(async (): Promise<void> => {
    rows.end();
    await connection.run('commit');
  });
  return new Writable({
    write: (piece: Buffer, _encoding, done) => tried(() => take(piece), done),
    final: (done) => endThen(done),
    destroy: (error, done) =>
      tried(
        () => rows.close(),
        (failed) => done(error ?? failed ?? null),
      ),
  });
}

function tried(work: () => void, done: (error?: Error) => void): void {
  try {
    work();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  done();
}

/** Reads rows from `at` on, and answers where the last whole one ended. */
function reader(fields: number, rows: Rows): (from: DataView, at: number) => number {
  const begins = new Int32Array(fields);
  const lengths = new Int32Array(fields);
  /** Where a row ends; undefined: it is not there wholly. */
  const endOf = (from: DataView, row: number): number | undefined => {
    let at = row + 2;
    for (let n = 0; n < fields; n += 1) {
      if (at + 4 > from.byteLength) return undefined;
      const length = from.getInt32(at);
      begins[n] = at + 4;
      lengths[n] = length;
      at += 4 + Math.max(0, length);
    }
    return at <= from.byteLength ? at : undefined;
  };
  return (from, begin) => {
    let at = begin;
    while (at + 2 <= from.byteLength) {
      const told = from.getInt16(at);
      if (told === TRAILER) return at + 2;
      if (told !== fields) throw new Error(`A row of ${String(told)} fields came, not of ${String(fields)}.`);
      const end = endOf(from, at);
      if (end === undefined) return at;
      rows.put(from, begins, lengths);
      at = end;
    }
    return at;
  };
}

/** Lays rows out in columns, and appends a chunk of them whenever one is full. */
async function appended(connection: DuckDBConnection, table: string, types: readonly ColumnType[]): Promise<Rows> {
  const { DuckDBDataChunk } = await duckdb();
  const bound = await duckdbBindings();
  const columns = types.map((type) => ({ codec: CODECS[type], column: emptyColumn(CODECS[type].width) }));
  const chunk = DuckDBDataChunk.create(await libraryTypes(types));
  const appender = await connection.createAppender(table);
  let count = 0;
  const append = (): void => {
    chunk.reset();
    chunk.rowCount = count;
    for (const [at, { codec, column }] of columns.entries()) {
      const vector = bound.data_chunk_get_vector(chunk.chunk, at);
      bound.copy_data_to_vector(vector, 0, column.bytes, 0, count * codec.width);
      for (const { row, text } of column.long.splice(0)) bound.vector_assign_string_element_len(vector, row, text);
      if (!column.hasNothing) continue;
      bound.vector_ensure_validity_writable(vector);
      bound.copy_data_to_vector_validity(vector, 0, column.validity.buffer, 0, column.validity.length);
      column.validity.fill(255);
      column.hasNothing = false;
    }
    appender.appendDataChunk(chunk);
    count = 0;
  };
  return {
    put(from, begins, lengths) {
      let n = 0;
      for (const { codec, column } of columns) {
        const length = lengths[n] ?? 0;
        if (length < 0) setNothing(column, count);
        else if (codec.length !== undefined && codec.length !== length)
          throw new Error(`A field of ${String(length)} bytes came for ${String(types[n])}.`);
        else codec.put(column, count, from, begins[n] ?? 0, length);
        n += 1;
      }
      count += 1;
      if (count === ROWS) append();
    },
    end() {
      if (count > 0) append();
      appender.flushSync();
    },
    close() {
      appender.clear();
      appender.closeSync();
    },
  };
}

function emptyColumn(width: number): Column {
  const bytes = new ArrayBuffer(ROWS * width);
  const validity = new Uint8Array(ROWS / 8).fill(255);
  return { bytes, view: new DataView(bytes), validity, hasNothing: false, long: [] };
}

function setNothing(column: Column, row: number): void {
  const byte = row >> 3;
  column.validity[byte] = (column.validity[byte] ?? 0) & ~(1 << (row & 7));
  column.hasNothing = true;
}

async function libraryTypes(types: readonly ColumnType[]): Promise<readonly DuckDBType[]> {
  const { BIGINT, BOOLEAN, DATE, INTEGER, TIMESTAMPTZ, UUID, VARCHAR } = await duckdb();
  const named = {
    bigint: BIGINT,
    boolean: BOOLEAN,
    date: DATE,
    integer: INTEGER,
    timestamptz: TIMESTAMPTZ,
    uuid: UUID,
    text: VARCHAR,
  } satisfies Record<ColumnType, DuckDBType>;
  return types.map((type) => named[type]);
}
