import { expect, test } from 'vitest';
import { suggestedTarget, typedValue } from './target.ts';

test.each([
  ['share', '63', 0.63],
  ['share', '63,5 %', 0.635],
  ['share', '7', 0.07],
  ['seconds', '1,5', 5400],
  ['persons', '1 284', 1284],
  ['persons', '−12', -12],
  ['persons', 'beaucoup', undefined],
  ['persons', '', undefined],
] as const)('%s typed as “%s” is %s', (unit, text, value) => {
  expect(typedValue(unit, text)).toBe(value);
});

const at = (value: number, low: number | null = null, high: number | null = null) => ({ value, low, high });

test('a suggested target is better than the baseline and possible', () => {
  expect(suggestedTarget('share', at(0.6), false)).toBe(73);
  expect(suggestedTarget('share', at(0.95), false)).toBe(97);
  expect(suggestedTarget('share', at(0.6), true)).toBe(48);
  expect(suggestedTarget('seconds', at(36_000), true)).toBe(8);
  expect(suggestedTarget('persons', at(104), false)).toBe(125);
});

test('it lies beyond what chance alone could bring, where there is room', () => {
  expect(suggestedTarget('persons', at(108, 89, 130), false)).toBe(131);
  expect(suggestedTarget('persons', at(20, 12, 31), true)).toBe(11);
  expect(suggestedTarget('share', at(0.6, 0.4, 0.78), false)).toBe(79);
  expect(suggestedTarget('share', at(0.9, 0.7, 1), false)).toBe(93);
  expect(suggestedTarget('persons', at(3, 0, 8), true)).toBe(2);
});
