import { expect, test } from 'vitest';
import type { SegmentRule } from '#cockpit/segments/wire.ts';
import { aLine, BEGINNINGS, draftOf, freshDraft, ruleOf } from './draft.ts';

const BUSY = BEGINNINGS.activity;

test('a rule goes into the editor and comes out as it was', () => {
  const rules: readonly SegmentRule[] = [
    { is: 'all', rules: [BUSY, { is: 'not', rule: BEGINNINGS.state }] },
    { is: 'any', rules: [{ is: 'not', rule: { is: 'any', rules: [BUSY, { is: 'not', rule: BEGINNINGS.kind }] } }] },
  ];
  for (const rule of rules) expect(ruleOf(draftOf(rule) ?? freshDraft())).toEqual(rule);
  // A condition by itself is a group of one.
  expect(ruleOf(draftOf(BUSY) ?? freshDraft())).toEqual({ is: 'all', rules: [BUSY] });
  // Deeper than the editor goes.
  const deep: SegmentRule = { is: 'any', rules: [{ is: 'all', rules: [{ is: 'any', rules: [BUSY] }] }] };
  expect(draftOf(deep)).toBeUndefined();
});

test('what is not finished is no rule yet', () => {
  const ruleWith = (of: Parameters<typeof aLine>[0]) => ruleOf({ mode: 'all', lines: [aLine(of)] });
  expect(ruleOf(freshDraft())).toBeDefined();
  expect(ruleOf({ mode: 'all', lines: [] })).toBeUndefined();
  expect(ruleWith(BEGINNINGS.place)).toBeUndefined();
  expect(ruleWith({ ...BUSY, count: 0 })).toBeUndefined();
  expect(ruleWith({ ...BUSY, how: 'at_most', count: 0 })).toBeDefined();
  expect(ruleWith({ ...BUSY, count: Number.NaN })).toBeUndefined();
  expect(ruleWith({ ...BUSY, within: { from: '2026-02-01', until: '2026-01-01' } })).toBeUndefined();
  expect(ruleWith({ mode: 'any', lines: [] })).toBeUndefined();
});
