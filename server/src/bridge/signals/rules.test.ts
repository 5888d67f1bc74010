import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Signal } from './model.ts';
import { STATES } from './model.ts';
import type { Act } from './rules.ts';
import { after, isLoose, mayTakeBack, similarOf, takesEvidence } from './rules.ts';

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ is: fc.constant('merge' as const), insightId: fc.uuid(), isOpen: fc.boolean() }),
  fc.record({ is: fc.constant('dismiss' as const), why: fc.string({ minLength: 1 }) }),
  fc.record({ is: fc.constant('reopen' as const), isDraft: fc.boolean() }),
);

test('whatever is done in whatever order, a signal is in one state, with what that state needs and nothing else', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let state: Pick<Signal, 'state' | 'insightId' | 'why'> = { state: 'raised', insightId: null, why: null };
      for (const one of acts) {
        const next = after(state, one);
        if (!next.ok) continue;
        const isSorting = one.is !== 'reopen';
        expect(isSorting ? state.state : next.value.state).toBe('raised');
        state = next.value;
        expect(state.insightId !== null).toBe(state.state === 'merged');
        expect(state.why !== null).toBe(state.state === 'dismissed');
      }
    }),
  );
});

test.each<[Signal['state'], Act, string]>([
  ['merged', { is: 'dismiss', why: 'x' }, 'signal/sorted_already'],
  ['dismissed', { is: 'merge', insightId: 'i', isOpen: true }, 'signal/sorted_already'],
  ['raised', { is: 'merge', insightId: 'i', isOpen: false }, 'signal/insight_closed'],
  ['raised', { is: 'reopen', isDraft: true }, 'signal/not_sorted'],
  ['merged', { is: 'reopen', isDraft: false }, 'signal/insight_sent'],
])('%s refuses %j: %s', (state, one, code) => {
  expect(after({ state }, one)).toEqual({ ok: false, refusal: { code } });
});

test('evidence is added until a signal is dismissed or its insight decided; only its author takes an unsorted one back', () => {
  expect(STATES.map((state) => takesEvidence(state, true))).toEqual([true, true, false]);
  expect(STATES.map((state) => takesEvidence(state, false))).toEqual([true, false, false]);
  expect(STATES.map((state) => mayTakeBack({ state, raisedBy: 'a' }, 'a'))).toEqual([true, false, false]);
  expect(mayTakeBack({ state: 'raised', raisedBy: 'a' }, 'b')).toBe(false);
});

test('similar signals come with their reasons, the closest first; one word in common is chance', () => {
  const row = {
    kind: 'need',
    line: '',
    state: 'raised',
    insight_id: null,
    statement: null,
    raised_at: new Date(0),
    same_message: false,
    same_thread: false,
    themes: [],
    words: [],
  } as const;
  const found = similarOf(
    [
      { ...row, id: 'one word', words: ['portail'] },
      { ...row, id: 'theme', themes: [{ fr: 'Export', en: 'Export' }] },
      { ...row, id: 'words', words: ['portail', 'bloqué', 'code'] },
      { ...row, id: 'thread', same_thread: true },
      { ...row, id: 'message', same_message: true, same_thread: true },
    ],
    3,
  );
  expect(found.map(({ id, reasons }) => [id, ...reasons.map(({ is }) => is)])).toEqual([
    ['message', 'message'],
    ['thread', 'thread'],
    ['words', 'words'],
  ]);
});

test.each([
  ['raised', 1, undefined, true],
  ['dismissed', 1, undefined, false],
  ['merged', 1, ['draft', null], true],
  ['merged', 1, ['submitted', 2], false],
  ['merged', 3, ['submitted', 2], true],
  ['merged', 1, ['draft', 2], false],
  ['merged', 3, ['decided', 2], false],
] as const)(
  'evidence of what is %s, added on day %i, of an insight %j: may be taken away: %s',
  (state, day, insight, may) => {
    const on = (n: number | null): Date | null => (n === null ? null : new Date(Date.UTC(2026, 0, n)));
    const sent = insight === undefined ? undefined : { state: insight[0], submittedAt: on(insight[1]) };
    expect(isLoose(state, on(day) ?? new Date(0), sent)).toBe(may);
  },
);
