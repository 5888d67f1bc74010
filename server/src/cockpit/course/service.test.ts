import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyResultTasks } from '#cockpit/course/key-results/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { together } from '#platform/db/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { CourseHouse } from '../../../../tools/testing/course.ts';
import { testForecasts } from '../../../../tools/testing/course-forecasts.ts';
import { openCourse } from '../../../../tools/testing/course.ts';
import { madeId, put } from '../../../../tools/testing/made-community.ts';
import { awaiting, awaitingRows, liveObjectiveRows, liveObjectives } from './lookup.ts';
import { CourseView, ObjectivePage } from './wire.ts';

let open: CourseHouse;
let house: CourseHouse['house'];
let as: CourseHouse['as'];
let idOf: CourseHouse['idOf'];

beforeAll(async () => {
  open = await openCourse();
  ({ house, as, idOf } = open);
});

afterAll(() => open[Symbol.asyncDispose]());

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
    const confirmed = await codeOf(as('sponsor').call('POST', '/api/v1/vision/confirm', { number: 1 }));
    expect(confirmed).toEqual([409, 'vision/stale']);
    expect(await codeOf(as('pilot').call('POST', '/api/v1/vision', { number: 2, text }))).toEqual([422, 'vision/same']);
    expect((await course()).vision.versions.map(({ number }) => number)).toEqual([2, 1]);
  });
});

async function awaits(name: string, functions: readonly FunctionName[]): Promise<number> {
  const person = { colleagueId: idOf[name] ?? '', functions };
  const known = await house.database.inScope(await scopeOf(as('admin')), (db) => together(db, awaitingRows(db)));
  return awaiting(known, person, { today: dayIn('Europe/Paris', house.clock.now()), zone: 'Europe/Paris' });
}

