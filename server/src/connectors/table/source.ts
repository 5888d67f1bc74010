import { RowReader, badCharacter, problemOf, textLines } from '@passerelle/kit';
import type { ExportFile, Problem, Row, TextLine } from '@passerelle/kit';
import { delimiterOf, headerOf } from './layout.ts';
import { flat } from './flat.ts';

/** One row, cells by column name. `line` is its first line; `ended` is false on a last row without line end. */
export interface Cells {
  readonly line: number;
  readonly ended: boolean;
  readonly cells: ReadonlyMap<string, string>;
}

export type Item =
  | { readonly type: 'row'; readonly row: Cells }
  | { readonly type: 'problem'; readonly problem: Problem };

export interface Table {
  readonly columns: readonly string[];
  /** What stands in the first lines, problems included: given again by `items`. */
  readonly sample: readonly Item[];
  /** All rows, the sample's first. */
  items(): AsyncIterable<Item>;
  /** Lets go of the file: to be called when all was said. */
  close(): Promise<void>;
}

const SAMPLE_LINES = 1_000;
const SAMPLE_CHARACTERS = 1024 * 1024;

/** Turns lines into rows: delimited text or JSON Lines. */
interface RowMaker {
  readonly columns: readonly string[];
  take(line: TextLine): Item[];
  end(): Item[];
}

/** Opens a table: looks at its first lines to know how it is written, then streams it. Undefined: no table at all. */
export async function openTable(file: ExportFile): Promise<Table | undefined> {
  const lines = textLines(file)[Symbol.asyncIterator]();
  const first = await sampled(lines);
  const maker = makerOf(file.path, first.lines);
  if (maker === undefined) {
    await lines.return?.();
    return undefined;
  }
  const sample = first.lines.flatMap((line) => maker.take(line));
  if (first.ended) sample.push(...maker.end());
  async function* items(made: RowMaker): AsyncIterable<Item> {
    yield* sample;
    if (first.ended) return;
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) yield* made.take(next.value);
    yield* made.end();
  }
  return {
    columns: maker.columns,
    sample,
    items: () => items(maker),
    close: async () => void (await lines.return?.()),
  };
}

async function sampled(
  lines: AsyncIterator<TextLine>,
): Promise<{ readonly lines: TextLine[]; readonly ended: boolean }> {
  const taken: TextLine[] = [];
  for (let size = 0; taken.length < SAMPLE_LINES && size < SAMPLE_CHARACTERS;) {
    const next = await lines.next();
    if (next.done === true) return { lines: taken, ended: true };
    if (next.value.type === 'line') size += next.value.text.length;
    taken.push(next.value);
  }
  return { lines: taken, ended: false };
}

function makerOf(path: string, sample: readonly TextLine[]): RowMaker | undefined {
  const texts = sample.flatMap((line) => (line.type === 'line' && line.text.trim() !== '' ? [line.text] : []));
  if (texts.some((text) => flat(text) !== undefined)) return jsonMaker(path, texts);
  const delimiter = delimiterOf(texts);
  return delimiter === undefined ? undefined : delimitedMaker(path, delimiter, texts);
}

function jsonMaker(path: string, texts: readonly string[]): RowMaker {
  const columns = new Set<string>();
  for (const text of texts) for (const name of flat(text)?.keys() ?? []) columns.add(name);
  return {
    columns: [...columns],
    take(line) {
      if (line.type === 'problem') return [line];
      if (line.text.trim() === '') return [];
      const cells = flat(line.text);
      const where = { line: line.number, excerpt: line.text };
      if (cells === undefined) {
        return [{ type: 'problem', problem: problemOf(path, line.ended ? 'not_json' : 'cut_short', where) }];
      }
      const bad = line.text.includes('\\u') ? badCharacter([...cells.values()]) : undefined;
      if (bad !== undefined) return [{ type: 'problem', problem: problemOf(path, bad, where) }];
      return [{ type: 'row', row: { line: line.number, ended: line.ended, cells } }];
    },
    end: () => [],
  };
}

function delimitedMaker(path: string, delimiter: string, texts: readonly string[]): RowMaker {
  const { columns, hasHeader } = headerOf(delimiter, texts);
  const reader = new RowReader(path, { delimiter, columns: columns.length });
  let awaitsHeader = hasHeader;
  const itemOf = (row: Row): Item[] => {
    if (row.type === 'problem') return [row];
    if (awaitsHeader) {
      awaitsHeader = false;
      return [];
    }
    return rowItem(path, row, columns);
  };
  return {
    columns,
    take(line) {
      if (line.type === 'problem') return [...reader.broken().flatMap(itemOf), line];
      return /^sep=.$/i.test(line.text) && line.number === 1 ? [] : reader.take(line).flatMap(itemOf);
    },
    end: () => reader.end().flatMap(itemOf),
  };
}

function rowItem(path: string, row: Extract<Row, { readonly type: 'row' }>, columns: readonly string[]): Item[] {
  const { cells, line, ended } = row;
  if (cells.every((cell) => cell.trim() === '')) return [];
  if (cells.length < columns.length || cells.slice(columns.length).some((cell) => cell !== '')) {
    const code = !ended && cells.length < columns.length ? 'cut_short' : 'wrong_shape';
    return [{ type: 'problem', problem: problemOf(path, code, { line, excerpt: cells.join(' | ') }) }];
  }
  return [{ type: 'row', row: { line, ended, cells: new Map(columns.map((name, at) => [name, cells[at] ?? ''])) } }];
}
