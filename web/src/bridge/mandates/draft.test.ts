import { expect, test } from 'vitest';
import { lastDayOf, untilDayOf } from './days.ts';
import { differingIn, freshDraft, missingIn, numberIn, termsOf } from './draft.ts';

const PARTS = { today: '2026-03-02', objectives: [], hosts: [], channels: [], authors: [], labels: [] };
const WHOLE = {
  ...freshDraft(PARTS),
  objectiveId: 'o',
  hostId: 'h',
  intention: ' Répondre ',
  freedom: 'Le ton',
  effort: '12,5',
  figure: 'reply_coverage_7d',
  size: '10',
};
const points = (): number => 0.01;

test('people say the last day, the house the day after', () => {
  expect(lastDayOf('2026-03-01')).toBe('2026-02-28');
  expect(untilDayOf('2026-12-31')).toBe('2027-01-01');
  expect(untilDayOf('')).toBe('');
});

test('a new one is for the objective one comes from, if it takes mandates', () => {
  const objectives = ['a', 'b'].map((id) => ({ id, title: id, state: 'live' as const }));
  expect(freshDraft({ ...PARTS, objectives }).objectiveId).toBe('');
  expect(freshDraft({ ...PARTS, objectives }, 'b').objectiveId).toBe('b');
  expect(freshDraft({ ...PARTS, objectives }, 'ended').objectiveId).toBe('');
});

test('a new one lasts a quarter from today, and says all that is missing', () => {
  const draft = freshDraft(PARTS);
  expect([draft.fromDay, draft.lastDay]).toEqual(['2026-03-02', '2026-05-30']);
  expect(Object.keys(missingIn(draft))).toEqual([
    'objectiveId',
    'hostId',
    'intention',
    'freedom',
    'effort',
    'figure',
    'size',
  ]);
  expect(termsOf(draft, points)).toBeUndefined();
});

test('what was written becomes terms: points of percent are shares, and the day after the last one is out', () => {
  expect(termsOf(WHOLE, points)).toMatchObject({
    intention: 'Répondre',
    effortHours: 12.5,
    untilDay: '2026-05-31',
    expects: { figure: 'reply_coverage_7d', direction: 'up', size: 0.1, slice: {} },
  });
  const narrow = { ...WHOLE, segment: 'newcomers', channels: ['c'], ofAudience: true };
  expect(termsOf(narrow, points)?.expects?.slice).toEqual({ segment: 'newcomers', channel: ['c'] });
  expect(termsOf({ ...WHOLE, proves: false, figure: '', size: '' }, points)?.expects).toBeNull();
  expect(termsOf({ ...WHOLE, lastDay: '2026-03-01' }, points)).toBeUndefined();
});

test.each([
  ['3', 3],
  ['2,5', 2.5],
  [' 0.5 ', 0.5],
  ['0', undefined],
  ['-1', undefined],
  ['', undefined],
  ['dix', undefined],
])('%j as a number', (typed, value) => {
  expect(numberIn(typed)).toBe(value);
});

test('two drafts differ in what was typed otherwise, lists included', () => {
  expect(differingIn(WHOLE, { ...WHOLE })).toEqual([]);
  const other = { ...WHOLE, effort: '13', rule: { ...WHOLE.rule, labels: ['prix'] } };
  expect(differingIn(WHOLE, other)).toEqual(['effort', 'rule']);
});
