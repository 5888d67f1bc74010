import type { ColumnType } from './relations.ts';

/** One column of a chunk, laid out as DuckDB has it. */
export interface Column {
  readonly bytes: ArrayBuffer;
  readonly view: DataView;
  /** A bit for each row: unset where it holds nothing. */
  readonly validity: Uint8Array<ArrayBuffer>;
  /** Whether a bit is unset. */
  hasNothing: boolean;
  /** Texts that do not fit in, to be set once the rest is. */
  readonly long: { readonly row: number; readonly text: Uint8Array }[];
}

/** How a field of PostgreSQL's binary rows, its higher bytes first, becomes a value of DuckDB, its lower bytes first. */
export interface Codec {
  /** Bytes of a value in DuckDB. */
  readonly width: number;
  /** Bytes of the field; undefined: as many as it says. */
  readonly length: number | undefined;
  /** Sets a row to the field of `length` bytes that begins at `at`. */
  put(column: Column, row: number, from: DataView, at: number, length: number): void;
}

/** From 1970, where DuckDB counts from, to 2000, where PostgreSQL does: microseconds, in two halves, and days. */
const TO_2000 = { high: 220_417, low: 993_517_568, days: 10_957 } as const;
const HALF = 2 ** 32;
const SIGN = -(2 ** 31);
/** A text up to here stands behind its length; of a longer one, only where it lies. */
const SHORT_TEXT = 12;

export const CODECS: Readonly<Record<ColumnType, Codec>> = {
  // The higher half last, its sign turned round: so ids lie in the order of their letters.
  uuid: {
    width: 16,
    length: 16,
    put({ view }, row, from, at) {
      const to = row * 16;
      view.setUint32(to, from.getUint32(at + 12), true);
      view.setUint32(to + 4, from.getUint32(at + 8), true);
      view.setUint32(to + 8, from.getUint32(at + 4), true);
      view.setInt32(to + 12, from.getInt32(at) ^ SIGN, true);
    },
  },
  boolean: {
    width: 1,
    length: 1,
    put: ({ view }, row, from, at) => view.setUint8(row, from.getUint8(at)),
  },
  integer: {
    width: 4,
    length: 4,
    put: ({ view }, row, from, at) => view.setInt32(row * 4, from.getInt32(at), true),
  },
  date: {
    width: 4,
    length: 4,
    put: ({ view }, row, from, at) => view.setInt32(row * 4, from.getInt32(at) + TO_2000.days, true),
  },
  bigint: {
    width: 8,
    length: 8,
    put({ view }, row, from, at) {
      view.setUint32(row * 8, from.getUint32(at + 4), true);
      view.setInt32(row * 8 + 4, from.getInt32(at), true);
    },
  },
  timestamptz: {
    width: 8,
    length: 8,
    put({ view }, row, from, at) {
      const low = from.getUint32(at + 4) + TO_2000.low;
      view.setUint32(row * 8, low, true);
      view.setInt32(row * 8 + 4, from.getInt32(at) + TO_2000.high + (low >= HALF ? 1 : 0), true);
    },
  },
  text: {
    width: 16,
    length: undefined,
    put({ view, long }, row, from, at, length) {
      const to = row * 16;
      for (let n = 0; n < 16; n += 4) view.setUint32(to + n, 0, true);
      if (length <= SHORT_TEXT) {
        view.setUint32(to, length, true);
        for (let n = 0; n < length; n += 1) view.setUint8(to + 4 + n, from.getUint8(at + n));
      } else long.push({ row, text: new Uint8Array(from.buffer, from.byteOffset + at, length).slice() });
    },
  },
};
