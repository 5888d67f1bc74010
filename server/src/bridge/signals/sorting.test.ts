import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyOf } from '#workspace/audit/lookup.ts';
import type { HeardForum } from '../../../../tools/testing/heard-forum.ts';
import { openHeardForum, raise } from '../../../../tools/testing/heard-forum.ts';
import type { Signal } from './model.ts';
import { after } from './rules.ts';
import type { SignalView } from './wire.ts';

let forum: HeardForum;
let insightId: string;

beforeAll(async () => {
  forum = await openHeardForum();
  const { id } = await raise(forum.host, { messageId: forum.idOf('m1') });
  const asked = { statement: 'Les codes changent sans prévenir', signals: [{ id, version: 1 }] };
  ({ id: insightId } = (await forum.admin.must('POST', '/api/v1/insights', asked)) as { readonly id: string });
});
afterAll(() => forum.house[Symbol.asyncDispose]());

const EVENTS = { merge: 'signal.merged', dismiss: 'signal.dismissed', reopen: 'signal.reopened' } as const;
const ACTS = ['merge', 'dismiss', 'reopen'] as const;
const anyAct = fc.constantFrom(...ACTS);

/** Where an act leads by the rules; undefined where it may not be done. */
function stateAfter(state: Signal['state'], act: (typeof ACTS)[number]): Signal['state'] | undefined {
  const told = {
    merge: { is: 'merge', insightId, isOpen: true },
    dismiss: { is: 'dismiss', why: 'Dit' },
    reopen: { is: 'reopen', isDraft: true },
  } as const;
  const next = after({ state }, told[act]);
  return next.ok ? next.value.state : undefined;
}

test('whatever two people do at once, a signal stands where the rules say, and the record tells every step once', async () => {
  const { house, host, admin, scope, idOf } = forum;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyAct, anyAct), { minLength: 2, maxLength: 6 }), async (turns) => {
      const { id } = await raise(host, { messageId: idOf('m5') });
      const told = ['signal.raised'];
      let [state, version]: [Signal['state'], number] = ['raised', 1];
      for (const pair of turns) {
        const bodies = { merge: { version, insightId }, dismiss: { version, why: 'Dit' }, reopen: { version } };
        const replies = await Promise.all(
          pair.map((act, at) => (at === 0 ? host : admin).call('POST', `/api/v1/signals/${id}/${act}`, bodies[act])),
        );
        const done = pair.filter((_, at) => (replies[at]?.status ?? 500) < 300);
        expect(done.length).toBe(pair.some((act) => stateAfter(state, act) !== undefined) ? 1 : 0);
        const [act] = done;
        if (act === undefined) continue;
        told.push(EVENTS[act]);
        [state, version] = [stateAfter(state, act) ?? expect.unreachable('it was done'), version + 1];
      }
      const { signal } = (await host.must('GET', `/api/v1/signals/${id}`)) as SignalView;
      expect(signal).toMatchObject({ state, version });
      const events = await house.database.inScope(scope, (db) => historyOf(db, 'signal', id));
      expect(events.map(({ action }) => action).toReversed()).toEqual(told);
    }),
    { numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 6), endOnFailure: true },
  );
});
