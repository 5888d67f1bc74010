import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFigures } from '#cockpit/figures/index.ts';
import { BOUNDS, RHYTHM } from '#cockpit/figures/lifecycle/index.ts';
import { standingClock } from '#platform/clock/index.ts';
import { madeId, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { day as dayAfter, forum } from '../../../../tools/testing/made-forum.ts';
import { slowState } from '../../../../tools/testing/slow-figures-people.ts';
import { openAnalysis } from '../../../../tools/testing/two-engines.ts';
import { standingOf } from './rules.ts';
import { membersAtRisk, standing } from './service.ts';

const clock = standingClock('2027-01-01T00:00:00Z');
const DAYS = 600;

test('a member is in the state that the figure counts him in', () => {
  const offsets = fc.uniqueArray(fc.nat(DAYS), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(offsets, fc.integer({ min: 1, max: DAYS + 200 }), (chosen, end) => {
      const until = dayAfter('2025-01-01', end);
      const days = chosen
        .map((offset) => dayAfter('2025-01-01', offset))
        .filter((day) => day < until)
        .sort();
      expect(standingOf(days, until, BOUNDS, RHYTHM)?.state).toBe(slowState(days, until));
    }),
    { numRuns: 2000 },
  );
});

test('bounds: 30, 60, 90 and 180 days, three weeks of four', () => {
  const until = '2026-07-01';
  const state = (...ago: readonly number[]) =>
    standingOf(
      ago.map((days) => dayAfter(until, -days)),
      until,
      BOUNDS,
      RHYTHM,
    )?.state;
  expect([state(30), state(31), state(60), state(61), state(180), state(181)]).toEqual([
    'new',
    'fading',
    'fading',
    'dormant',
    'dormant',
    'gone',
  ]);
  expect([state(120, 30), state(119, 30), state(31, 30)]).toEqual(['returned', 'active', 'active']);
  expect([state(40, 21, 14, 7), state(40, 21, 20, 14), state(40, 29, 14, 7)]).toEqual(['core', 'active', 'active']);
  expect(standingOf([], until, BOUNDS, RHYTHM)).toBeUndefined();
});

test('whoever is silent for longer than usual is told by name, with the reason; others and other workspaces are not', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(4);
  // Every ten days, then silence: 30 days are unusual. Every twenty days: 30 are not.
  for (const offset of [0, 10, 20, 30]) say(0, { day: dayAfter('2026-01-01', offset) });
  for (const offset of [-30, -10, 10, 30]) say(1, { day: dayAfter('2026-01-01', offset) });
  for (const offset of [0, 60]) say(2, { day: dayAfter('2026-01-01', offset) });
  const scope = await analysis.workspace();
  await analysis.write(scope, (db) => writeCommunity(db, made));
  await analysis.projection.refresh(scope);
  const deps = { database: analysis.database, figures: createFigures({ ...analysis, clock }) };
  const page = { offset: 0, limit: 50 };
  const found = await membersAtRisk(deps, scope, page);
  expect(found).toEqual({
    ok: true,
    value: {
      items: [
        { id: madeId('member', 0), name: 'Membre 0', last: '2026-01-31', silent: 30, bound: 30, gap: 10, acts: 4 },
      ],
      total: 1,
    },
  });
  const behind = await membersAtRisk(deps, scope, { ...page, offset: 50 });
  expect(behind).toEqual({ ok: true, value: { items: [], total: 1 } });
  const earlier = await membersAtRisk(deps, scope, { ...page, from: '2026-01-01', until: '2026-03-02' });
  expect(earlier.ok && earlier.value.total).toBe(0);
  const told = await standing(deps, scope, madeId('member', 0));
  expect(told).toMatchObject({
    ok: true,
    value: { until: '2026-03-03', standing: { state: 'fading', last: '2026-01-31', weeks: 0, atRisk: true } },
  });
  expect(await standing(deps, scope, madeId('member', 3))).toMatchObject({ ok: true, value: { standing: null } });
  const elsewhere = await analysis.workspace();
  expect(await standing(deps, elsewhere, madeId('member', 0))).toMatchObject({
    ok: false,
    refusal: { code: 'http/not_found' },
  });
});
