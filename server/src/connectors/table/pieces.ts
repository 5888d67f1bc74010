import { isNews, problemOf, problemPiece, rawPiece } from '@passerelle/kit';
import type { ExportFile, ImportOptions, ImportState, Piece } from '@passerelle/kit';
import { mappingOf } from './mapping.ts';
import { understand } from './row.ts';
import { openTable } from './source.ts';
import type { Cells, Table } from './source.ts';

/** Reads one table, row after row, as the options map it. */
export async function* pieces(file: ExportFile, state: ImportState, options: ImportOptions): AsyncIterable<Piece> {
  const table = await openTable(file);
  if (table === undefined) {
    yield problemPiece(problemOf(file.path, 'unknown_file'));
    return;
  }
  try {
    yield* tablePieces(file.path, table, state, options);
  } finally {
    await table.close();
  }
}

async function* tablePieces(
  path: string,
  table: Table,
  state: ImportState,
  options: ImportOptions,
): AsyncIterable<Piece> {
  const twice = table.columns.find((name, at) => table.columns.indexOf(name) !== at);
  if (twice !== undefined) {
    yield problemPiece(problemOf(path, 'duplicate_header', { line: 1, excerpt: twice }));
    return;
  }
  const found = mappingOf(table, options);
  if ('lacks' in found) {
    yield problemPiece(problemOf(path, 'missing_field', { line: 1, excerpt: found.lacks.join(', ') }));
    return;
  }
  const name = nameOf(path);
  for await (const item of table.items()) {
    if (item.type === 'problem') yield item;
    else yield* rowPieces(path, item.row, understand(item.row, found.mapping, name), state);
  }
}

function* rowPieces(
  path: string,
  row: Cells,
  found: ReturnType<typeof understand>,
  state: ImportState,
): Iterable<Piece> {
  if (typeof found === 'string') {
    yield problemPiece(problemOf(path, found, { line: row.line, excerpt: [...row.cells.values()].join(' | ') }));
    return;
  }
  for (const raw of found.around) if (isNews(state, raw)) yield rawPiece(raw);
  yield rawPiece(found.message);
}

/** A file is one channel unless a column tells more. */
function nameOf(path: string): string {
  const name = path
    .replace(/^.*\//, '')
    .replace(/\.gz$/i, '')
    .replace(/\.[a-z]+$/i, '');
  return name.trim() === '' ? path : name;
}
