import { RowReader } from '@passerelle/kit';
import { readDate } from './dates.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 100;
const LONGEST_NAME = 100;

/** The delimiter under which most rows have the same number of cells, at least two; undefined where none does. */
export function delimiterOf(texts: readonly string[]): string | undefined {
  const declared = /^sep=(.)$/i.exec(texts[0] ?? '')?.[1];
  if (declared !== undefined) return declared;
  let best: { readonly delimiter: string; readonly score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(firstRows(delimiter, texts));
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter;
}

/** Share of rows that have the commonest width; wider wins between equals. */
function scoreOf(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) {
    if (width > 1) best = Math.max(best, count / rows.length + Math.min(width, 100) / 1000);
  }
  return best;
}

/** Names of the columns: those of the first row, or « #1 », « #2 » where the first row is already data. */
export function headerOf(
  delimiter: string,
  texts: readonly string[],
): { readonly columns: readonly string[]; readonly hasHeader: boolean } {
  const cells = firstRows(delimiter, texts)[0] ?? [];
  const hasHeader = cells.some((cell) => cell.trim() !== '') && !cells.some(isData);
  const columns = cells.map((cell, at) => (hasHeader && cell.trim() !== '' ? cell.trim() : `#${at + 1}`));
  while (hasHeader && columns.length > 2 && (cells[columns.length - 1] ?? '').trim() === '') columns.pop();
  return { columns, hasHeader };
}

/** Whether a cell can hardly be the name of a column. */
function isData(cell: string): boolean {
  const text = cell.trim();
  if (text.length > LONGEST_NAME || /^https?:\/\/|^[^\s@]+@[^\s@]+\.[^\s@]+$|^-?\d{4,}$/.test(text)) return true;
  return readDate(text, 'dmy', 'UTC') !== undefined || readDate(text, 'mdy', 'UTC') !== undefined;
}

function firstRows(delimiter: string, texts: readonly string[]): (readonly string[])[] {
  const reader = new RowReader('', { delimiter });
  const lines = texts.slice(0, LOOKED_AT).filter((text) => !/^sep=.$/i.test(text));
  const taken = lines.flatMap((text, at) => reader.take({ number: at + 1, text, ended: true }));
  return taken.flatMap((row) => (row.type === 'row' ? [row.cells] : []));
}
