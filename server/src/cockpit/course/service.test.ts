import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFigures } from '#cockpit/figures/index.ts';
import { keyResultTasks, type KeyResultsDeps } from '#cockpit/course/key-results/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { madeId, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { ALL, day, forum, instant } from '../../../../tools/testing/made-forum.ts';
import { courseRoutes } from './index.ts';
import { awaiting, liveObjectives } from './lookup.ts';
import { CourseView, ObjectivePage } from './wire.ts';

let house: House;
let deps: KeyResultsDeps;
let projection: Projection;
let folder: string;
const team: Partial<Record<FunctionName | 'leaver', Browser>> = {};
const idOf: Record<string, string> = {};

/** Twenty people write every fortnight until the new year, thirty from then on; the second place is silent. */
function growing() {
  const { made, say } = forum(30, [ALL, ALL]);
  for (let n = 0; n < 212; n += 1) {
    for (const member of [n % 14, 14 + (n % 6)]) say(member, instant(day('2025-08-02', n)));
    if (n >= 152) say(20 + (n % 10), instant(day('2025-08-02', n)));
  }
  return made;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-course-'));
  house = await openHouse({
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      deps = { database, figures: createFigures({ database, projection, clock, isGuarded: true }), clock };
      return courseRoutes(deps);
    },
  });
  await prepareJobs(house.database.ownerPool);
  const admin = await house.openFirst();
  team.admin = admin;
  team.pilot = await house.colleague(admin, 'Inès Aubry', ['pilot']);
  team.sponsor = await house.colleague(admin, 'Hugo Vidal', ['sponsor']);
  team.host = await house.colleague(admin, 'Maël Costa', ['host']);
  team.leaver = await house.colleague(admin, 'Nora Petit', ['owner']);
  const { items } = (await admin.must('GET', '/api/v1/team')) as { items: { id: string; name: string }[] };
  for (const { id, name } of items) idOf[name.split(' ')[0] ?? ''] = id;
  await admin.must('DELETE', `/api/v1/team/${idOf['Nora'] ?? ''}`);
  await house.database.inScope(await scopeOf(admin), (db) => writeCommunity(db, growing()));
});

