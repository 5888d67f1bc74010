import pg from 'pg';

type Parser = (text: string) => unknown;

const OID = { int8: 20, int8Array: 1016, date: 1082, dateArray: 1182, timestamp: 1114, textArray: 1009 } as const;

/** A number when it holds the value exactly, else the digits as text: a silent rounding would be worse. */
function wholeNumber(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

const keep: Parser = (text) => text;
const listOf = (item: (text: string) => unknown): Parser => {
  const parseTexts = pg.types.getTypeParser(Number(OID.textArray), 'text') as (text: string) => (string | null)[];
  return (text) => parseTexts(text).map((entry) => (entry === null ? null : item(entry)));
};

/** Days stay `YYYY-MM-DD`: a `Date` would move them by a zone. Instants (timestamptz) become `Date`, as pg does itself. */
const OURS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [OID.int8, wholeNumber],
  [OID.int8Array, listOf(wholeNumber)],
  [OID.date, keep],
  [OID.dateArray, listOf(keep)],
  [OID.timestamp, keep],
]);

function getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
  return OURS.get(oid) ?? (pg.types.getTypeParser(oid, format ?? 'text') as Parser);
}

/** How values come back on connections of the runtime role. Connections of the owner keep pg's own ways. */
export const runtimeTypes: pg.CustomTypesConfig = { getTypeParser };
