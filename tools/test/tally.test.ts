import { describe, expect, test } from 'vitest';
import { add, faultOf, sentence, tallyOf } from './tally.ts';

const report = (passed: number, failed: number, skipped = 0, faults: readonly string[] = []): string =>
  JSON.stringify({ passed, failed, skipped, faults });

describe('the tally of a run', () => {
  test('counts what the report says', () => {
    expect(tallyOf(report(10, 2, 4, ['a › b: no', 'a › c: no']), 1)).toEqual({
      passed: 10,
      failed: 2,
      skipped: 4,
      faults: ['a › b: no', 'a › c: no'],
    });
  });

  test('is never better than the run: a broken set-up is a failure, and said', () => {
    expect(tallyOf(report(10, 0), 1)).toMatchObject({ passed: 10, failed: 1, faults: [expect.stringContaining('1')] });
    expect(tallyOf(undefined, 0)).toMatchObject({ passed: 0, failed: 1, faults: [expect.any(String)] });
    expect(tallyOf(report(10, 0, 0, ['outside any test: cut']), 1)).toMatchObject({
      failed: 1,
      faults: ['outside any test: cut'],
    });
  });

  test('adds up to one plain line', () => {
    const sum = add(tallyOf(report(10, 0), 0), tallyOf(report(5, 1, 2, ['a: no']), 1));
    expect(sentence(sum)).toBe('15 passed, 1 failed, 2 skipped');
    expect(sum.faults).toEqual(['a: no']);
  });

  test('says on one line where and what went wrong', () => {
    expect(faultOf('a.test.ts › b', 'expected 1\n+ received 2')).toBe('a.test.ts › b: expected 1');
  });
});
