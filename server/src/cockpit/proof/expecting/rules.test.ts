import { expect, test } from 'vitest';
import { drawNeedsOf, dueOf, mattersOf } from './rules.ts';

test('a size is a share of what a week usually is for counts, points for shares', () => {
  expect(mattersOf({ size: 5, sizeIn: 'unit' }, 'counts', 20)).toMatchObject({ value: 0.25 });
  expect(mattersOf({ size: 10, sizeIn: 'percent' }, 'counts', 20)).toMatchObject({ value: 0.1 });
  expect(mattersOf({ size: 0.05, sizeIn: 'unit' }, 'rates', 0.5)).toMatchObject({ value: 0.05 });
  expect(mattersOf({ size: 10, sizeIn: 'percent' }, 'rates', 0.5)).toMatchObject({ value: 0.05 });
});

test('no size, a size below zero and one beyond the figure are refused', () => {
  for (const size of [0, -1]) {
    expect(mattersOf({ size, sizeIn: 'unit' }, 'counts', 20)).toMatchObject({ refusal: { code: 'proof/no_size' } });
  }
  const code = 'proof/size_too_big';
  expect(mattersOf({ size: 1, sizeIn: 'unit' }, 'rates', 0.5)).toMatchObject({ refusal: { code } });
  expect(mattersOf({ size: 1, sizeIn: 'unit' }, 'counts', 0)).toMatchObject({ refusal: { code } });
});

test('the verdict comes when what lies behind the figure is ripe', () => {
  expect(dueOf('active_members', '2026-05-04')).toBe('2026-05-11');
  expect(dueOf('activation_30d', '2026-05-04')).toBe('2026-06-10');
});

test('a draw says how many persons and weeks it needs', () => {
  const needs = drawNeedsOf({ share: 0.3, perWeek: 10, weeks: 20 });
  expect(needs).toMatchObject({ perArm: 356, weeks: 72 });
  expect(needs?.smallest).toBeGreaterThan(0.15);
});
