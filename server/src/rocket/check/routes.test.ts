import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFigures } from '#cockpit/figures/index.ts';
import type { Scope } from '#kernel/scope.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import { AwaitingView } from '#rocket/awaiting/wire.ts';
import { awaitingRoutes } from '#rocket/awaiting/index.ts';
import { CharterView } from '#rocket/charter/wire.ts';
import { charterRoutes } from '#rocket/charter/index.ts';
import { ReviewView } from '#rocket/path/wire.ts';
import { PathView } from '#rocket/steps/wire.ts';
import { pathRoutes } from '#rocket/path/index.ts';
import { record } from '#workspace/audit/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { put, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { fillRocket, id, thirty } from '../../../../tools/testing/made-rocket.ts';
import type { CheckDeps } from './index.ts';
import { checkRoutes } from './index.ts';
import { keepLastMonth } from './service.ts';
import { CheckView } from './wire.ts';

let house: House;
let admin: Browser;
let host: Browser;
let scope: Scope;
let projection: Projection;
let deps: CheckDeps;
let folder: string;
let adminId: string;
let hostId: string;

/** The 90 days begin on 3 December with today counted in; those of the figures on the 90th day before the last message's. */
const TODAY = '2026-03-02';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-check-'));
  house = await openHouse({
    start: `${TODAY}T08:00:00Z`,
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      deps = { database, clock, figures: createFigures({ database, projection, clock }) };
      return [...checkRoutes(deps), ...charterRoutes(deps), ...pathRoutes(deps), ...awaitingRoutes(deps)];
    },
  });
  await prepareJobs(house.database.ownerPool);
  admin = await house.openFirst();
  host = await house.colleague(admin, 'Inès Aubry', ['host']);
  scope = await scopeOf(admin);
  await house.database.inScope(scope, (db) => writeCommunity(db, thirty()));
  const { people } = await charter();
  adminId = people.find(({ name }) => name === 'Aïcha Benali')?.id ?? '';
  hostId = people.find(({ name }) => name === 'Inès Aubry')?.id ?? '';
});

