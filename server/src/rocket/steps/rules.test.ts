import { expect, test } from 'vitest';
import { INDICATOR_IDS } from '#rocket/traces/index.ts';
import { STEPS } from './model.ts';
import { doneSteps } from './rules.ts';

const NOTHING = {
  places: 0,
  staff: 0,
  visions: 0,
  givenMandates: 0,
  acceptedMandates: 0,
  expectations: 0,
  signals: 0,
  decisions: 0,
};
const ALL = {
  places: 1,
  staff: 1,
  visions: 1,
  givenMandates: 1,
  acceptedMandates: 1,
  expectations: 1,
  signals: 1,
  decisions: 1,
};

/** A check in which all indicators are in place but these. */
const checkWithout = (...missing: readonly string[]) => ({
  indicators: INDICATOR_IDS.map((id) => ({
    indicator: { id },
    found: { is: 'value' },
    state: missing.includes(id) ? 'missing' : 'in_place',
  })),
});

test('the path has twelve steps, none done before there is a trace and all of them in a whole rocket', () => {
  expect(STEPS).toHaveLength(12);
  const before = checkWithout(...INDICATOR_IDS);
  expect(Object.values(doneSteps({ check: before, facts: NOTHING, declaredPilots: 0 }))).not.toContain(true);
  const whole = doneSteps({ check: checkWithout(), facts: ALL, declaredPilots: 1 });
  expect(STEPS.filter(({ id }) => !whole[id])).toEqual([]);
  expect(Object.keys(whole)).toHaveLength(12);
});

test('an objective that nothing measures is not yet a step', () => {
  const known = { check: checkWithout('key_results'), facts: ALL, declaredPilots: 1 };
  expect(doneSteps(known)).toMatchObject({ objective: false, mandate: true, value: true });
});

test('a mandate is accepted as soon as one host said yes, whoever else has none', () => {
  const known = { check: checkWithout('hosts'), facts: ALL, declaredPilots: 1 };
  expect(doneSteps(known)).toMatchObject({ accepted: true });
  expect(doneSteps({ ...known, facts: { ...ALL, acceptedMandates: 0 } })).toMatchObject({
    mandate: true,
    accepted: false,
  });
});
