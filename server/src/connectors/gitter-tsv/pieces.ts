import { isInstant, isNews, problemOf, problemPiece, rawPiece, rows } from '@passerelle/kit';
import type { ExportFile, ImportState, Piece, ProblemCode, Raw, Row } from '@passerelle/kit';
import { COLUMNS } from './schema.ts';
import type { Line } from './schema.ts';

/** Characters of any column but the text. */
const LONGEST = 200;

/** Accounts that were closed left their messages without author: they share this one. */
const GONE = 'removed-account';
const SHAPE = { delimiter: '\t', columns: COLUMNS };

/** Reads one room. A room where nobody ever wrote is an empty file: it is told by its file name. */
export async function* pieces(file: ExportFile, state: ImportState): AsyncIterable<Piece> {
  let empty = true;
  for await (const row of rows(file, SHAPE)) {
    empty = false;
    if (row.type === 'problem') yield row;
    else for (const piece of piecesOf(file.path, row, state)) yield piece;
  }
  if (empty)
    yield rawPiece({ kind: 'room', externalId: roomOf(file.path), version: '', payload: { name: roomOf(file.path) } });
}

type Cells = Extract<Row, { readonly type: 'row' }>;

function piecesOf(path: string, row: Cells, state: ImportState): Piece[] {
  const flaw = flawOf(row);
  if (flaw !== undefined) {
    return [problemPiece(problemOf(path, flaw, { line: row.line, excerpt: row.cells.join(' ') }))];
  }
  const raws = rawsOf(row, state).map(rawPiece);
  // A last line without its end may lack the end of its text: it is kept until a whole copy comes.
  return row.ended ? raws : [...raws, problemPiece(problemOf(path, 'cut_short', { line: row.line }))];
}

function flawOf({ cells, ended }: Cells): ProblemCode | undefined {
  const [, room = '', at = '', , , id = ''] = cells;
  if (cells.length !== COLUMNS) return ended ? 'wrong_shape' : 'cut_short';
  if (room.trim() === '' || id.trim() === '') return 'missing_field';
  if (cells.slice(0, -1).some((cell) => cell.length > LONGEST)) return 'wrong_shape';
  return isInstant(at) ? undefined : 'bad_date';
}

function rawsOf({ cells, ended }: Cells, state: ImportState): Raw[] {
  const [, room = '', at = '', account = '', name = '', id = '', text = ''] = cells;
  const author = account.trim() === '' ? GONE : account;
  const handle = name.trim() === '' ? author : name;
  const around: Raw[] = [
    { kind: 'room', externalId: room, version: '1', payload: { name: nameOf(room) } },
    { kind: 'person', externalId: author, version: at, payload: { handle } },
  ];
  const payload: Line = { room, at, author, text };
  return [
    ...around.filter((raw) => isNews(state, raw)),
    { kind: 'message', externalId: id, version: ended ? at : '', payload },
  ];
}

/** « community/room » is known by its last part. */
function nameOf(room: string): string {
  return room.slice(room.lastIndexOf('/') + 1) || room;
}

function roomOf(path: string): string {
  const name = path.replace(/^.*\//, '').replace(/\.tsv(\.gz)?$/i, '');
  return name.trim() === '' ? path : name;
}
