/** What became of one element of an export: a message, a person, a thread, whatever its kind of place tells apart. */
export type Fate = 'added' | 'changed' | 'unchanged' | 'withheld';

export type FateCounts = Readonly<Record<'read' | Fate, number>>;

/**
 * Counts each element of one run once, by what became of it in the end, however many copies of it the export holds: a
 * person who changes name in the middle of a first import is new, and not changed as well.
 */
export class Fates {
  readonly #seen = new Seen();

  /** An element that was counted before, by a process that was killed since: it stays counted as it was. */
  pass(id: string): void {
    this.#seen.put(id, false);
  }

  /** What a batch adds to the counts of its run; `unchanged` may be taken back. */
  tell(fates: Iterable<readonly [id: string, fate: Fate]>): FateCounts {
    const counts = { read: 0, added: 0, changed: 0, unchanged: 0, withheld: 0 };
    for (const [id, fate] of fates) {
      const before = this.#seen.find(id);
      if (before === undefined) {
        counts.read += 1;
        counts[fate] += 1;
        this.#seen.put(id, fate === 'unchanged');
      } else if (before.isUnchanged && fate === 'changed') {
        counts.unchanged -= 1;
        counts.changed += 1;
        before.settle();
      }
    }
    return counts;
  }
}

interface Found {
  readonly isUnchanged: boolean;
  /** From now on it counts as something else than unchanged. */
  settle(): void;
}

interface Shelf {
  readonly cells: Uint32Array;
  used: number;
}

const FIRST_CELLS = 1 << 16;
const FULL = 0.75;
const UNCHANGED = 1;

/**
 * Which ids were met, in about eight bytes each: an export of millions must not fill the memory with its ids. A cell
 * holds 30 bits of an id that is a digest itself, at a place told by other bits of it, so two of a million are taken
 * for one another once in a score of runs; a count is then wrong by one. Shelves are added, nothing is moved.
 */
class Seen {
  readonly #shelves: Shelf[] = [{ cells: new Uint32Array(FIRST_CELLS), used: 0 }];

  find(id: string): Found | undefined {
    const mark = markOf(id);
    for (const { cells } of this.#shelves) {
      const at = cellOf(cells, id, mark);
      const cell = cells[at] ?? 0;
      if (cell === 0) continue;
      return {
        isUnchanged: (cell & UNCHANGED) !== 0,
        settle: () => {
          cells[at] = mark;
        },
      };
    }
    return undefined;
  }

  put(id: string, isUnchanged: boolean): void {
    const mark = markOf(id);
    const shelf = this.#roomy();
    shelf.cells[cellOf(shelf.cells, id, mark)] = isUnchanged ? mark | UNCHANGED : mark;
    shelf.used += 1;
  }

  #roomy(): Shelf {
    const last = this.#shelves.at(-1);
    if (last !== undefined && last.used < last.cells.length * FULL) return last;
    const shelf = { cells: new Uint32Array((last?.cells.length ?? FIRST_CELLS) * 2), used: 0 };
    this.#shelves.push(shelf);
    return shelf;
  }
}

/** Never zero, which is an empty cell; its lowest bit is free. */
function markOf(id: string): number {
  return ((Number.parseInt(id.slice(-8), 16) & ~UNCHANGED) | 2) >>> 0;
}

/** Where the mark stands, or the empty cell where it would. */
function cellOf(cells: Uint32Array, id: string, mark: number): number {
  const mask = cells.length - 1;
  let at = Number.parseInt(id.slice(0, 8), 16) & mask;
  for (;;) {
    const cell = cells[at] ?? 0;
    if (cell === 0 || (cell & ~UNCHANGED) >>> 0 === mark) return at;
    at = (at + 1) & mask;
  }
}
