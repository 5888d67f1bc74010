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

/** The one in the middle; of an even number, the later of the two. */
export function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** The last lines of a benchmark, for people and for programs: `goal <name> <measured> <target> met|missed`. */
export function sayGoals(goals: readonly Goal[]): void {
  for (const goal of goals) {
    const sign = goal.kind === 'least' ? '>=' : '<=';
    const unit = goal.unit ?? '';
    say(
      `goal ${goal.name} ${short(goal.measured)}${unit} ${sign}${short(goal.target)}${unit} ${isMet(goal) ? 'met' : 'missed'}`,
    );
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