afterAll(async () => {
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const as = (who: FunctionName): Browser => team[who] ?? expect.unreachable(who);
const course = async (who: FunctionName = 'pilot') => CourseView.parse(await as(who).must('GET', '/api/v1/course'));
const page = async (id: string, who: FunctionName = 'pilot') =>
  ObjectivePage.parse(await as(who).must('GET', `/api/v1/objectives/${id}`));
const words = (change: object = {}) => ({
  title: 'Davantage de monde chaque mois',
  reason: 'Les ventes viennent de là.',
  kind: 'engagement',
  ownerId: idOf['Inès'],
  sponsorId: idOf['Hugo'],
  horizon: '2026-09-30',
  ...change,
});
const write = async (change: object = {}): Promise<string> =>
  ((await as('pilot').must('POST', '/api/v1/objectives', words(change))) as { id: string }).id;
const ACTIVE = { figure: 'active_members', spanDays: 28, target: 40, due: '2026-09-30' };
const measure = async (id: string, change: object = {}) =>
  ((await as('pilot').must('POST', `/api/v1/objectives/${id}/key-results`, { ...ACTIVE, ...change })) as { id: string })
    .id;
const codeOf = async (reply: ReturnType<Browser['call']>) => {
  const { status, json } = await reply;
  return [status, (json as { code: string }).code];
};

describe('the vision', () => {
  test('is written in versions, confirmed by a sponsor, and asked for again', async () => {
    expect((await course('sponsor')).vision).toMatchObject({ versions: [], asking: null });
    await as('pilot').must('POST', '/api/v1/vision', { number: 0, text: 'Que chacun trouve à qui parler.' });
    expect((await course('sponsor')).vision).toMatchObject({ asking: { isDue: true }, can: { confirm: true } });
    expect(await awaits('Hugo', ['sponsor'])).toBe(1);
    await as('sponsor').must('POST', '/api/v1/vision/confirm', { number: 1 });
    const { vision } = await course();
    expect(vision.versions[0]?.confirmations[0]?.by).toBe('Hugo Vidal');
    expect(vision).toMatchObject({ asking: { isDue: false, on: '2026-09-01' }, can: { write: true, confirm: false } });
    expect(await awaits('Hugo', ['sponsor'])).toBe(0);
  });
  test('written by two at once, the later one is told', async () => {
    const text = 'Que chacun trouve à qui parler, et reste.';
    await as('pilot').must('POST', '/api/v1/vision', { number: 1, text });
    const late = as('admin').call('POST', '/api/v1/vision', { number: 1, text: 'Autre chose.' });
    expect((await late).json).toMatchObject({ code: 'vision/stale', details: { by: 'Inès Aubry' } });
    expect(await codeOf(as('sponsor').call('POST', '/api/v1/vision/confirm', { number: 1 }))).toEqual([
      409,
      'vision/stale',
    ]);
    expect(await codeOf(as('pilot').call('POST', '/api/v1/vision', { number: 2, text }))).toEqual([422, 'vision/same']);
    expect((await course()).vision.versions.map(({ number }) => number)).toEqual([2, 1]);
  });
});

async function awaits(name: string, functions: readonly FunctionName[]): Promise<number> {
  const scope = await scopeOf(as('admin'));
  const person = { colleagueId: idOf[name] ?? '', functions };
  return house.database.inScope(scope, (db) => awaiting(db, person, house.clock.now()));
}

describe('an objective', () => {
  test('goes from draft to live to its end, each step on the record', async () => {
    const id = await write();
    const path = `/api/v1/objectives/${id}`;
    await as('pilot').must('PATCH', path, { version: 1, title: 'Davantage de monde', horizon: '2026-10-31' });
    await as('pilot').must('POST', `${path}/start`, { version: 2 });
    expect((await page(id)).can).toEqual({
      change: true,
      start: false,
      reach: false,
      miss: false,
      drop: true,
      measure: true,
    });
    expect((await page(id, 'host')).can).toMatchObject({ change: false, drop: false });
    expect(await codeOf(as('pilot').call('POST', `${path}/end`, { version: 3, as: 'reached' }))).toEqual([
      422,
      'objective/nothing_measured',
    ]);
    expect(await codeOf(as('pilot').call('POST', `${path}/end`, { version: 3, as: 'missed', why: 'x' }))).toEqual([
      422,
      'objective/too_early',
    ]);
    await as('pilot').must('POST', `${path}/end`, { version: 3, as: 'dropped', why: 'La priorité a changé.' });
    const { state, why, events } = await page(id);
    expect({ state, why }).toEqual({ state: 'dropped', why: 'La priorité a changé.' });
    expect(events.map(({ action, by }) => [action, by])).toEqual([
      ['objective.dropped', 'Inès Aubry'],
      ['objective.started', 'Inès Aubry'],
      ['objective.changed', 'Inès Aubry'],
      ['objective.added', 'Inès Aubry'],
    ]);
    expect(await codeOf(as('pilot').call('PATCH', path, { version: 4, title: 'x' }))).toEqual([422, 'objective/ended']);
  });

  test.each([
    ['a horizon that is over', { horizon: '2026-03-02' }, 422, 'objective/horizon_past'],
    ['an owner who left', { ownerId: 'Nora' }, 422, 'objective/owner_left'],
    ['a sponsor who left', { sponsorId: 'Nora' }, 422, 'objective/sponsor_left'],
    ['an owner nobody knows', { ownerId: '00000000-0000-4000-8000-000000000000' }, 404, 'http/not_found'],
    ['a kind of one’s own without words', { kind: 'own' }, 400, 'http/bad_input'],
  ])('is refused with %s', async (_, change, status, code) => {
    const known = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, idOf[value] ?? value]));
    const before = (await course()).objectives.length;
    expect(await codeOf(as('pilot').call('POST', '/api/v1/objectives', words(known)))).toEqual([status, code]);
    expect((await course()).objectives).toHaveLength(before);
  });

  test('changed by two at once, the later one is told what changed and by whom, in his language', async () => {
    const id = await write({ title: 'Moins de silence' });
    const path = `/api/v1/objectives/${id}`;
    const both = await Promise.all([
      as('pilot').call('PATCH', path, { version: 1, title: 'Plus de réponses' }),
      as('admin').call('PATCH', path, { version: 1, horizon: '2026-08-01', reason: 'Autre' }),
    ]);
    expect(both.filter(({ status }) => status >= 400)).toHaveLength(1);
    const { json } = both.find(({ status }) => status === 409) ?? expect.unreachable('nobody was told');
    const { code, detail } = json as { code: string; detail: string };
    expect(code).toBe('objective/stale');
    expect(detail).toMatch(
      /\((?:Inès Aubry : le titre|Aïcha Benali : .*la raison.* et .*l’échéance.*|Aïcha Benali : l’échéance et la raison)\)/u,
    );
  });
});

