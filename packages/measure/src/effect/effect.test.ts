import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectOf, expectedWeeks, judge, personsPerArm, replay, smallestRise, type Question } from '../index.ts';

/** Weekly counts with some life in them. */
const weeks = (length: number) => fc.array(fc.integer({ min: 3, max: 400 }), { minLength: length, maxLength: length });
const question = fc.record({ weeks: weeks(48), before: fc.integer({ min: 26, max: 42 }) });

const asked = (q: { weeks: readonly number[]; before: number }): Question => ({ ...q, of: 'counts' });

describe('the effect of an action', () => {
  test('of rates moves and stretches with them', () => {
    fc.assert(
      fc.property(
        question,
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (q, shift, scale) => {
          const plain = effectOf({ ...q, of: 'rates' });
          const moved = effectOf({ ...q, of: 'rates', weeks: q.weeks.map((week) => week * scale + shift) });
          expect(moved?.effect).toBeCloseTo((plain?.effect ?? 0) * scale, 5);
          expect(moved?.range95.low).toBeCloseTo((plain?.range95.low ?? 0) * scale, 5);
          expect(moved?.chancePositive).toBeCloseTo(plain?.chancePositive ?? 0, 7);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('has ranges that hold each other and the effect, and a chance that agrees with them', () => {
    fc.assert(
      fc.property(question, (q) => {
        const found = effectOf(asked(q));
        if (found === undefined) return;
        const { range80, range90, range95, effect, chancePositive } = found;
        expect(range95.low).toBeLessThanOrEqual(range90.low);
        expect(range90.low).toBeLessThanOrEqual(range80.low);
        expect(range80.low).toBeLessThanOrEqual(effect);
        expect(effect).toBeLessThanOrEqual(range80.high);
        expect(range90.high).toBeLessThanOrEqual(range95.high);
        expect(chancePositive > 0.975).toBe(range95.low > 0);
      }),
      { numRuns: 100 },
    );
  });

  test('is the same as by whole matrices', () => {
    fc.assert(
      fc.property(question, fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 3 }), (q, missing) => {
        const holed = q.weeks.map((week, n) => (missing.includes(n) ? null : week));
        const found = effectOf({ weeks: holed, before: q.before, of: 'counts' });
        const slow = byMatrices(holed, q.before);
        expect(found?.expected.mean).toBeCloseTo(slow.mean, 9);
        expect(found?.stillness).toBeCloseTo(slow.stillness, 9);
      }),
      { numRuns: 25 },
    );
  });

  test('expects each week within its own range, and nothing where there is nothing to compare', () => {
    const q = asked({ weeks: Array.from({ length: 40 }, (_, n) => 20 + ((n * 7) % 13)), before: 32 });
    const expected = expectedWeeks(q);
    expect(expected).toHaveLength(8);
    for (const { low, median, high } of expected)
      expect([low, median, high]).toEqual([low, median, high].toSorted((a, b) => a - b));
    expect(effectOf(asked({ weeks: Array.from({ length: 40 }, () => 7), before: 32 }))).toBeUndefined();
    expect(expectedWeeks(asked({ weeks: [1, 2], before: 2 }))).toEqual([]);
  });
});

describe('a verdict', () => {
  const steady = Array.from({ length: 60 }, (_, n) => 40 + ((n * 17) % 11));
  const raised = steady.map((week, n) => (n < 50 ? week : week * 3));

  test.each([
    ['too few weeks', { weeks: steady.slice(0, 30), before: 20 }, 'too_short'],
    [
      'too many unwatched',
      { weeks: steady.map((week, n) => (n % 5 === 0 ? null : week)), before: 50 },
      'missing_weeks',
    ],
    ['too little going on', { weeks: steady.map((_, n) => n % 4), before: 50 }, 'low_volume'],
    ['nothing that varies', { weeks: steady.map(() => 9), before: 50 }, 'nothing_varies'],
  ] as const)('is not given on %s', (_name, given, reason) => {
    expect(judge({ ...given, of: 'counts', matters: 0.1 })).toEqual({ verdict: 'not_enough_data', reason });
  });

  test('names what it saw, and never when something else happened', () => {
    const given = { of: 'counts', matters: 0.1, before: 50 } as const;
    expect(judge({ ...given, weeks: raised })).toMatchObject({ verdict: 'effect_up' });
    expect(judge({ ...given, weeks: raised, confounded: true })).toMatchObject({
      verdict: 'cannot_tell',
      reason: 'confounded',
    });
    expect(judge({ ...given, weeks: steady, matters: 3 })).toMatchObject({ verdict: 'no_material_change' });
    expect(judge({ ...given, weeks: raised.map((week, n) => (n < 50 ? week : week / 9)) })).toMatchObject({
      verdict: 'effect_down',
    });
  });

  test('is replayed on earlier dates that nobody touched', () => {
    const found = replay({ weeks: [...steady, ...steady, ...raised], before: 170, of: 'counts', matters: 0.1 });
    expect(found.dates).toBeGreaterThan(5);
    expect(found.called).toBeLessThanOrEqual(found.dates);
  });
});

test('as many persons are needed as the tables say, and so many show no smaller rise', () => {
  expect(personsPerArm(0.3, 0.1)).toBe(356);
  expect(personsPerArm(0.3, 0.15)).toBe(163);
  expect(personsPerArm(0.3, 0)).toBeUndefined();
  expect(personsPerArm(0.9, 0.2)).toBeUndefined();
  expect(smallestRise(0.3, 356)).toBeCloseTo(0.1, 3);
  expect(smallestRise(0.99, 10)).toBeUndefined();
});

/** The definition, word for word: V = I + r²K, generalised least squares, prediction; by plain elimination. */
function byMatrices(weeks: readonly (number | null)[], before: number): { mean: number; stillness: number } {
  const times = weeks.slice(0, before).flatMap((week, t) => (week === null ? [] : [t]));
  const z = times.map((t) => Math.log1p(weeks[t] ?? 0));
  const grid = Array.from({ length: 25 }, (_, i) =>
    Math.exp(Math.log(0.01) + ((Math.log(3) - Math.log(0.01)) * i) / 24),
  );
  const found = [0, ...grid].map((r) => {
    const v = times.map((a) => times.map((b) => (a === b ? 1 : 0) + r * r * Math.min(a, b)));
    const { solved: ones, logDeterminant } = eliminate(
      v,
      times.map(() => 1),
    );
    const precision = ones.reduce((sum, value) => sum + value, 0);
    const b = ones.reduce((sum, value, n) => sum + value * (z[n] ?? 0), 0) / precision;
    const rest = z.map((value) => value - b);
    const { solved } = eliminate(v, rest);
    const residual = solved.reduce((sum, value, n) => sum + value * (rest[n] ?? 0), 0);
    const level = solved.reduce((sum, value, n) => sum + r * r * (times[n] ?? 0) * value, 0);
    const prior = r === 0 ? 0.2 : 0.8 / 25;
    const weight = Math.log(prior) - (logDeterminant + Math.log(precision) + (z.length - 1) * Math.log(residual)) / 2;
    return { mean: b + level, weight };
  });
  const most = Math.max(...found.map(({ weight }) => weight));
  const total = found.reduce((sum, { weight }) => sum + Math.exp(weight - most), 0);
  return {
    mean: found.reduce((sum, { mean, weight }) => sum + (mean * Math.exp(weight - most)) / total, 0),
    stillness: Math.exp((found[0]?.weight ?? 0) - most) / total,
  };
}

function eliminate(
  matrix: readonly (readonly number[])[],
  b: readonly number[],
): { solved: number[]; logDeterminant: number } {
  const rows = matrix.map((row, n) => [...row, b[n] ?? 0]);
  let logDeterminant = 0;
  for (const [k, pivot] of rows.entries()) {
    logDeterminant += Math.log(pivot[k] ?? 0);
    for (const [n, row] of rows.entries()) {
      if (n === k) continue;
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1);
      for (const [m, value] of pivot.entries()) row[m] = (row[m] ?? 0) - factor * value;
    }
  }
  return { solved: rows.map((row, n) => (row.at(-1) ?? 0) / (row[n] ?? 1)), logDeterminant };
}
