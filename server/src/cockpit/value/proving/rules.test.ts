import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '#cockpit/proof/lookup.ts';
import { isTooNarrow, shareOf } from './rules.ts';

const told = (low: number, change: number, high: number, observed = 20) => ({
  observed,
  expected: 15,
  expectedRange: { low: 10, high: 20 },
  change,
  changeRange: { low, high },
  extra: null,
  visible: 0.4,
});

const proof = (change: Partial<Evidence> = {}): Evidence => ({
  id: 'p',
  title: 'Ateliers',
  figure: 'active_members',
  direction: 'up',
  dueDay: '2026-05-11',
  isWithdrawn: false,
  verdict: 'effect_up',
  of: 'counts',
  told: told(0.25, 1, 3),
  ...change,
});

describe('the share due, from the range of a verdict', () => {
  test('is what a change of counts is of what was observed', () => {
    expect(shareOf(proof(), 'persons')).toEqual({ low: 0.2, likely: 0.5, high: 0.75 });
  });

  test('is what a difference of rates is of the rate', () => {
    const rates = proof({ of: 'rates', told: told(-0.05, 0.1, 0.2, 0.4) });
    expect(shareOf(rates, 'share')).toEqual({ low: 0, likely: 0.25, high: 0.5 });
  });

  test('is rounded outwards, lies between nothing and all, and stands in order', () => {
    const range = fc.tuple(
      fc.double({ min: -0.9, max: 9, noNaN: true }),
      fc.double({ min: 0.01, max: 5, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.constantFrom('counts', 'rates'), ([low, width], of) => {
        const share = shareOf(proof({ of, told: told(low, low + width / 2, low + width, 0.5) }), 'persons');
        if (typeof share === 'string') {
          expect([share, low + width <= 0]).toEqual(['nothing', true]);
          return;
        }
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.likely).toBeGreaterThanOrEqual(share.low);
        expect(share.high).toBeGreaterThanOrEqual(share.likely);
        expect(share.high).toBeLessThanOrEqual(1);
        const part = Math.max(0, of === 'counts' ? low / (1 + low) : low / 0.5);
        expect(share.low).toBeLessThanOrEqual(part);
      }),
      { numRuns: 100 },
    );
  });

  test('is none without numbers, of what is not counted upwards, and where nothing came', () => {
    expect(shareOf(proof({ verdict: 'not_enough_data', told: null }), 'persons')).toBe('no_numbers');
    expect(shareOf(proof({ direction: 'down' }), 'persons')).toBe('not_counted');
    expect(shareOf(proof(), 'seconds')).toBe('not_counted');
    expect(shareOf(proof({ told: told(-0.4, -0.3, -0.1) }), 'persons')).toBe('nothing');
  });
});

test('under a verdict that cannot tell a range may be wider than its interval, not narrower', () => {
  const share = { low: 0.1, high: 0.6 };
  expect(isTooNarrow({ low: 0.2, high: 0.6 }, 'cannot_tell', share)).toBe(true);
  expect(isTooNarrow({ low: 0.1, high: 0.5 }, 'cannot_tell', share)).toBe(true);
  expect(isTooNarrow({ low: 0.1, high: 0.6 }, 'cannot_tell', share)).toBe(false);
  expect(isTooNarrow({ low: 0, high: 0.9 }, 'cannot_tell', share)).toBe(false);
  expect(isTooNarrow({ low: 0.3, high: 0.4 }, 'effect_up', share)).toBe(false);
});
