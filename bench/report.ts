/** What every benchmark prints: a table of what was measured, where we lose, and last one line for each goal. */
export interface Goal {
  readonly name: string;
  readonly measured: number;
  readonly target: number;
  /** `least`: measured must reach the target; `most`: must stay under it. */
  readonly kind: 'least' | 'most';
  readonly unit?: string;
}

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

export function isMet({ measured, target, kind }: Goal): boolean {
  return kind === 'least' ? measured >= target : measured <= target;
}

function short(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0);
}

/** A number and its goal, with so many digits that one stands on the side of the other where it is. */
function beside({ measured, target }: Goal): readonly [measured: string, target: string] {
  const told = short(target);
  const side = Math.sign(measured - target);
  const texts = [short(measured), ...[1, 2, 3, 4, 5, 6].map((digits) => measured.toFixed(digits))];
  return [texts.find((text) => Math.sign(Number(text) - Number(told)) === side) ?? short(measured), told];
}

/** The one in the middle; of an even number, the later of the two. */
export function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** The last lines of a benchmark, for people and for programs: `goal <name> <measured> <target> met|missed`. */
export function sayGoals(goals: readonly Goal[]): void {
  for (const goal of goals) {
    const sign = goal.kind === 'least' ? '>=' : '<=';
    const unit = goal.unit ?? '';
    const [measured, target] = beside(goal);
    say(`goal ${goal.name} ${measured}${unit} ${sign}${target}${unit} ${isMet(goal) ? 'met' : 'missed'}`);
  }
}

/** Columns of even width. */
export function sayTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    say(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
    );
}