describe('a key result', () => {
  let refused: string | undefined;

  test('starts from a measured baseline, is read back, and stands on its pace line', async () => {
    const id = await write({ title: 'Quarante personnes actives' });
    const asked = { figure: 'active_members', spanDays: 28, until: '2025-12-01' };
    const shown = await as('pilot').must('POST', '/api/v1/key-results/baseline', asked);
    expect(shown).toMatchObject({
      figure: { id: 'active_members', unit: 'persons' },
      baseline: { value: 20, from: '2025-11-03', until: '2025-12-01' },
    });
    const keyResultId = await measure(id, { until: '2025-12-01' });
    const scope = await scopeOf(as('pilot'));
    const { signal } = new AbortController();
    const call = { scope, payload: { keyResultId }, signal, attempt: 1, isLastAttempt: false };
    await keyResultTasks(deps)['course.read_back']?.(call);
    await as('pilot').must('POST', `/api/v1/objectives/${id}/start`, { version: 1 });
    const { keyResults } = await page(id, 'sponsor');
    expect(keyResults[0]).toMatchObject({ state: 'ahead', because: null, target: 40, progress: 0.5 });
    const { readings = [] } = keyResults[0] ?? {};
    expect(readings.length).toBeGreaterThan(8);
    expect([readings[0]?.value, readings.at(-1)]).toMatchObject([20, { day: '2026-03-01', value: 30, because: null }]);
    expect(await liveOnes()).toMatchObject([{ id, keyResults: 1, fed: 1 }]);
  });

  test('is read again after a day, whoever looks, and once where nothing new came in', async () => {
    const id = await write({ title: 'Suivi' });
    await measure(id);
    const taken = async () => (await page(id, 'host')).keyResults[0]?.readings.map(({ takenAt }) => takenAt);
    const age = async (seconds: number): Promise<void> => {
      const taken_at = new Date(house.clock.now().getTime() - seconds * 1000);
      await house.database.inScope(await scopeOf(as('pilot')), (db) =>
        db.tx.updateTable('key_result_reading').set({ taken_at }).execute(),
      );
    };
    await age(24 * 3600 - 1);
    expect(await taken()).toEqual(['2026-03-01T08:00:01.000Z']);
    await age(24 * 3600);
    expect(await taken()).toEqual([house.clock.now().toISOString()]);
  });

  test('says so when its place goes, and is no longer on course', async () => {
    const id = await write({ title: 'Un seul lieu' });
    await measure(id, { slice: { place: madeId('place', 0) } });
    const scope = await scopeOf(as('pilot'));
    await house.database.inScope(scope, (db) => db.tx.deleteFrom('key_result_reading').execute());
    await house.database.inScope(scope, (db) =>
      db.tx
        .updateTable('key_result')
        .set({ slice: JSON.stringify({ place: '00000000-0000-4000-8000-000000000000' }) })
        .where('objective_id', '=', id)
        .execute(),
    );
    const [one] = (await page(id)).keyResults;
    expect(one).toMatchObject({ state: 'cannot_tell', progress: null });
    expect(one?.because).toContain('n’existe plus');
  });

  test.each([
    ['a target that is the baseline', { target: 30 }, 422, 'key-result/target_is_baseline'],
    ['a day after the horizon', { due: '2026-12-01' }, 422, 'key-result/due_after_horizon'],
    ['a day that is over', { due: '2026-02-01' }, 422, 'key-result/due_past'],
    [
      'a figure with too few',
      { figure: 'absence_factor', slice: { place: madeId('place', 1) } },
      422,
      'key-result/unavailable',
    ],
    ['a share of too few', { figure: 'welcomed_24h' }, 422, 'key-result/unavailable'],
    ['a window that was not watched', { until: '2025-08-25' }, 422, 'key-result/partial'],
    ['a figure nobody knows', { figure: 'happiness' }, 404, 'http/not_found'],
    ['a place nobody knows', { slice: { place: '00000000-0000-4000-8000-000000000000' } }, 404, 'http/not_found'],
  ])('is refused with %s, and nothing changes', async (_, change, status, code) => {
    refused ??= await write({ title: 'Refusé' });
    const id = refused;
    const asked = { ...ACTIVE, ...change };
    expect(await codeOf(as('pilot').call('POST', `/api/v1/objectives/${id}/key-results`, asked))).toEqual([
      status,
      code,
    ]);
    expect((await page(id)).keyResults).toEqual([]);
  });

  test('at its target lets the objective be reached; taken away, it says why', async () => {
    const id = await write({ title: 'Vingt-cinq' });
    const path = `/api/v1/objectives/${id}`;
    await measure(id, { until: '2025-12-01', target: 25 });
    const other = await measure(id, { until: '2025-12-01', target: 99 });
    await as('pilot').must('POST', `${path}/start`, { version: 1 });
    expect(await codeOf(as('pilot').call('POST', `${path}/end`, { version: 2, as: 'reached' }))).toEqual([
      422,
      'objective/not_reached',
    ]);
    const drop = `/api/v1/key-results/${other}/drop`;
    await as('pilot').must('POST', drop, { version: 1, why: 'Hors de portée cette année.' });
    expect(await codeOf(as('pilot').call('POST', drop, { version: 1, why: 'x' }))).toEqual([409, 'key-result/stale']);
    await as('pilot').must('POST', `${path}/end`, { version: 2, as: 'reached' });
    const { state, events, keyResults } = await page(id);
    expect(state).toBe('reached');
    expect(keyResults.map((one) => one.state)).toEqual(['reached']);
    expect(events.find(({ action }) => action === 'key_result.dropped')).toMatchObject({
      why: 'Hors de portée cette année.',
      about: 'Membres actifs',
    });
  });
});

async function liveOnes() {
  const scope = await scopeOf(as('admin'));
  return house.database.inScope(scope, (db) => liveObjectives(db, '2026-03-02'));
}
