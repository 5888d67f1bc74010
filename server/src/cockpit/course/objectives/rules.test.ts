import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act, Around, ObjectiveState } from './model.ts';
import { OBJECTIVE_STATES } from './model.ts';
import { afterAct, isOver } from './rules.ts';

const HORIZON = '2026-06-30';
const around: Around = { today: '2026-03-01', ownerHasLeft: false, keyResults: 2, reached: 0 };
const start: Act = { is: 'start' };
const end = (as: 'reached' | 'missed' | 'dropped', why: string | undefined = 'appris'): Act => ({ is: 'end', as, why });
const step = (state: ObjectiveState, act: Act, change: Partial<Around> = {}) => {
  const done = afterAct({ state, horizon: HORIZON }, act, { ...around, ...change });
  return done.ok ? done.value : done.refusal.code;
};

test.each([
  ['draft', start, {}, 'live'],
  ['live', end('reached'), { reached: 2 }, 'reached'],
  ['live', end('missed'), { today: HORIZON }, 'missed'],
  ['live', end('dropped'), {}, 'dropped'],
  ['draft', end('dropped'), {}, 'dropped'],
  ['live', start, {}, 'objective/not_a_draft'],
  ['draft', start, { ownerHasLeft: true }, 'objective/owner_left'],
  ['draft', start, { today: HORIZON }, 'objective/horizon_past'],
  ['draft', end('reached'), { reached: 2 }, 'objective/not_live'],
  ['draft', end('missed'), { today: HORIZON }, 'objective/not_live'],
  ['live', end('reached'), { reached: 1 }, 'objective/not_reached'],
  ['live', end('reached'), { keyResults: 0 }, 'objective/nothing_measured'],
  ['live', end('missed'), {}, 'objective/too_early'],
  ['live', end('missed'), { today: HORIZON, reached: 2 }, 'objective/all_reached'],
  ['reached', end('dropped'), {}, 'objective/ended'],
  ['dropped', start, {}, 'objective/ended'],
] as const)('%s, %o, %o: %s', (state, act, change, result) => {
  expect(step(state, act, change)).toBe(result);
});

test('what is given up or missed says why', () => {
  const silent = (as: 'missed' | 'dropped'): Act => ({ is: 'end', as, why: undefined });
  expect(step('live', silent('dropped'))).toBe('objective/why_missing');
  expect(step('live', silent('missed'), { today: HORIZON })).toBe('objective/why_missing');
});

describe('as a model', () => {
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.constant(start),
    fc
      .record({ as: fc.constantFrom('reached' as const, 'missed' as const, 'dropped' as const), said: fc.boolean() })
      .map(({ as, said }) => end(as, said ? 'appris' : undefined)),
  );
  const ground = fc.record({
    today: fc.constantFrom('2026-03-01', HORIZON, '2026-09-01'),
    ownerHasLeft: fc.boolean(),
    keyResults: fc.nat(3),
    reached: fc.nat(3),
  });
  const place = (state: ObjectiveState): number => (isOver(state) ? 2 : OBJECTIVE_STATES.indexOf(state));

  test('it only ever goes on, ends once, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(act, ground), { maxLength: 12 }), (steps) => {
        let state: ObjectiveState = 'draft';
        for (const [one, { reached, ...rest }] of steps) {
          const facts = { ...rest, reached: Math.min(reached, rest.keyResults) };
          const done = afterAct({ state, horizon: HORIZON }, one, facts);
          if (isOver(state)) expect(done.ok).toBe(false);
          if (!done.ok) continue;
          expect(place(done.value)).toBeGreaterThan(place(state));
          if (done.value === 'reached') expect(facts.keyResults > 0 && facts.reached === facts.keyResults).toBe(true);
          if (done.value === 'live') expect(facts.ownerHasLeft).toBe(false);
          state = done.value;
        }
      }),
    );
  });
});
