import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INDICATOR_IDS } from '#rocket/traces/index.ts';
import type { Found, FoundAll } from '#rocket/traces/index.ts';
import { BAND_STATES, INDICATORS, SENTENCES } from './model.ts';
import type { Band, BandState, Indicator, IndicatorState, Judged } from './model.ts';
import { bandOf, canBe, checkOf, sentenceOf, stateOf } from './rules.ts';

const one = (id: string): Indicator => INDICATORS.find((each) => each.id === id) ?? expect.unreachable(id);
const value = (of: number): Found => ({ is: 'value', value: of, n: 0, of: 0 });
const judge = (id: string, found: Found): IndicatorState => stateOf(one(id), one(id), found);
const UNKNOWN: Found = { is: 'unavailable', because: 'no_traces' };

test.each([
  ['reply_coverage', 0.8, 0.799, 0.5, 0.499],
  ['clocks', 0.8, 0.799, 0.5, 0.499],
  ['welcomed', 0.7, 0.699, 0.3, 0.299],
  ['planned', 0.8, 0.799, 0.4, 0.399],
  ['presence', 0.8, 0.799, 0.4, 0.399],
  ['tied', 0.6, 0.599, 0.2, 0.199],
  ['hosts', 0.8, 0.799, 0.3, 0.299],
  ['decided', 0.7, 0.699, 0.2, 0.199],
  ['loop', 0.6, 0.599, 0.2, 0.199],
  ['moderation', 86_400, 86_401, 259_200, 259_201],
  // Here missing is none at all.
  ['signals', 2, 1.99, 0.01, 0],
  ['objectives', 1, 0.5, 0.5, 0],
  ['key_results', 1, 0.99, 0.01, 0],
  ['verdicts', 0.6, 0.59, 0.01, 0],
  ['reviews', 0.8, 0.79, 0.01, 0],
])('%s: in place from %d, weak at %d and still at %d, missing at %d', (id, inPlace, weak, still, missing) => {
  expect([inPlace, weak, still, missing].map((each) => judge(id, value(each)))).toEqual([
    'in_place',
    'weak',
    'weak',
    'missing',
  ]);
});

test('nothing where something should be is missing; what nobody can know is unavailable; a live objective without a sponsor is weak', () => {
  expect(judge('decided', { is: 'nothing', because: 'none_submitted' })).toBe('missing');
  expect(judge('decided', { is: 'unavailable', because: 'none_due' })).toBe('unavailable');
  expect(judge('objectives', { is: 'value', value: 3, n: 2, of: 3, isShort: true })).toBe('weak');
  expect(judge('pilot', value(0.5))).toBe('weak');
});

const states = (...all: readonly (IndicatorState | [IndicatorState])[]): BandState =>
  bandOf(
    all.map((each): Pick<Judged, 'state' | 'indicator'> => {
      const [state, bears] = typeof each === 'string' ? [each, false] : [each[0], true];
      return { state, indicator: { ...one('welcomed'), bears } };
    }),
  );

test('a band: two thirds in place, none missing that it stands on; more than half missing is absence', () => {
  expect(states('in_place', 'in_place', 'weak')).toBe('present');
  expect(states('in_place', 'in_place', 'missing')).toBe('present');
  expect(states('in_place', 'weak', 'weak')).toBe('weak');
  expect(states('in_place', 'in_place', ['missing'])).toBe('absent');
  expect(states(['weak'], 'in_place', 'in_place')).toBe('present');
  expect(states('missing', 'in_place')).toBe('weak');
  expect(states('missing', 'missing', 'in_place')).toBe('absent');
  // What is unavailable counts on neither side, whatever stands on it.
  expect(states(['unavailable'], 'unavailable', 'in_place', 'in_place', 'weak')).toBe('present');
  expect(states('unavailable', ['unavailable'])).toBe('unjudged');
  expect(states()).toBe('unjudged');
});

const COMBINATIONS = BAND_STATES.flatMap((field) =>
  BAND_STATES.flatMap((cockpit) => BAND_STATES.map((bridge) => ({ field, cockpit, bridge }))),
);

test('every combination of bands has one sentence, each sentence is said of some, and only all three are the whole rocket', () => {
  expect(COMBINATIONS).toHaveLength(64);
  expect(new Set(COMBINATIONS.map(sentenceOf))).toEqual(new Set(SENTENCES));
  for (const bands of COMBINATIONS) {
    const isWhole = Object.values(bands).every((state) => state === 'present');
    expect(sentenceOf(bands) === 'whole').toBe(isWhole);
  }
});

