/** How many tests ended how, and a line on each thing that went wrong. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly faults: readonly string[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, faults: [] };

const LONGEST_MESSAGE = 200;

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    faults: [...one.faults, ...other.faults],
  };
}

/** Where and what, on one line. */
export function faultOf(where: string, message: string): string {
  return `${where}: ${message.split('\n', 1)[0]?.slice(0, LONGEST_MESSAGE) ?? ''}`;
}

/**
 * The tally of one run of Vitest. A run that ended badly without naming a failed test (a file that did not load, a set-up
 * that broke, no test at all, no report) counts as one failure, so that the sum never looks better than the run.
 */
export function tallyOf(report: string | undefined, exitCode: number): Tally {
  const ended = report === undefined ? NOTHING : (JSON.parse(report) as Tally);
  if (ended.failed > 0 || (exitCode === 0 && report !== undefined)) return ended;
  const faults = ended.faults.length > 0 ? ended.faults : [`the run ended with ${String(exitCode)} and named no test`];
  return { ...ended, failed: 1, faults };
}

export function sentence({ passed, failed, skipped }: Tally): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}
