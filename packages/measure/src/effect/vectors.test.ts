import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { effectOf, isThin, judge, type Effect } from '../index.ts';

function vector<T>(name: string): T {
  return JSON.parse(readFileSync(sharedPath('vectors', `${name}.json`) ?? '', 'utf8')) as T;
}

interface Case {
  readonly name: string;
  readonly y: (number | null)[];
  readonly n_pre: number;
  readonly controls: number[][];
  readonly season: boolean;
  readonly expect: Readonly<Record<string, number>>;
}

interface Judged extends Omit<Case, 'expect'> {
  readonly delta: number;
  readonly confounded: boolean;
  readonly expect: { readonly verdict: string; readonly reason: string };
}

interface Calibration {
  readonly accept: { readonly false_alarm_max: number; readonly cover80: [number, number] };
  readonly series: readonly { readonly y: number[] }[];
}

/** As the file calls them. */
function named({
  expected,
  range95,
  range90,
  range80,
  changeRange95,
  ...found
}: Effect): Record<string, number | undefined> {
  return {
    cf_mean: expected.mean,
    cf_q025: expected.range95.low,
    cf_q50: expected.median,
    cf_q975: expected.range95.high,
    observed_mean: found.observed,
    effect: found.effect,
    effect_lo95: range95.low,
    effect_hi95: range95.high,
    effect_lo90: range90.low,
    effect_hi90: range90.high,
    effect_lo80: range80.low,
    effect_hi80: range80.high,
    p_effect_positive: found.chancePositive,
    weight_r0: found.stillness,
    rel: found.change,
    rel_lo95: changeRange95.low,
    rel_hi95: changeRange95.high,
    extra_units: found.extra,
    mde80: found.visible,
  };
}

describeShared('the effect engine beside numbers computed by two other programs', () => {
  test('on the fixed grid', () => {
    const { cases, tol } = vector<{ cases: Case[]; tol: { rel: number; abs: number } }>('level-grid-exact');
    for (const { name, y, n_pre: before, controls, season, expect: wanted } of cases) {
      const found = effectOf({ weeks: y, before, of: 'counts', controls, season });
      if (found === undefined) throw new Error(`nothing found for ${name}`);
      const told = named(found);
      for (const [figure, value] of Object.entries(wanted)) {
        const apart = Math.abs((told[figure] ?? Number.NaN) - value);
        expect({ figure, isNear: apart <= tol.abs + tol.rel * Math.abs(value) }).toEqual({ figure, isNear: true });
      }
    }
  });

  test('in its verdicts', () => {
    for (const one of vector<{ cases: Judged[] }>('verdicts').cases) {
      const { y: weeks, n_pre: before, controls, delta: matters, confounded } = one;
      const found = judge({ weeks, before, controls, matters, confounded, of: 'counts' });
      expect(found).toMatchObject(one.expect);
    }
  });

  test.each([8, 13])('on real weeks in which nothing is known to have happened, %i after 52', (after) => {
    const { series, accept } = vector<Calibration>('calibration-real');
    let [windows, alarms, covered] = [0, 0, 0];
    for (const { y } of series) {
      for (let from = 0; from + 52 + after <= y.length; from += after) {
        const weeks = y.slice(from, from + 52 + after);
        if (isThin(weeks.slice(0, 52))) continue;
        const found = effectOf({ weeks, before: 52, of: 'counts' });
        if (found === undefined) continue;
        windows += 1;
        if (found.range95.low > 0 || found.range95.high < 0) alarms += 1;
        if (found.range80.low <= 0 && found.range80.high >= 0) covered += 1;
      }
    }
    expect(windows).toBeGreaterThan(50);
    expect(alarms / windows).toBeLessThanOrEqual(accept.false_alarm_max);
    expect(covered / windows).toBeGreaterThanOrEqual(accept.cover80[0]);
    expect(covered / windows).toBeLessThanOrEqual(accept.cover80[1]);
  });
});
