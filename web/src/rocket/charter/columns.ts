import type { CharterLine, CharterView, LetterView } from '#rocket/charter/wire.ts';
import type { FunctionName } from '#kernel/actor.ts';

/** Somebody a letter can be given to: a function, or one person. */
export interface Column {
  readonly key: string;
  readonly function: FunctionName | null;
  readonly colleagueId: string | null;
}

const FUNCTIONS: readonly FunctionName[] = [
  'sponsor',
  'pilot',
  'host',
  'moderator',
  'owner',
  'expert',
  'compliance',
  'admin',
];

/** The columns of the matrix, by function or by person. */
export function columnsOf({ people }: Pick<CharterView, 'people'>, by: 'function' | 'person'): readonly Column[] {
  return by === 'function'
    ? FUNCTIONS.map((name) => ({ key: name, function: name, colleagueId: null }))
    : people.map(({ id }) => ({ key: id, function: null, colleagueId: id }));
}

export interface Cell {
  /** Written for exactly this column. */
  readonly own: LetterView | null;
  /** What counts for a person by his functions, where nothing is written for him. */
  readonly inherited: LetterView | null;
  /** How often a person was seen at it. */
  readonly deeds: number;
}

const NONE: Cell = { own: null, inherited: null, deeds: 0 };

export function cellOf(line: CharterLine, column: Column): Cell {
  if (column.function !== null) return { ...NONE, own: line.functions[column.function] ?? null };
  const found = line.people.find(({ colleagueId }) => colleagueId === column.colleagueId);
  if (found === undefined) return NONE;
  return { own: found.own, inherited: found.own === null ? found.letter : null, deeds: found.deeds };
}

/** The cell a key leads to, or undefined where it leads nowhere. */
export function moved(
  { row, column }: { readonly row: number; readonly column: number },
  key: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number } | undefined {
  const steps: Readonly<Partial<Record<string, readonly [number, number]>>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [0, -column],
    End: [0, columns - 1 - column],
  };
  const step = steps[key];
  if (step === undefined) return undefined;
  return {
    row: Math.min(rows - 1, Math.max(0, row + step[0])),
    column: Math.min(columns - 1, Math.max(0, column + step[1])),
  };
}

/** What a key writes into a cell: a letter, nothing (null), or the next of them all (Enter, space); undefined: not a writing key. */
export function written(key: string, before: LetterView | null): LetterView | null | undefined {
  const all = [null, 'R', 'A', 'C', 'I'] as const;
  if (key === 'Enter' || key === ' ') return all[(all.indexOf(before) + 1) % all.length] ?? null;
  if (key === 'Backspace' || key === 'Delete') return null;
  return all.find((letter) => letter !== null && letter === key.toUpperCase());
}