describe('an objective', () => {
  test('goes from draft to live to its end, each step on the record', async () => {
    const id = await write();
    const path = `/api/v1/objectives/${id}`;
    await as('pilot').must('PATCH', path, { version: 1, title: 'Davantage de monde', horizon: '2026-10-31' });
    await as('pilot').must('POST', `${path}/start`, { version: 2 });
    expect((await page(id)).can).toMatchObject({ change: true, start: false, reach: false, miss: false, drop: true });
    expect((await page(id, 'host')).can).toMatchObject({ change: false, drop: false });
    for (const [end, code] of [
      ['reached', 'objective/nothing_measured'],
      ['missed', 'objective/too_early'],
    ] as const)
      expect(await codeOf(as('pilot').call('POST', `${path}/end`, { version: 3, as: end, why: 'x' }))).toEqual([
        422,
        code,
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
    expect(detail).toMatch(/\(Inès Aubry\s: le titre\)|\(Aïcha Benali\s: (?=.*la raison)(?=.*l’échéance)/u);
  });
});

test('the page of an objective tells what feeds it: mandates given, insights and their last answer', async () => {
  const id = await write({ title: 'Nourri' });
  const by = idOf['Inès'];
  const AT = '2026-03-01T09:00:00Z';
  const mandate = {
    objective_id: id,
    freedom: 'Le ton',
    effort_hours: 10,
    from_day: '2026-03-01',
    host_id: idOf['Maël'],
  };
  const kept = { made_by: by, made_at: AT, version: 1 };
  const insight = { ask: 'Décider', options: '{}', words: '{}', objective_id: id, owner_id: by, due: '2026-04-01' };
  const ids = { asked: randomUUID(), heard: randomUUID(), silent: randomUUID() };
  await house.database.inScope(await scopeOf(as('admin')), async (db) => {
    for (const [intention, state] of [
      ['Répondre en deux jours', 'active'],
      ['Pas encore donné', 'draft'],
    ])
      await put(db, 'mandate', [
        {
          id: randomUUID(),
          ...mandate,
          intention,
          state,
          until_day: '2026-06-01',
          audience: '{}',
          rule: '{}',
          ...kept,
        },
      ]);
    await put(db, 'insight', [
      { id: ids.heard, statement: 'Le tarif est illisible', state: 'decided', submitted_at: AT, ...insight, ...kept },
      {
        id: ids.silent,
        statement: 'Il manque un mode hors ligne',
        state: 'submitted',
        submitted_at: AT,
        ...insight,
        ...kept,
      },
    ]);
    await put(db, 'decision', [
      { id: randomUUID(), insight_id: ids.heard, answer: 'no', reason: 'Non', by_id: by, at: AT },
      { id: randomUUID(), insight_id: ids.heard, answer: 'yes', reason: 'Oui', by_id: by, at: '2026-03-01T10:00:00Z' },
    ]);
  });
  const { feeds, mandates: underWay } = await page(id);
  expect(underWay).toBe(1);
  expect(feeds.mandates).toMatchObject([
    { intention: 'Répondre en deux jours', state: 'active', host: 'Maël Costa', acts: 0 },
  ]);
  expect(Object.fromEntries(feeds.insights.map((one) => [one.id, one.answer]))).toEqual({
    [ids.heard]: 'yes',
    [ids.silent]: null,
  });
});

describe('a forecast', () => testForecasts({ open: () => open, write, measure, page, course }));
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
    const { signal } = new AbortController();
    const scope = await scopeOf(as('pilot'));
    const call = { scope, payload: { keyResultId }, signal, attempt: 1, isLastAttempt: false };
    await keyResultTasks(open.deps)['course.read_back']?.(call);
    await as('pilot').must('POST', `/api/v1/objectives/${id}/start`, { version: 1 });
    const { keyResults } = await page(id, 'sponsor');
    expect(keyResults[0]).toMatchObject({ state: 'ahead', because: null, target: 40, progress: 0.5 });
    const readings = keyResults[0]?.readings ?? [];
    expect(readings.length).toBeGreaterThan(8);
    expect([readings[0]?.value, readings.at(-1)]).toMatchObject([20, { day: '2026-03-01', value: 30, because: null }]);
    const known = await house.database.inScope(scope, (db) => together(db, liveObjectiveRows(db)));
    expect(liveObjectives(known, '2026-03-02')).toMatchObject([{ id, keyResults: 1, fed: 1 }]);
  });

  test('is read by the round of a day; whoever looks leaves nothing behind', async () => {
    const id = await write({ title: 'Suivi' });
    await measure(id);
    const scope = await scopeOf(as('pilot'));
    const taken_at = new Date('2026-02-27T08:00:00Z');
    await house.database.inScope(scope, (db) => db.tx.updateTable('key_result_reading').set({ taken_at }).execute());
    const taken = async () => (await page(id, 'host')).keyResults[0]?.readings.map(({ takenAt }) => takenAt);
    await course('host');
    expect(await taken()).toEqual(['2026-02-27T08:00:00.000Z']);
    const call = { scope, payload: {}, signal: new AbortController().signal, attempt: 1, isLastAttempt: false };
    await keyResultTasks(open.deps)['course.read']?.(call);
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
    await as('pilot').must('POST', `/api/v1/objectives/${id}/readings`);
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
    const early = await codeOf(as('pilot').call('POST', `${path}/end`, { version: 2, as: 'reached' }));
    expect(early).toEqual([422, 'objective/not_reached']);
    const drop = `/api/v1/key-results/${other}/drop`;
    await as('pilot').must('POST', drop, { version: 1, why: 'Hors de portée cette année.' });
    const { status, json } = await as('admin').call('POST', drop, { version: 1, why: 'x' });
    expect([status, (json as { detail: string }).detail]).toEqual([409, expect.stringContaining('par Inès Aubry')]);
    await as('pilot').must('POST', `${path}/end`, { version: 2, as: 'reached' });
    const { state, events, keyResults } = await page(id);
    expect([state, ...keyResults.map((one) => one.state)]).toEqual(['reached', 'reached']);
    expect(events.find(({ action }) => action === 'key_result.dropped')).toMatchObject({
      why: 'Hors de portée cette année.',
      about: 'Membres actifs',
    });
  });
});
