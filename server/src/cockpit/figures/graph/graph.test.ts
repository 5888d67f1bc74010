import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REGISTRY } from '#cockpit/figures/index.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { MadeCommunity } from '../../../../../tools/testing/made-community.ts';
import { writeCommunity } from '../../../../../tools/testing/made-community.ts';
import { slowGraph } from '../../../../../tools/testing/slow-figures-graph.ts';
import { BOTH_ENGINES, openAnalysis } from '../../../../../tools/testing/two-engines.ts';
import { answerFigures } from '#cockpit/figures/service.ts';
import { reciprocity, summaryOf } from './rules.ts';

const RUNS = Number(process.env['PASSERELLE_RUNS'] ?? 6);
const clock = standingClock('2027-01-01T00:00:00Z');
const FIGURES = REGISTRY.filter(({ id }) => id === 'reply_graph');

const day = (n: number): string => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10);

/** Few people who answer each other a lot, over forty days about a change of clocks. */
const community = fc
  .record({
    kinds: fc.array(fc.constantFrom('person', 'person', 'person', 'person', 'staff', 'bot'), {
      minLength: 5,
      maxLength: 8,
    }),
    merged: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    messages: fc.array(
      fc.record({
        account: fc.nat(7),
        thread: fc.option(fc.nat(4), { nil: undefined, freq: 8 }),
        minute: fc.nat(40 * 1440),
        opens: fc.constantFrom(true, false, false, false),
        repliesTo: fc.option(fc.nat(49), { nil: undefined, freq: 2 }),
        state: fc.constantFrom('shown', 'shown', 'shown', 'shown', 'hidden', 'erased'),
      }),
      { minLength: 40, maxLength: 60, size: 'max' },
    ),
  })
  .map(({ kinds, merged, messages }): MadeCommunity => ({
    places: [{ threads: true, replies: true, hours: true, reactions: true }],
    channels: [0],
    members: kinds.map((kind, n) =>
      n > 0 && merged[n] === true && n % 3 === 0 ? { kind, mergedInto: n - 1 } : { kind },
    ),
    accounts: kinds.map((_, member) => ({ place: 0, member })),
    threads: [0, 0, 0, 0, 0],
    messages: messages.map(({ account, thread, minute, opens, repliesTo, state }) => ({
      channel: 0,
      account: account % kinds.length,
      when: { at: new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString() },
      state,
      ...(thread === undefined ? {} : { thread, opens }),
      ...(repliesTo === undefined ? {} : { repliesTo: repliesTo % messages.length }),
    })),
    reactions: [],
  }));

test('the reply graph is what its definition says, on both engines', { timeout: 300_000 }, async () => {
  await using analysis = await openAnalysis();
  let ties = 0;
  await fc.assert(
    fc.asyncProperty(community, fc.nat(20), fc.integer({ min: 10, max: 40 }), async (made, start, length) => {
      const zone = 'Europe/Paris';
      const scope = await analysis.workspace(zone);
      await analysis.write(scope, (db) => writeCommunity(db, made));
      await analysis.projection.refresh(scope);
      const query = { from: day(start), until: day(start + length), compare: 'none' as const };
      const { mutual, ...parts } = slowGraph(made, { zone, places: [0], channels: undefined, ...query });
      ties += parts.ties;
      for (const engine of BOTH_ENGINES) {
        const answers = await answerFigures({ ...analysis, clock }, scope, FIGURES, query, 'fr', engine);
        const answer = answers.ok ? answers.value[0] : undefined;
        if (parts.ties === 0) expect(answer?.value.state).toBe('unavailable');
        else expect(answer).toMatchObject({ value: { n: mutual, of: parts.ties }, parts: { ...parts } });
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(ties).toBeGreaterThan(0);
});

test('reciprocity is read from pairs, each seen once', () => {
  const row = { w: 0, persons: 50, tied: 40, pairs: 100, mutual: 25, recurring: 12, answers: 300 };
  const { estimate, ...measured } = reciprocity([row]);
  expect(measured).toEqual({
    sample: 100,
    n: 50,
    of: 125,
    parts: { persons: 50, tied: 40, ties: 125, recurring: 12, answers: 300, density: 125 / (50 * 49) },
  });
  expect(estimate?.value).toBeCloseTo(0.4, 12);
  // Wilson of 25 of 100 is 0.1754 to 0.3430.
  expect(estimate?.low).toBeCloseTo((2 * 0.17545) / 1.17545, 4);
  expect(estimate?.high).toBeCloseTo((2 * 0.34304) / 1.34304, 4);
  expect(summaryOf([{ ...row, w: 1 }, row])).toMatchObject({ kind: 'graph', ties: 125, mutual: 50, reciprocity: 0.4 });
});

test('nobody answered anybody: nothing to measure, not zero', () => {
  expect(reciprocity([]).estimate).toBeUndefined();
  expect(summaryOf([])).toBeUndefined();
  const alone = { w: 0, persons: 3, tied: 0, pairs: 0, mutual: 0, recurring: 0, answers: 0 };
  expect(reciprocity([alone])).toMatchObject({ estimate: undefined, parts: { persons: 3, density: 0 } });
  expect(summaryOf([alone])).toBeUndefined();
});
