import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expectation, MandateState } from './model.ts';
import { ACTS, STATES } from './model.ts';
import { abilities, changedIn, fingerprintOf, groundProblem, STEPS, stepOf, waitsFor } from './rules.ts';

const HOST = 'aline';
const mandate = (state: MandateState) => ({
  state,
  hostId: HOST,
  fromDay: '2026-03-01',
  untilDay: '2026-06-01',
  proofId: null,
});
const pilot = { colleagueId: 'paul', functions: ['pilot'] };
const host = { colleagueId: HOST, functions: ['host'] };
const TODAY = '2026-03-15';

const anyState = fc.constantFrom(...STATES);
const anyAct = fc.constantFrom(...ACTS);
const anyDoer = fc.record({
  colleagueId: fc.constantFrom(HOST, 'paul', 'zoe', undefined),
  functions: fc.subarray(['pilot', 'host', 'moderator', 'owner', 'sponsor', 'admin']),
});

describe('the state machine of a mandate', () => {
  test('lets an act through only from its states, by whom it is for', () => {
    fc.assert(
      fc.property(anyState, anyAct, anyDoer, (state, act, doer) => {
        const { from, to, by } = STEPS[act];
        const isHis =
          by === 'pilot'
            ? doer.functions.includes('pilot')
            : doer.functions.includes('host') && doer.colleagueId === HOST;
        const step = stepOf(act, mandate(state), doer, TODAY);
        const isLegal = isHis && from.some((one) => one === state);
        expect(step.ok).toBe(isLegal);
        if (step.ok) expect(step.value).toBe(to);
        else expect(step.refusal.code).toBe(isHis ? 'mandate/wrong_state' : 'mandate/not_allowed');
      }),
    );
  });

  test('is not judged by the pilot when a proof does', () => {
    const proved = { ...mandate('done'), proofId: HOST };
    expect(stepOf('judge', proved, pilot, TODAY)).toMatchObject({ refusal: { code: 'mandate/has_proof' } });
  });

  test('tells the same as abilities', () => {
    fc.assert(
      fc.property(anyState, anyDoer, fc.constantFrom('2026-02-01', TODAY, '2026-07-01'), (state, doer, today) => {
        const can = abilities(mandate(state), doer, today);
        for (const act of ACTS) expect(can[act]).toBe(stepOf(act, mandate(state), doer, today).ok);
        expect(can.change).toBe(state === 'draft' && doer.functions.includes('pilot'));
      }),
    );
  });

  test('ends: whatever is done, a mandate is never a draft again, and nothing follows its end', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        let state: MandateState = 'draft';
        for (const act of acts) {
          const doer = STEPS[act].by === 'pilot' ? pilot : host;
          const step = stepOf(act, mandate(state), doer, TODAY);
          if (!step.ok) continue;
          expect(['judged', 'withdrawn']).not.toContain(state);
          state = step.value;
          expect(state).not.toBe('draft');
        }
      }),
    );
  });

  test('gives nothing whose days are over, and begins nothing before its first day', () => {
    expect(stepOf('give', mandate('draft'), pilot, '2026-06-01')).toMatchObject({ refusal: { code: 'mandate/over' } });
    expect(stepOf('accept', mandate('given'), host, '2026-06-01')).toMatchObject({ refusal: { code: 'mandate/over' } });
    expect(stepOf('start', mandate('accepted'), host, '2026-02-28')).toMatchObject({
      refusal: { code: 'mandate/not_yet' },
    });
    expect(stepOf('finish', mandate('active'), host, '2026-09-01').ok).toBe(true);
  });
});

test('a mandate is given for a live objective, to somebody who is a host', () => {
  expect(groundProblem({ objectiveState: 'live', hostHolds: true })).toBeUndefined();
  expect(groundProblem({ objectiveState: 'draft', hostHolds: true })).toBe('mandate/objective_not_live');
  expect(groundProblem({ objectiveState: 'live', hostHolds: false })).toBe('mandate/host_left');
});

test('says whose turn it is', () => {
  expect(STATES.map(waitsFor)).toEqual([null, 'host', null, 'pilot', null, 'pilot', null, null]);
});

test('the fingerprint is of what is expected, in whatever order it is written, and of no other mandate', () => {
  const expects: Expectation = {
    figure: 'reply_coverage_7d',
    slice: { place: ['p'], channel: ['c'] },
    direction: 'up',
    size: 0.1,
  };
  const turned: Expectation = {
    size: 0.1,
    direction: 'up',
    slice: { channel: ['c'], place: ['p'] },
    figure: expects.figure,
  };
  expect(fingerprintOf('m', turned)).toBe(fingerprintOf('m', expects));
  expect(fingerprintOf('m', expects)).toMatch(/^[0-9a-f]{64}$/);
  for (const other of [
    { ...expects, size: 0.2 },
    { ...expects, direction: 'down' as const },
    { ...expects, slice: {} },
  ])
    expect(fingerprintOf('m', other)).not.toBe(fingerprintOf('m', expects));
  expect(fingerprintOf('n', expects)).not.toBe(fingerprintOf('m', expects));
});

test('what changed is told by name, absent lists and orders of fields apart', () => {
  const before = { intention: 'a', audience: { channels: [], segment: undefined }, effortHours: 4 };
  expect(changedIn(before, { intention: 'a', audience: { channels: [] }, effortHours: 5 })).toEqual(['effortHours']);
});
