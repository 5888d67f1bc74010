import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyOf } from '#workspace/audit/lookup.ts';
import type { Browser } from '../../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../../tools/testing/community.ts';
import type { CourseHouse } from '../../../../../tools/testing/course.ts';
import { openCourse } from '../../../../../tools/testing/course.ts';
import type { ObjectivePage } from '#cockpit/course/wire.ts';
import type { ObjectiveState } from './model.ts';
import { afterAct, isOver } from './rules.ts';

let open: CourseHouse;
beforeAll(async () => {
  open = await openCourse();
});
afterAll(() => open[Symbol.asyncDispose]());

const HORIZON = '2026-09-30';
/** Nothing measures it and its horizon is ahead: it is never reached or missed. */
const AROUND = { today: '2026-03-02', ownerHasLeft: false, keyResults: 0, reached: 0 };
const ACTS = ['change', 'start', 'reached', 'missed', 'dropped'] as const;
type Act = (typeof ACTS)[number];
const anyAct = fc.constantFrom(...ACTS);

/** Where an act leads by the rules, and the event it leaves; undefined where it may not be done. */
function after(
  state: ObjectiveState,
  act: Act,
): { readonly state: ObjectiveState; readonly event: string } | undefined {
  if (act === 'change') return isOver(state) ? undefined : { state, event: 'objective.changed' };
  const done = act === 'start' ? ({ is: 'start' } as const) : ({ is: 'end', as: act, why: 'Dit' } as const);
  const next = afterAct({ state, horizon: HORIZON }, done, AROUND);
  return next.ok ? { state: next.value, event: act === 'start' ? 'objective.started' : `objective.${act}` } : undefined;
}

let said = 0;
function doIt(by: Browser, path: string, version: number, act: Act) {
  said += 1;
  if (act === 'change') return by.call('PATCH', path, { version, reason: `Raison ${String(said)}` });
  if (act === 'start') return by.call('POST', `${path}/start`, { version });
  return by.call('POST', `${path}/end`, { version, as: act, why: 'Dit' });
}

test('whatever two people do at once, an objective stands where the rules say, and the record tells every step once', async () => {
  const people = [open.as('pilot'), open.as('admin')];
  const scope = await scopeOf(open.as('pilot'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyAct, anyAct), { minLength: 2, maxLength: 6 }), async (turns) => {
      const words = { title: 'Moins de silence', reason: 'Dit', kind: 'support', ownerId: open.idOf['Inès'] };
      const made = await open.as('pilot').must('POST', '/api/v1/objectives', { ...words, horizon: HORIZON });
      const { id } = made as { readonly id: string };
      const path = `/api/v1/objectives/${id}`;
      const told = ['objective.added'];
      let [state, version]: [ObjectiveState, number] = ['draft', 1];
      for (const pair of turns) {
        const replies = await Promise.all(
          pair.map((act, at) => doIt(people[at] ?? open.as('pilot'), path, version, act)),
        );
        const done = pair.filter((_, at) => (replies[at]?.status ?? 500) < 300);
        expect(done.length).toBe(pair.some((act) => after(state, act) !== undefined) ? 1 : 0);
        const next: ReturnType<typeof after> = done[0] === undefined ? undefined : after(state, done[0]);
        expect(next === undefined).toBe(done.length === 0);
        if (next === undefined) continue;
        told.push(next.event);
        [state, version] = [next.state, version + 1];
      }
      const page = (await open.as('pilot').must('GET', path)) as ObjectivePage;
      expect(page).toMatchObject({ state, version });
      const events = await open.house.database.inScope(scope, (db) => historyOf(db, 'objective', id));
      expect(events.map(({ action }) => action).toReversed()).toEqual(told);
    }),
    { numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 6), endOnFailure: true },
  );
});
