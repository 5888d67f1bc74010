import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REGISTRY } from '#cockpit/figures/index.ts';
import { TELLS } from './index.ts';
import { cutsOf, hiddenOf, inWeeks, keptOf, mayCut, trimmed, wholesOf, type Behind } from './rules.ts';

const K = 5;
const ID = '11111111-1111-4111-8111-111111111111';

test('every share says whether it counts persons, and nothing is said of figures that are gone', () => {
  const shares = REGISTRY.filter(({ unit }) => unit === 'share').map(({ id }) => id);
  expect(shares.filter((id) => !(id in TELLS))).toEqual([]);
  const ids = new Set(REGISTRY.map(({ id }) => id));
  expect(Object.keys(TELLS).filter((id) => !ids.has(id))).toEqual([]);
});

test('a question is cut by one value of each, by two at most', () => {
  expect(mayCut({})).toMatchObject({ ok: true });
  expect(mayCut({ place: [ID], kind: 'question' })).toMatchObject({ ok: true });
  expect(mayCut({ place: [ID, ID] })).toMatchObject({ refusal: { code: 'figure/too_fine' } });
  expect(mayCut({ place: [ID], kind: 'question', language: ['fr'] })).toMatchObject({ ok: false });
  expect(cutsOf({ segment: 'silent', theme: undefined })).toEqual(['segment']);
  expect(wholesOf({})).toEqual([{}]);
  expect(wholesOf({ place: [ID] })).toEqual([{}]);
  expect(wholesOf({ place: [ID], kind: 'other' as const })).toEqual([{ kind: 'other' }, { place: [ID] }, {}]);
});

test('a period becomes whole weeks that are over', () => {
  // 2026-06-17 is a Wednesday.
  expect(inWeeks({ from: '2026-03-04', until: '2026-06-10' }, '2026-06-17')).toEqual({
    from: '2026-03-02',
    until: '2026-06-08',
  });
  expect(inWeeks({ from: '2026-06-01', until: '2026-06-17' }, '2026-06-17').until).toBe('2026-06-15');
  expect(inWeeks({ from: '2026-06-16', until: '2026-06-17' }, '2026-06-17')).toEqual({
    from: '2026-06-08',
    until: '2026-06-15',
  });
});

test('weeks of a few at either end are cut off', () => {
  const weeks = [3, 0, 8, 2, 9, 0, 4].map((persons, n) => ({
    from: new Date(Date.UTC(2026, 0, 5 + n * 7)).toISOString().slice(0, 10),
    persons,
  }));
  expect(trimmed({ from: '2026-01-05', until: '2026-02-23' }, weeks, K)).toEqual({
    from: '2026-01-19',
    until: '2026-02-09',
  });
  const quiet = weeks.map((week) => ({ ...week, persons: 3 }));
  expect(trimmed({ from: '2026-01-05', until: '2026-02-23' }, quiet, K).from).toBe('2026-01-05');
  expect(trimmed({ from: '2026-01-19', until: '2026-01-26' }, weeks, K)).toEqual({
    from: '2026-01-19',
    until: '2026-01-26',
  });
});

const measuredOf = (n: number, of = n) => ({ estimate: undefined, sample: of, n, of, parts: {} });
const windowOf = (role: Behind['role'], n: number, crowd: Partial<Behind['crowds'][number]> = {}): Behind => ({
  role,
  from: '2026-01-05',
  until: '2026-01-12',
  measured: measuredOf(n),
  crowds: [{ part: n, whole: n, rest: 0, largest: 0.1, ...crowd }],
});
const OPEN = { k: K, hasTwin: false, weeks: [] };
const hidden = (figure: { id: string; unit: 'persons' | 'share' | 'threads' }, windows: readonly Behind[]) =>
  [...hiddenOf(figure, windows, OPEN).values].toSorted((a, b) => a - b);
const ACTIVE = { id: 'active_members', unit: 'persons' } as const;

test.each([
  ['enough', windowOf('current', 20), []],
  ['nobody', windowOf('current', 0), []],
  ['a few', windowOf('current', 4), [0]],
  ['all but a few', windowOf('current', 18, { whole: 20 }), [0]],
  ['nobody else, but a few who wrote elsewhere too', windowOf('current', 20, { whole: 20, rest: 3 }), [0]],
  ['enough on both sides', windowOf('current', 10, { whole: 20, rest: 12 }), []],
])('a value is told by those behind it and those left: %s', (_, window, expected) => {
  expect(hidden(ACTIVE, [window])).toEqual(expected);
});

