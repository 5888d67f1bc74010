/** How many tests ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** What Vitest's JSON report says, as far as we count it. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * The tally of one run of Vitest. A run that ended badly without naming a failed test (a file that did not load, a set-up
 * that broke, no test at all, no report) counts as one failure, so that the sum never looks better than the run.
 */
export function tallyOf(report: string | undefined, exitCode: number): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
    report === undefined
      ? { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
      : (JSON.parse(report) as Report);
  const ended: Tally = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  return ended.failed === 0 && (exitCode !== 0 || report === undefined) ? { ...ended, failed: 1 } : ended;
}

export function sentence({ passed, failed, skipped }: Tally): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}
