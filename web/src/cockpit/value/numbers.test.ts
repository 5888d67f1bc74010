import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asTyped, leading, moneyIn, typedNumber } from './numbers.ts';

test.each([
  ['money', '1 200,50', 120_050],
  ['money', '19,99 €', 1999],
  ['share', '62,5 %', 0.625],
  ['share', '7', 0.07],
  ['count', '0.5', 0.5],
  ['money', '−3', -300],
  ['count', 'beaucoup', undefined],
  ['count', '', undefined],
] as const)('%s: “%s” is kept as %s', (unit, text, kept) => {
  expect(typedNumber(unit, text)).toBe(kept);
});

test('what is kept comes back as it was typed, in both languages', () => {
  const unit = fc.constantFrom('count' as const, 'share' as const, 'money' as const);
  fc.assert(
    fc.property(unit, fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom('fr', 'en'), (of, whole, language) => {
      const kept = of === 'share' ? whole / 10_000_000 : whole;
      expect(typedNumber(of, asTyped(of, kept, language))).toBe(kept);
    }),
    { numRuns: 200 },
  );
});

test('money is written in its language; sums of guesses by their leading figures', () => {
  const [fr, en] = [moneyIn('fr', 'EUR'), moneyIn('en', 'EUR')];
  expect(fr.exact(120_050)).toBe('1\u00A0200,50\u00A0€');
  expect(en.exact(120_000)).toBe('€1,200');
  expect(fr.about(3_123_456)).toBe('31\u00A0000\u00A0€');
  expect(fr.about(-3_123_456, 3)).toBe('−31\u00A0200\u00A0€');
  expect(leading(-0.2, 2)).toBe(0);
});
