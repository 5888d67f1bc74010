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

test('a suggested target is better than the baseline and possible', () => {
  expect(suggestedTarget('share', 0.6, false)).toBe(73);
  expect(suggestedTarget('share', 0.95, false)).toBe(97);
  expect(suggestedTarget('share', 0.6, true)).toBe(48);
  expect(suggestedTarget('seconds', 36_000, true)).toBe(8);
  expect(suggestedTarget('persons', 104, false)).toBe(125);
});
