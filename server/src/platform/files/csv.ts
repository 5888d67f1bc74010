import type { Language } from '#kernel/language.ts';

type Cell = string | number | boolean | null | undefined;

/** Spreadsheets take a cell that starts like this for a formula and run it; full-width signs count too. */
const FORMULA = /^'*[=+\-@\t\r\n|%＝＋－＠]/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** Marks the file as UTF-8 for spreadsheets that would otherwise guess; goes before the first line. */
export const CSV_START = '\uFEFF';

/**
 * One line of a CSV file (RFC 4180). French spreadsheets expect semicolons, the others commas. Text that a spreadsheet
 * would run gets an apostrophe in front; reading back takes one apostrophe away before such a sign.
 */
export function csvLine(cells: readonly Cell[], language: Language): string {
  return `${cells.map(cellText).join(language === 'fr' ? ';' : ',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
