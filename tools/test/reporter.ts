import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { NOTHING, add, faultOf, type Tally } from './tally.ts';

/** The variable that says where the count of a run goes. */
export const REPORT = 'PASSERELLE_TEST_REPORT';

/** Counts a run of Vitest and keeps, a line each, what went wrong: also what no test is named for. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const path = process.env[REPORT];
    if (path === undefined) return;
    const outside = unhandled.map((error) => faultOf(duringWhat(error), error.message));
    const tally = modules.map(countOf).reduce(add, { ...NOTHING, faults: outside });
    writeFileSync(path, JSON.stringify(tally));
  }
}

function duringWhat({ VITEST_TEST_PATH: path }: SerializedError): string {
  return typeof path === 'string' ? `during ${relative(process.cwd(), path)}` : 'outside any test';
}

function countOf(module: TestModule): Tally {
  const file = relative(process.cwd(), module.moduleId);
  const count = { passed: 0, failed: 0, skipped: 0 };
  const faults = module.errors().map(({ message }) => faultOf(file, message));
  for (const suite of module.children.allSuites()) {
    faults.push(...suite.errors().map(({ message }) => faultOf(`${file} › ${suite.fullName}`, message)));
  }
  for (const test of module.children.allTests()) {
    const { state, errors } = test.result();
    count[state === 'pending' ? 'skipped' : state] += 1;
    if (state === 'failed') faults.push(faultOf(`${file} › ${test.fullName}`, errors[0]?.message ?? ''));
  }
  return { ...count, faults };
}
