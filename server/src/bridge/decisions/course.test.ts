import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#kernel/scope.ts';
import { standingClock } from '#platform/clock/index.ts';
import { verifyChain } from '#workspace/audit/index.ts';
import { historyOf } from '#workspace/audit/lookup.ts';
import type { Browser, Reply } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { ASKING, openBridge, writeInsight } from '../../../../tools/testing/insight.ts';
import { writeCommunity } from '../../../../tools/testing/made-community.ts';
import type { Answer, Course } from './model.ts';
import { ANSWERS } from './model.ts';
import { decide, deliver } from './rules.ts';

const TODAY = '2026-03-02';
const clock = standingClock(`${TODAY}T08:00:00Z`);
let house: House;
let scope: Scope;
let pilot: Browser;
let owner: Browser;
let pilotId: string;
let ownerId: string;

const idOf = async (browser: Browser): Promise<string> => (await browser.look()).workspaces[0]?.colleagueId ?? '';

beforeAll(async () => {
  house = await openBridge(clock);
  pilot = await house.openFirst();
  owner = await house.colleague(pilot, 'Inès Aubry', ['owner']);
  [pilotId, ownerId] = [await idOf(pilot), await idOf(owner)];
  scope = await scopeOf(pilot);
  await house.database.inScope(scope, (db) => writeCommunity(db, ASKING));
});
afterAll(() => house[Symbol.asyncDispose]());

type Act =
  | { readonly is: 'answer'; readonly answer: Answer; readonly until?: string }
  | { readonly is: 'deliver' }
  | { readonly is: 'submit' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ is: fc.constant('answer' as const), answer: fc.constantFrom(...ANSWERS) }).map((one) => ({
    ...one,
    ...(one.answer === 'later' ? { until: '2026-04-01' } : {}),
  })),
  fc.constant({ is: 'deliver' as const }),
  fc.constant({ is: 'submit' as const }),
);

/** Where an act leads by the rules, and the event it leaves; undefined where it may not be done. */
function after(course: Course, one: Act): { readonly course: Course; readonly event: string } | undefined {
  const next = { ...course, version: course.version + 1 };
  if (one.is === 'submit')
    return course.state === 'draft'
      ? { course: { ...next, state: 'submitted' }, event: 'insight.submitted' }
      : undefined;
  if (one.is === 'deliver') {
    const state = deliver(course, TODAY, TODAY);
    if (!state.ok) return undefined;
    return { course: { ...next, state: state.value, deliveredAt: clock.now() }, event: 'decision.delivered' };
  }
  const state = decide(course, { answer: one.answer, until: one.until, option: undefined, reason: 'Dit' }, TODAY);
  if (!state.ok) return undefined;
  const last = { id: 'd', answer: one.answer, until: one.until ?? null };
  const event = one.answer === 'need_more' ? 'decision.sent_back' : 'decision.made';
  return { course: { ...next, state: state.value, last, deliveredAt: null }, event };
}

function doIt(id: string, version: number, one: Act): Promise<Reply> {
  if (one.is === 'submit') return pilot.call('POST', `/api/v1/insights/${id}/submit`, { version });
  if (one.is === 'deliver')
    return pilot.call('POST', `/api/v1/decisions/${id}/deliveries`, { version, text: 'C’est là', day: TODAY });
  const { answer, until } = one;
  const given = { version, answer, reason: 'Dit', ...(until === undefined ? {} : { until }) };
  return owner.call('POST', `/api/v1/decisions/${id}/answers`, given);
}

test('whatever two people do at once, a decision stands where the rules say, and the record tells every step once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, act), { minLength: 2, maxLength: 6 }), async (turns) => {
      const id = await house.database.inScope(scope, (db) => writeInsight(db, { by: pilotId, ownerId }));
      const base = { state: 'submitted', version: 1, options: [], ownerId, outsideName: null } as const;
      let course: Course = { ...base, decidedAt: null, deliveredAt: null, last: null };
      const told: string[] = [];
      for (const pair of turns) {
        const before = course;
        // The last answer is the latest one: no two are of one moment.
        clock.advance(1000);
        const replies = await Promise.all(pair.map((one) => doIt(id, before.version, one)));
        const done = pair.filter((_, place) => (replies[place]?.status ?? 500) < 300);
        expect(replies.every(({ status }) => status < 500)).toBe(true);
        expect(done.length).toBe(pair.some((one) => after(before, one) !== undefined) ? 1 : 0);
        const [one] = done;
        const next = one === undefined ? undefined : after(before, one);
        expect(next === undefined).toBe(one === undefined);
        if (next === undefined) continue;
        told.push(next.event);
        ({ course } = next);
      }
      const { kept, events, chain } = await house.database.inScope(scope, async (db) => ({
        kept: await db.tx.selectFrom('insight').select(['state', 'version']).where('id', '=', id).executeTakeFirst(),
        events: await historyOf(db, 'insight', id),
        chain: await verifyChain(db),
      }));
      expect(kept).toEqual({ state: course.state, version: course.version });
      expect(events.map(({ action }) => action).toReversed()).toEqual(told);
      expect(chain.intact).toBe(true);
    }),
    { numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 8), endOnFailure: true },
  );
});
