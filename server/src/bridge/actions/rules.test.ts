import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Proposer } from './model.ts';
import { offplanShareOf, proposalFor, reasonsFor, tiedShareOf } from './rules.ts';

const ACT = { channelId: 'aide', memberId: 'lou', labels: ['tarif', 'bug'], day: '2026-03-10' };
const DAYS = { fromDay: '2026-03-01', untilDay: '2026-04-01' };
const NONE = { channels: [], labels: [], authors: [] };
const mandate = (id: string, rule: Partial<Proposer['rule']>, days = DAYS): Proposer => ({
  id,
  rule: { ...NONE, ...rule },
  ...days,
});

test.each([
  ['nothing said', {}, undefined],
  ['its channel', { channels: ['annonces', 'aide'] }, ['channel']],
  ['another channel', { channels: ['annonces'] }, undefined],
  ['one of its tags', { labels: ['tarif', 'autre'] }, ['label']],
  ['its author', { authors: ['lou'] }, ['author']],
  ['all three', { channels: ['aide'], labels: ['bug'], authors: ['lou'] }, ['channel', 'label', 'author']],
  ['one of three missing', { channels: ['aide'], labels: ['bug'], authors: ['max'] }, undefined],
] as const)('a rule with %s', (_, rule, because) => {
  expect(reasonsFor(ACT, mandate('m', rule))).toEqual(because);
});

test('proposes within its days only, the last one out', () => {
  const rule = { channels: ['aide'] };
  expect(reasonsFor({ ...ACT, day: '2026-03-01' }, mandate('m', rule))).toBeDefined();
  expect(reasonsFor({ ...ACT, day: '2026-02-28' }, mandate('m', rule))).toBeUndefined();
  expect(reasonsFor({ ...ACT, day: '2026-04-01' }, mandate('m', rule))).toBeUndefined();
});

test('the rule that says most wins, then the first', () => {
  const broad = mandate('broad', { channels: ['aide'] });
  const exact = mandate('exact', { channels: ['aide'], authors: ['lou'] });
  expect(proposalFor(ACT, [broad, exact])).toEqual({ mandateId: 'exact', because: ['channel', 'author'] });
  expect(proposalFor(ACT, [mandate('later', { authors: ['lou'] }), broad])?.mandateId).toBe('later');
  expect(proposalFor(ACT, [mandate('none', {})])).toBeUndefined();
});

const anyWords = fc.subarray(['a', 'b', 'c']);
const anyProposer = fc.record({
  id: fc.constantFrom('m', 'n', 'o'),
  rule: fc.record({ channels: anyWords, labels: anyWords, authors: anyWords }),
  fromDay: fc.constantFrom('2026-01-01', '2026-02-01'),
  untilDay: fc.constantFrom('2026-02-01', '2026-03-01'),
});
const anyAct = fc.record({
  channelId: fc.constantFrom('a', 'b', 'z'),
  memberId: fc.constantFrom('a', 'b', 'z'),
  labels: anyWords,
  day: fc.constantFrom('2026-01-15', '2026-02-15', '2026-03-15'),
});

test('what is proposed fits its own rule, and no other rule that fits says more', () => {
  fc.assert(
    fc.property(anyAct, fc.array(anyProposer, { maxLength: 6 }), (act, proposers) => {
      const proposal = proposalFor(act, proposers);
      const fitting = proposers.flatMap((one) => reasonsFor(act, one)?.length ?? []);
      expect(proposal?.because.length ?? 0).toBe(Math.max(0, ...fitting));
      if (proposal === undefined) return;
      const own = proposers.filter(({ id }) => id === proposal.mandateId).map((one) => reasonsFor(act, one));
      expect(own).toContainEqual(proposal.because);
    }),
  );
});

test('shares lie between 0 and 1, sorting never makes them worse, and nothing is no share', () => {
  const n = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(n, n, n, n, (tied, house, offplan, unsorted) => {
      const counted = { mandate: tied, house, offplan, unsorted };
      const share = tiedShareOf(counted);
      expect(share === undefined).toBe(tied + offplan + unsorted === 0);
      if (share !== undefined) expect(share).toBeGreaterThanOrEqual(0);
      if (share !== undefined) expect(share).toBeLessThanOrEqual(1);
      if (unsorted === 0) return;
      const sorted = { ...counted, unsorted: unsorted - 1 };
      expect(tiedShareOf({ ...sorted, mandate: tied + 1 })).toBeGreaterThan(share ?? 0);
      expect(offplanShareOf({ ...sorted, house: house + 1 })).toBeLessThan(offplanShareOf(counted) ?? 1);
      expect(offplanShareOf({ ...sorted, offplan: offplan + 1 })).toBe(offplanShareOf(counted));
    }),
  );
  expect(tiedShareOf({ mandate: 0, house: 9, offplan: 0, unsorted: 0 })).toBeUndefined();
  expect(offplanShareOf({ mandate: 0, house: 0, offplan: 0, unsorted: 0 })).toBeUndefined();
});
