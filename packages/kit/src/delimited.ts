import type { ExportFile, Problem, ProblemCode } from './contract.ts';
import { textLines } from './lines.ts';
import { problemOf } from './problem.ts';

export type Row =
  | {
      readonly type: 'row';
      /** Its first line, from 1. */
      readonly line: number;
      readonly cells: readonly string[];
      /** False on a last row without line end: its last cell may be cut. */
      readonly ended: boolean;
    }
  | { readonly type: 'problem'; readonly problem: Problem };

export interface RowShape {
  readonly delimiter: string;
  /** Known number of cells; after a broken quote only rows of that many are believed. Without it none are. */
  readonly columns?: number;
}

/** Characters of one row, all its lines together. */
export const ROW_LIMIT = 1024 * 1024;
const MOST_CELLS = 500;

/**
 * Rows of a delimited text (CSV, TSV), quoted cells over several lines included, holding one row at a time.
 * A quote that is never closed costs its own row, not the rest of the file: reading goes on at the line after.
 */
export async function* rows(file: ExportFile, shape: RowShape): AsyncIterable<Row> {
  const reader = new RowReader(file.path, shape);
  for await (const line of textLines(file)) {
    if (line.type === 'line') yield* reader.take(line);
    else {
      yield* reader.broken();
      yield line;
    }
  }
  yield* reader.end();
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly ended: boolean;
}

/** The same, fed line by line: for callers that already hold lines (a preview of the first rows). */
export class RowReader {
  #open: Line[] = [];
  #cells: string[] = [];
  #size = 0;
  readonly #file: string;
  readonly #shape: RowShape;

  constructor(file: string, shape: RowShape) {
    this.#file = file;
    this.#shape = shape;
  }

  take(line: Line): Row[] {
    if (this.#open.length > 0) return this.#goOn(line);
    if (line.text.includes('"')) return this.#begin(line);
    return line.text === '' ? [] : [this.#row(line, line.ended, line.text.split(this.#shape.delimiter))];
  }

  /** A line that could not be decoded: the row it may belong to is given up. */
  broken(): Row[] {
    return this.#open.length === 0 ? [] : this.#giveUp('wrong_shape');
  }

  end(): Row[] {
    return this.#open.length === 0 ? [] : this.#giveUp('cut_short');
  }

  #begin(line: Line): Row[] {
    this.#cells = [];
    const rest = readCells(line.text, 0, this.#shape.delimiter, this.#cells);
    if (rest === 'open') {
      this.#open = [line];
      this.#size = line.text.length;
      return [];
    }
    if (rest === 'broken') return [this.#problem('wrong_shape', line)];
    return [this.#row(line, line.ended, this.#cells)];
  }

  #goOn(line: Line): Row[] {
    this.#open.push(line);
    this.#size += line.text.length + 1;
    if (this.#size > ROW_LIMIT) return this.#giveUp('element_too_big');
    const rest = continueCell(line.text, this.#shape.delimiter, this.#cells);
    if (rest === 'open') return [];
    if (rest === 'broken') return this.#giveUp('wrong_shape');
    const first = this.#open[0] ?? line;
    this.#open = [];
    return [this.#row(first, line.ended, this.#cells)];
  }

  /** Tells the row with the broken quote, then reads its following lines anew as rows of their own. */
  #giveUp(code: ProblemCode): Row[] {
    const [first, ...others] = this.#open;
    this.#open = [];
    if (first === undefined) return [];
    const found: Row[] = [this.#problem(code, first)];
    for (const line of others) {
      for (const row of this.take(line)) if (this.#believed(row)) found.push(row);
    }
    return found;
  }

  #believed(row: Row): boolean {
    return row.type === 'row' && row.cells.length === this.#shape.columns;
  }

  #row(first: Line, ended: boolean, cells: readonly string[]): Row {
    if (cells.length > MOST_CELLS) return this.#problem('wrong_shape', first);
    return { type: 'row', line: first.number, cells, ended };
  }

  #problem(code: ProblemCode, { number, text }: Line): Row {
    return { type: 'problem', problem: problemOf(this.#file, code, { line: number, excerpt: text }) };
  }
}

type Rest = 'done' | 'open' | 'broken';

/** Reads cells from `at` to the end of the line; `open` when the last one is quoted and goes on below. */
function readCells(text: string, at: number, delimiter: string, cells: string[]): Rest {
  let start = at;
  for (;;) {
    if (text[start] === '"') {
      const rest = quotedCell(text, start + 1, '', delimiter, cells);
      if (typeof rest === 'string') return rest;
      start = rest;
      continue;
    }
    const end = text.indexOf(delimiter, start);
    cells.push(end < 0 ? text.slice(start) : text.slice(start, end));
    if (end < 0) return 'done';
    start = end + delimiter.length;
  }
}

/** The line below an open cell. */
function continueCell(text: string, delimiter: string, cells: string[]): Rest {
  const rest = quotedCell(text, 0, `${cells.pop() ?? ''}\n`, delimiter, cells);
  return typeof rest === 'string' ? rest : readCells(text, rest, delimiter, cells);
}

/** Reads the inside of a quoted cell into `cells`; gives where the next cell starts, or what became of the row. */
function quotedCell(text: string, at: number, before: string, delimiter: string, cells: string[]): Rest | number {
  let cell = before;
  let start = at;
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote < 0) {
      cells.push(cell + text.slice(start));
      return 'open';
    }
    cell += text.slice(start, quote);
    if (text[quote + 1] !== '"') {
      cells.push(cell);
      if (quote + 1 === text.length) return 'done';
      return text.startsWith(delimiter, quote + 1) ? quote + 1 + delimiter.length : 'broken';
    }
    cell += '"';
    start = quote + 2;
  }
}
