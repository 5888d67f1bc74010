import { describe, expect, test } from 'vitest';
import { computedFor, isSame, toldFor } from './rules.ts';

const PARIS = 'Europe/Paris';

describe('what is computed', () => {
  test('follows from what a figure is counted from', () => {
    expect(computedFor({ reads: 'days', unit: 'persons' }, {}, PARIS)).toEqual([
      'with_staff',
      'with_bots',
      'accounts',
      'with_reactions',
      'with_withdrawn',
      'utc_days',
    ]);
    expect(computedFor({ reads: 'threads', unit: 'seconds' }, {}, PARIS)).toContain('answered_only');
    expect(computedFor({ reads: 'threads', unit: 'share' }, {}, PARIS)).not.toContain('answered_only');
    expect(computedFor({ reads: 'nothing', unit: 'share' }, { kind: 'question' }, PARIS)).toEqual([]);
  });

  test('leaves out what would say nothing, or something else', () => {
    expect(computedFor({ reads: 'days', unit: 'persons' }, {}, 'UTC')).not.toContain('utc_days');
    expect(computedFor({ reads: ['days', 'staff'], unit: 'share' }, {}, PARIS)).not.toContain('with_staff');
    const segment = { id: 'silent', text: () => ({ sql: '', params: [] }) };
    const inSegment = computedFor({ reads: 'days', unit: 'persons' }, { segment }, PARIS);
    expect(inSegment).not.toContain('accounts');
    expect(inSegment).toContain('unfiltered');
  });
});

test('what other tools count is told by what a figure is counted from', () => {
  expect(toldFor({ reads: 'days' })).toEqual(['admin_panel', 'visits', 'since_export']);
  expect(toldFor({ reads: 'nothing' })).toEqual([]);
});

test('the same value of other things is not the same', () => {
  const value = { state: 'value', value: 0.5, interval: { low: 0, high: 1 }, n: 1, of: 2, sample: 2 } as const;
  expect(isSame(value, { ...value })).toBe(true);
  expect(isSame(value, { ...value, n: 2, of: 4 })).toBe(false);
  expect(isSame(value, { state: 'unavailable', reason: 'not_watched' })).toBe(false);
});
