import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Course } from './model.ts';
import { ANSWERS } from './model.ts';
import { abilities } from './policy.ts';
import { afterTelling, decide, deliver, hasNews, waits } from './rules.ts';

const TODAY = '2026-03-10';
const START: Course = {
  state: 'submitted',
  version: 1,
  options: ['a'],
  ownerId: 'o',
  outsideName: null,
  decidedAt: null,
  deliveredAt: null,
  last: null,
};

type Act =
  | { readonly is: 'answer'; readonly answer: Answer; readonly until: string | undefined; readonly option?: string }
  | { readonly is: 'deliver'; readonly day: string }
  | { readonly is: 'tell'; readonly left: number }
  | { readonly is: 'resubmit' };

const someDay = fc.constantFrom('2026-03-01', TODAY, '2026-04-01');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    is: fc.constant('answer' as const),
    answer: fc.constantFrom(...ANSWERS),
    until: fc.option(someDay, { nil: undefined }),
  }),
  fc.record({ is: fc.constant('deliver' as const), day: someDay }),
  fc.record({ is: fc.constant('tell' as const), left: fc.integer({ min: 0, max: 3 }) }),
  fc.constant({ is: 'resubmit' as const }),
);

const NOW = new Date('2026-03-10T10:00:00Z');

/** What the house does with an act; the course itself where it is refused. */
function step(course: Course, one: Act): Course {
  if (one.is === 'resubmit')
    return course.state === 'draft' ? { ...course, state: 'submitted', decidedAt: null } : course;
  if (one.is === 'tell') return hasNews(course) ? { ...course, state: afterTelling(course, one.left) } : course;
  if (one.is === 'deliver') {
    const next = deliver(course, one.day, TODAY);
    return next.ok ? { ...course, state: next.value, deliveredAt: NOW } : course;
  }
  const next = decide(course, { ...one, option: one.option, reason: 'r' }, TODAY);
  const last = { id: 'd', answer: one.answer, until: one.until ?? null };
  return next.ok ? { ...course, state: next.value, last, decidedAt: NOW, deliveredAt: null } : course;
}

function expectSound(course: Course): void {
  const answer = course.last?.answer;
  expect(course.state === 'draft').toBe(answer === 'need_more' && course.state !== 'submitted');
  if (course.state === 'delivered' || course.deliveredAt !== null) expect(answer).toBe('yes');
  if (hasNews(course)) expect(['yes', 'no', 'later']).toContain(answer);
  const can = abilities(course, ['owner'], 'o');
  expect(can.decide).toBe(waits(course));
  expect(can.deliver).toBe(deliver(course, TODAY, TODAY).ok);
}

/** A yes or a no is the last word: only delivery and telling follow. */
function isSettled({ state, last }: Course): boolean {
  return state !== 'submitted' && (last?.answer === 'yes' || last?.answer === 'no');
}

test('whatever is done in whatever order, an insight never stands where its state says otherwise', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let course = START;
      for (const one of acts) {
        const before = course;
        course = step(course, one);
        expectSound(course);
        if (isSettled(before) && one.is === 'answer') expect(course).toEqual(before);
      }
    }),
    { numRuns: 500 },
  );
});

test('putting off wants a day ahead, a choice must be offered, a delivery never lies ahead', () => {
  const given = { answer: 'later', until: undefined, option: undefined, reason: 'r' } as const;
  const code = (result: ReturnType<typeof decide> | ReturnType<typeof deliver>) =>
    result.ok ? '' : result.refusal.code;
  expect(code(decide(START, given, TODAY))).toBe('decision/until_past');
  expect(code(decide(START, { ...given, until: TODAY }, TODAY))).toBe('decision/until_past');
  expect(decide(START, { ...given, until: '2026-03-11' }, TODAY).ok).toBe(true);
  expect(code(decide(START, { ...given, answer: 'yes', option: 'b' }, TODAY))).toBe('decision/no_such_option');
  const agreed: Course = { ...START, state: 'decided', last: { id: 'd', answer: 'yes', until: null } };
  expect(code(deliver(agreed, '2026-03-11', TODAY))).toBe('decision/day_ahead');
  expect(code(deliver(START, TODAY, TODAY))).toBe('decision/not_agreed');
  expect(code(deliver({ ...agreed, deliveredAt: NOW }, TODAY, TODAY))).toBe('decision/delivered_before');
});