test('a sum made by one person is not told, a number of persons is', () => {
  const crowd = { part: 9, whole: 9, largest: 0.6 };
  expect(hidden({ id: 'unanswered', unit: 'threads' }, [windowOf('current', 40, crowd)])).toEqual([0]);
  expect(hidden(ACTIVE, [windowOf('current', 9, crowd)])).toEqual([]);
});

test('a share of persons is not told where it says of a few that they did, or did not', () => {
  const share = { id: 'activation_30d', unit: 'share' } as const;
  const of = (n: number, all: number): Behind => ({ ...windowOf('current', 30), measured: measuredOf(n, all) });
  expect([of(3, 30), of(27, 30), of(0, 30), of(15, 30)].map((one) => hidden(share, [one]))).toEqual([[0], [0], [], []]);
});

test('a tone is told of ten at least', () => {
  const tone = { id: 'sentiment', unit: 'share' } as const;
  expect([9, 10].map((n) => hidden(tone, [windowOf('current', n)]))).toEqual([[0], []]);
});

test('in a trend the next smallest piece goes with a small one', () => {
  const trend = [30, 12, 2].map((n) => windowOf('bucket', n));
  expect(hidden(ACTIVE, [windowOf('current', 44), ...trend])).toEqual([2, 3]);
  // Where nothing is left to hide it with, the whole goes.
  expect(hidden(ACTIVE, [windowOf('current', 7), windowOf('bucket', 3), windowOf('bucket', 0)])).toContain(0);
});

test('no piece of any trend tells of a few, nor does the whole beside the others', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: 1, maxLength: 8 }), (pieces) => {
      const whole = pieces.reduce((sum, n) => sum + n, 0);
      const found = hiddenOf(ACTIVE, [windowOf('current', whole), ...pieces.map((n) => windowOf('bucket', n))], OPEN);
      const kept = pieces.filter((_, n) => !found.values.has(n + 1));
      for (const n of kept) expect(n === 0 || n >= K).toBe(true);
      if (found.values.has(0)) return;
      const rest = whole - kept.reduce((sum, n) => sum + n, 0);
      expect(rest === 0 || rest >= K).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('of a twin nothing is told', () => {
  const { values, parts } = hiddenOf(ACTIVE, [windowOf('current', 20)], { ...OPEN, hasTwin: true });
  expect([[...values], parts]).toEqual([[0], true]);
});

test('a triangle ends where its cells would tell of a few', () => {
  const body = {
    kind: 'cohorts' as const,
    cohorts: [
      { month: '2026-01-01', size: 30, activeIn: [30, 20, 12], activeInOrLater: [30, 22, 12] },
      { month: '2026-02-01', size: 40, activeIn: [40, 18], activeInOrLater: [40, 18] },
      { month: '2026-03-01', size: 20, activeIn: [20, 2], activeInOrLater: [20, 2] },
      { month: '2026-04-01', size: 3, activeIn: [3], activeInOrLater: [3] },
    ],
    ages: [
      { age: 0, active: 93, of: 93, share: null },
      { age: 1, active: 40, of: 90, share: null },
      { age: 2, active: 3, of: 30, share: null },
    ],
    lastMonth: '2026-04-01',
  };
  const kept = keptOf(body, K);
  expect(kept?.kind === 'cohorts' ? kept.cohorts.map(({ size, activeIn }) => [size, activeIn]) : []).toEqual([
    [30, [30, 20, 12]],
    [40, [40]],
    [20, []],
    [null, []],
  ]);
  expect(kept?.kind === 'cohorts' ? kept.ages.map(({ age }) => age) : []).toEqual([0, 1]);
});

test('a curve of dependence begins where no few stand behind it, tables that add up are shown whole or not', () => {
  const points = [0, 1, 2, 5, 10].map((n) => ({ n, share: n / 10 }));
  const curve = { kind: 'concentration' as const, of: 'persons' as const, count: 10, acts: 50, half: 2, points };
  expect(keptOf(curve, K)).toMatchObject({ points: [{ n: 0 }, { n: 5 }, { n: 10 }] });
  const silences = (persons: number) => [{ from: 28, until: 56, persons }];
  expect(keptOf({ kind: 'at_risk', persons: 12, silences: silences(12) }, K)).toBeDefined();
  expect(keptOf({ kind: 'at_risk', persons: 12, silences: silences(2) }, K)).toBeUndefined();
});
