/** One number of a table of parts, and how it came to be. */
export interface Cell {
  readonly key: string;
  /** How many persons stand behind it. */
  readonly persons: number;
  /** For sums of what persons did: the share of the one who did most, 0 to 1. */
  readonly largest?: number;
  /** Tells of a few persons for a reason of its own, whatever its number. */
  readonly tells?: boolean;
}

export interface Suppressed {
  /** Keys of the cells not to be shown. */
  readonly hidden: ReadonlySet<string>;
  readonly hidesTotal: boolean;
}

export interface SuppressionRule {
  /** The smallest group shown; at least 2. */
  readonly k: number;
  /** Whether the sum of the cells is shown as well, or can be had elsewhere. */
  readonly showsTotal: boolean;
}

/** Whether so few stand behind a number that it tells of somebody. None at all tells of nobody. */
export function isFew(persons: number, k: number): boolean {
  return persons > 0 && persons < k;
}

/** Whether one person makes more than half of a sum. */
export function isDominated({ persons, largest = 0 }: Omit<Cell, 'key'>): boolean {
  return persons > 0 && largest > 0.5;
}

/** Whether a part may be told beside its whole: neither it nor what is left of the whole may be a few. */
export function mayTell(part: number, whole: number, k: number): boolean {
  return !isFew(part, k) && !isFew(whole - part, k);
}

/**
 * Which cells of a table are hidden: those of a few persons or made by one; then, where the total is known, the next
 * smallest ones, until at least two are hidden and at least `k` persons stand behind what is hidden, so that no
 * subtraction gives it back. Where nothing is left to hide with, the total is hidden.
 */
export function suppress(cells: readonly Cell[], { k, showsTotal }: SuppressionRule): Suppressed {
  const total = cells.reduce((sum, cell) => sum + cell.persons, 0);
  if (isFew(total, k)) return { hidden: new Set(cells.map(({ key }) => key)), hidesTotal: true };
  const hidden = cells.filter((cell) => cell.tells === true || isFew(cell.persons, k) || isDominated(cell));
  if (!showsTotal || hidden.length === 0) return { hidden: keysOf(hidden), hidesTotal: false };
  const others = cells
    .filter((cell) => cell.persons > 0 && !hidden.includes(cell))
    .toSorted((a, b) => a.persons - b.persons || a.key.localeCompare(b.key));
  while (isGivenAway(hidden, k)) {
    const next = others.shift();
    if (next === undefined) return { hidden: keysOf(hidden), hidesTotal: true };
    hidden.push(next);
  }
  return { hidden: keysOf(hidden), hidesTotal: false };
}

function isGivenAway(hidden: readonly Cell[], k: number): boolean {
  return hidden.length === 1 || hidden.reduce((sum, cell) => sum + cell.persons, 0) < k;
}

function keysOf(cells: readonly Cell[]): ReadonlySet<string> {
  return new Set(cells.map(({ key }) => key));
}
