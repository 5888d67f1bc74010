import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandPath, boundsOf, heightOf, linePath, linePaths } from './chart-path.ts';

const scale = { width: 100, height: 40, low: 0, high: 10, margin: 0 };

describe('lines', () => {
  test('go from left to right, high values on top', () => {
    expect(linePath([0, 5, 10], scale)).toBe('M0 40L50 20L100 0');
  });

  test('stop where nothing is known and start again after it', () => {
    expect(linePath([0, undefined, 10, 10], scale)).toBe('M0 40M66.7 0L100 0');
    expect(linePath([undefined, undefined], scale)).toBe('');
  });

  test('a flat line stands in the middle', () => {
    expect(heightOf(3, { ...scale, low: 3, high: 3 })).toBe(20);
  });

  test('stay inside their box', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 50 }),
        (values) => {
          const bounds = boundsOf([values], false);
          return values.every((value) => {
            const height = heightOf(value, { ...scale, ...bounds });
            return height >= -0.1 && height <= 40.1;
          });
        },
      ),
    );
  });
});

test('what leads to or from a partial point is kept apart', () => {
  expect(linePaths([0, 5, 10], [false, false, true], scale)).toEqual({
    sure: 'M0 40L50 20',
    unsure: 'M50 20L100 0',
    dots: '',
  });
  expect(linePaths([0, 5, 10], [true], scale)).toEqual({ sure: 'M50 20L100 0', unsure: 'M0 40L50 20', dots: '' });
});

test('a point alone between gaps is a dot', () => {
  expect(linePaths([undefined, 5, undefined], [], scale)).toEqual({ sure: '', unsure: '', dots: 'M50 20h0' });
});

test('a band is closed and needs two known places', () => {
  expect(bandPath([1, 2], [3, 4], scale)).toBe('M0 28L100 24L100 32L0 36Z');
  expect(bandPath([1, undefined], [3, 4], scale)).toBe('');
  expect(bandPath([1, 1, undefined, 1, 1], [2, 2, 2, 2, 2], scale).match(/Z/gu)).toHaveLength(2);
});

test('counts start at zero, and an empty chart has bounds', () => {
  expect(boundsOf([[4, 8]], true)).toEqual({ low: 0, high: 8 });
  expect(boundsOf([[4, 8]], false)).toEqual({ low: 4, high: 8 });
  expect(boundsOf([[undefined]], true)).toEqual({ low: 0, high: 1 });
  expect(boundsOf([[0, 0]], true)).toEqual({ low: 0, high: 1 });
});