afterAll(async () => {
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const check = async (browser = admin) => CheckView.parse(await browser.must('GET', '/api/v1/rocket/check'));
const charter = async (browser = admin) => CharterView.parse(await browser.must('GET', '/api/v1/charter'));
const path = async () => PathView.parse(await admin.must('GET', '/api/v1/rocket/path'));
const said = async () =>
  Object.fromEntries((await check()).indicators.map(({ id, state, n, of, because }) => [id, [state, n, of, because]]));
const write = (table: string, rows: readonly Record<string, unknown>[]) =>
  house.database.inScope(scope, (db) => put(db, table, rows));

let filling: Promise<void> | undefined;
/** What the bridge and the cockpit hold, written once: whichever test asks first. */
const filled = (): Promise<void> => (filling ??= fillRocket(write, { adminId, hostId }));
let reading: Promise<void> | undefined;
const measured = (): Promise<void> =>
  (reading ??= filled().then(() =>
    write('key_result_reading', [
      { key_result_id: id(3), day: '2026-03-01', taken_at: '2026-03-01T06:00:00Z', value: 0.6 },
    ]),
  ));

const unavailable = (because: string) => ['unavailable', null, null, because];
const missing = (because: string) => ['missing', null, null, because];

test('a field by itself: what the page says is what one counts by hand, and the cockpit is missing', async () => {
  const found = await said();
  // From 1 December to 28 February, 83 of the 90 threads are seven days old. Every tenth was answered by the team alone,
  // save on Saturday 20 December and Sunday 8 February.
  expect(found['reply_coverage']).toEqual(['in_place', 81, 83, null]);
  // 13 weeks less a Sunday are 65 working days, less the two Mondays.
  expect(found['presence']).toEqual(['in_place', 63, 65, null]);
  expect(found).toMatchObject({
    clocks: unavailable('no_clocks'),
    moderation: unavailable('no_moderation'),
    planned: unavailable('no_calendar'),
    verdicts: unavailable('no_proof'),
    reviews: unavailable('no_reviews'),
    value_model: missing('no_value_model'),
    objectives: missing('no_objective'),
    key_results: missing('no_key_result'),
    decided: missing('none_submitted'),
    loop: unavailable('nobody_asked'),
    pilot: missing('nobody'),
  });
  const { sentence, bands, axes } = await check();
  expect([sentence, bands]).toEqual(['no_cockpit', { cockpit: 'absent', bridge: 'absent', field: 'present' }]);
  expect([axes.animates, axes.pilots]).toEqual([1, 0]);
});

test('bridge and cockpit, recounted by hand; each step of the path follows', async () => {
  await filled();
  const staff = thirty().messages.filter(({ account }) => account === 30).length;
  const found = await said();
  // In the 90 days with today, from 3 December: the team's messages of 1 and 2 December lie before (none on the 1st, a Monday).
  const before = thirty().messages.filter(
    ({ account, when }) => account === 30 && 'at' in when && when.at < '2025-12-02T23:00:00Z',
  ).length;
  const unsorted = staff - 40;
  expect(before).toBe(1);
  expect(found).toMatchObject({
    tied: ['weak', 30, 30 + 1 + unsorted, null],
    decided: ['weak', 1, 3, null],
    loop: ['in_place', 3, 4, null],
    objectives: ['in_place', 1, 1, null],
    key_results: ['missing', 0, 1, null],
  });
  const said90 = thirty().messages.filter(({ account }) => account !== 30).length;
  expect(found['signals']).toEqual(['in_place', 2, said90, null]);
  // Both hosts were seen (one opened the workspace, one joined it); one of them has a mandate that runs.
  expect(found['hosts']).toEqual(['weak', 1, 2, null]);
  await measured();
  expect((await said())['key_results']).toEqual(['in_place', 1, 1, null]);
  const { steps, proof } = await path();
  expect(steps.filter(({ done }) => !done).map((step) => step.id)).toEqual(['charter', 'tied', 'decided', 'value']);
  expect(proof.map(({ done }) => done)).toEqual([true, true, true]);
});

test('the pilot: declared by the charter, seen in the record; two hands on one letter do not overwrite one another', async () => {
  expect((await charter()).isBlank).toBe(true);
  await admin.must('POST', '/api/v1/charter/proposal', {});
  expect((await said())['pilot']?.[0]).toBe('weak');
  const set = { function: 'pilot', colleagueId: null, was: 'R', letter: 'A' };
  await admin.must('PUT', '/api/v1/charter/course', set);
  const again = await admin.call('PUT', '/api/v1/charter/course', set);
  expect([again.status, again.text.includes('«\u00a0A\u00a0»')]).toEqual([409, true]);
  const own = { function: null, colleagueId: hostId, was: null, letter: 'C' };
  await admin.must('PUT', '/api/v1/charter/course', own);
  const line = (await charter()).items.find((one) => one.id === 'course');
  expect(line?.people.find(({ colleagueId }) => colleagueId === hostId)?.own).toBe('C');
  expect(await admin.call('PUT', '/api/v1/charter/course', { ...own, letter: 'I' })).toMatchObject({
    status: 409,
    json: { code: 'charter/stale', details: { letter: 'C', by: 'Aïcha Benali' } },
  });
  expect((await host.call('PUT', '/api/v1/charter/course', own)).status).toBe(403);
  expect((await admin.call('PUT', '/api/v1/charter/nothing', own)).status).toBe(404);
  expect((await admin.call('PUT', '/api/v1/charter/course', { ...own, colleagueId: id(1) })).status).toBe(404);
  expect((await charter(host)).can.set).toBe(false);
});

test('bounds are set with a reason, are not written over, and go back', async () => {
  await filled();
  const put2 = (body: object, name = 'tied') => admin.call('PUT', `/api/v1/rocket/bounds/${name}`, body);
  const asked = { version: 0, inPlace: 0.3, missing: 0.1, why: 'On commence' };
  expect((await put2({ ...asked, inPlace: 0.05 })).status).toBe(422);
  expect((await put2(asked, 'objectives')).status).toBe(422);
  expect((await put2(asked, 'nothing')).status).toBe(404);
  expect((await put2(asked)).status).toBeLessThan(300);
  const later = await put2(asked);
  expect(later).toMatchObject({ status: 409, json: { code: 'check/stale', details: { by: 'Aïcha Benali' } } });
  expect((later.json as { detail: string }).detail).toMatch(
    /\(Aïcha Benali\s: d’autres seuils\)\s: «\sen place\s» à 30\s%, «\smanque\s» 10\s%/u,
  );
  const tied = (await check()).indicators.find((one) => one.id === 'tied');
  expect([tied?.state, tied?.own?.why, tied?.own?.by]).toEqual(['in_place', 'On commence', 'Aïcha Benali']);
  expect((await check(host)).indicators.every(({ can }) => !can.setBounds)).toBe(true);
  await admin.must('DELETE', '/api/v1/rocket/bounds/tied');
  expect((await said())['tied']?.[0]).toBe('weak');
  expect((await admin.call('DELETE', '/api/v1/rocket/bounds/tied')).status).toBe(404);
  // Numbers go on after going back: whoever read the first ones does not write over those set meanwhile.
  await put2({ ...asked, why: 'On reprend' });
  expect((await put2({ ...asked, version: 1 })).status).toBe(409);
  await admin.must('DELETE', '/api/v1/rocket/bounds/tied');
  const { items } = (await admin.must('GET', '/api/v1/audit?objectType=indicator')) as {
    items: { action: string; why?: string }[];
  };
  expect(items.map(({ action, why }) => [action, why])).toEqual([
    ['check.bounds_reset', undefined],
    ['check.bounds_set', 'On reprend'],
    ['check.bounds_reset', undefined],
    ['check.bounds_set', 'On commence'],
  ]);
});

test('the month that ended is kept once, as it was said, unless the workspace came after it', async () => {
  await keepLastMonth(deps, scope);
  expect((await check()).history).toEqual([]);
  await house.database.installation
    .updateTable('workspace')
    .set({ created_at: new Date('2026-01-05') })
    .execute();
  await keepLastMonth(deps, scope);
  await admin.must('PUT', '/api/v1/rocket/bounds/presence', { version: 0, inPlace: 1, missing: 0.99, why: 'Essai' });
  await keepLastMonth(deps, scope);
  const { history, bands } = await check();
  expect(history.map(({ month, bands: then }) => [month, then.field])).toEqual([['2026-02-01', 'present']]);
  expect(bands.field).toBe('present');
});

test('what the navigation shows, and the review that can be printed', async () => {
  await measured();
  const { stages, pages } = AwaitingView.parse(await host.must('GET', '/api/v1/awaiting'));
  expect(stages).toEqual((await check()).bands);
  // One member of the second insight is still to be told.
  expect(pages).toEqual({ loop: { count: 1, late: false } });
  const review = ReviewView.parse(await host.must('GET', '/api/v1/rocket/review'));
  expect(review.objectives.map(({ title, keyResults }) => [title, keyResults.map(({ latest }) => latest)])).toEqual([
    ['Alléger le support', [0.6]],
  ]);
  // What most members asked for comes first.
  expect(review.of).toEqual({ objectives: 1, insights: 3 });
  expect(review.insights.map(({ members, told }) => [members, told])).toEqual([
    [3, 1],
    [2, 2],
    [0, 0],
  ]);
  expect(review.effort).toMatchObject({ minutes: 40 * 6 + 30, tied: 30, house: 10 });
  expect(review.effort.mandates.map(({ hours, isProvable }) => [hours, isProvable])).toEqual([[12, true]]);
});

test('the last of the steps leads to the whole rocket', async () => {
  await admin.must('DELETE', '/api/v1/rocket/bounds/presence');
  const made = { made_by: adminId, made_at: '2026-02-01T09:00:00Z', version: 1 };
  const mandate = { objective_id: id(1), intention: 'Animer', audience: '{}', freedom: 'Tout', effort_hours: 2 };
  const days = { from_day: '2026-02-01', until_day: '2026-04-01', rule: '{}' };
  await write('mandate', [{ id: id(40), ...mandate, ...days, host_id: adminId, state: 'active', ...made }]);
  const sorted = { day: '2026-02-12', sorted_by: hostId, sorted_at: '2026-02-12T09:00:00Z', version: 1 };
  const calls = Array.from({ length: 60 }, (_, n) => ({ id: id(300 + n), kind: 'call', ...sorted, done_by: hostId }));
  await write(
    'action',
    calls.map((call) => ({ ...call, tie: 'mandate', mandate_id: id(4) })),
  );
  const insight = { statement: 'Autre chose', options: '{}', words: '{}', due: '2026-02-28', ...made };
  const decided = { submitted_at: '2026-02-05T09:00:00Z', decided_at: '2026-02-06T09:00:00Z', state: 'decided' };
  await write(
    'insight',
    Array.from({ length: 5 }, (_, n) => ({ id: id(400 + n), ...insight, ...decided })),
  );
  const lines = [{ stream: 'ideas' }, { stream: 'people' }];
  const sheet = { lines, scenarios: [] };
  await write('value_version', [{ number: 1, sheet, made_by: adminId, made_at: '2026-01-20T09:00:00Z' }]);
  const { steps } = await path();
  expect(steps.filter(({ done }) => !done)).toEqual([]);
  expect((await said())['value_model']).toEqual(['in_place', 41, 120, null]);
  expect((await check()).sentence).toBe('whole');
  // The charter declares a pilot; what he did for the course is not in the record yet.
  expect((await said())['pilot']?.[0]).toBe('weak');
  const by = { kind: 'person', colleagueId: adminId } as const;
  const event = { action: 'objective.added', objectType: 'objective', objectId: id(1) };
  await house.database.inScope(scope, (db) => record(db, by, house.clock.now(), event));
  const { sentence, axes } = await check();
  expect([sentence, axes]).toEqual(['whole', { animates: 1, pilots: 1 }]);
});
