import { describe, expect, test } from 'vitest';
import { add, sentence, tallyOf } from './tally.ts';

const report = (passed: number, failed: number, pending = 0, todo = 0): string =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo });

describe('the tally of a run', () => {
  test('counts what the report says', () => {
    expect(tallyOf(report(10, 2, 3, 1), 1)).toEqual({ passed: 10, failed: 2, skipped: 4 });
  });

  test('is never better than the run: a broken set-up is a failure', () => {
    expect(tallyOf(report(10, 0), 1)).toEqual({ passed: 10, failed: 1, skipped: 0 });
    expect(tallyOf(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('adds up to one plain line', () => {
    const sum = add(tallyOf(report(10, 0), 0), tallyOf(report(5, 1, 2), 1));
    expect(sentence(sum)).toBe('15 passed, 1 failed, 2 skipped');
  });
});