test.each([
  ['no_cockpit', { field: 'present', cockpit: 'absent' }],
  ['no_field', { field: 'absent', cockpit: 'present' }],
  ['ground', { field: 'absent', cockpit: 'absent' }],
  ['apart', { field: 'present', cockpit: 'present', bridge: 'absent' }],
] as const)('the design says %s of %o, whatever the rest', (sentence, said) => {
  const meant = COMBINATIONS.filter((bands) =>
    Object.entries(said).every(([band, state]) => bands[band as Band] === state),
  );
  expect(new Set(meant.map(sentenceOf))).toEqual(new Set([sentence]));
});

const found = fc.oneof(
  fc.constant(UNKNOWN),
  fc.constant<Found>({ is: 'nothing', because: 'nobody' }),
  fc.double({ min: 0, max: 1, noNaN: true }).map(value),
  fc.double({ min: 0, max: 400_000, noNaN: true }).map(value),
);
const everything = fc.record(
  Object.fromEntries(INDICATOR_IDS.map((id) => [id, found])) as Record<keyof FoundAll, typeof found>,
);

test('whatever is found: the axes are shares of what is in place, and bands follow from their own indicators alone', () => {
  fc.assert(
    fc.property(everything, everything, (all, other) => {
      const { indicators, bands, axes } = checkOf(all, []);
      const count = (side: 'field' | 'rest', state: IndicatorState): number =>
        indicators.filter((each) => (each.indicator.band === 'field') === (side === 'field') && each.state === state)
          .length;
      for (const [side, axis] of [
        ['field', axes.animates],
        ['rest', axes.pilots],
      ] as const) {
        const of = count(side, 'in_place') + count(side, 'weak') + count(side, 'missing');
        expect(axis).toBe(of === 0 ? null : count(side, 'in_place') / of);
      }
      const mixed = { ...other };
      for (const { id } of INDICATORS.filter(({ band }) => band === 'bridge')) mixed[id] = all[id];
      expect(checkOf(mixed, []).bands.bridge).toBe(bands.bridge);
    }),
    { numRuns: 300 },
  );
});

test('more of what is better never makes a state worse', () => {
  const order: readonly IndicatorState[] = ['missing', 'weak', 'in_place'];
  fc.assert(
    fc.property(
      fc.constantFrom(...INDICATORS),
      fc.double({ min: 0, max: 300_000, noNaN: true }),
      fc.double({ min: 0, max: 300_000, noNaN: true }),
      (indicator, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const [worse, better] = indicator.better === 'more' ? [low, high] : [high, low];
        const rank = (each: number) => order.indexOf(stateOf(indicator, indicator, value(each)));
        expect(rank(worse)).toBeLessThanOrEqual(rank(better));
      },
    ),
    { numRuns: 500 },
  );
});

test('bounds of a workspace hold instead of the house’s, save where there is nothing to set', () => {
  const all = Object.fromEntries(INDICATOR_IDS.map((id) => [id, value(0.65)])) as Record<keyof FoundAll, Found>;
  const set = { why: 'x', setBy: 'x', setAt: new Date(0), version: 1 };
  const own = [
    { indicator: 'welcomed', inPlace: 0.6, missing: 0.2, ...set },
    { indicator: 'objectives', inPlace: 0.1, missing: 0, ...set },
  ];
  const stateIn = (id: string, bounds: typeof own) =>
    checkOf(all, bounds).indicators.find(({ indicator }) => indicator.id === id)?.state;
  expect([stateIn('welcomed', []), stateIn('welcomed', own)]).toEqual(['weak', 'in_place']);
  expect([stateIn('objectives', []), stateIn('objectives', own)]).toEqual(['weak', 'weak']);
});

test('bounds that cannot be are refused: the wrong way round, equal, beyond the unit', () => {
  const can = (id: string, inPlace: number, missing: number) => canBe(one(id), { inPlace, missing });
  expect([can('tied', 0.5, 0.1), can('tied', 0.1, 0.5), can('tied', 0.5, 0.5), can('tied', 1.1, 0.2)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([can('moderation', 3600, 7200), can('moderation', 7200, 3600)]).toEqual([true, false]);
});

test('the house’s own bounds can be', () => {
  for (const indicator of INDICATORS) expect([indicator.id, canBe(indicator, indicator)]).toEqual([indicator.id, true]);
});
