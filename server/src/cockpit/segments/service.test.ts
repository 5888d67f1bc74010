import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { madeId, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { day, forum, instant } from '../../../../tools/testing/made-forum.ts';
import { segmentRoutes } from './index.ts';
import { RuleParts, SegmentList, SegmentMembers, SegmentPreview, SegmentSize } from './wire.ts';

let house: House;
let admin: Browser;
let host: Browser;
let sponsor: Browser;
let projection: Projection;
let folder: string;

/** Twelve people: each day one of the first ten opens a thread; the eleventh answers everybody, the twelfth is staff. */
function twelve() {
  const { made, say, open } = forum(12);
  for (let n = 0; n < 40; n += 1) {
    const thread = open(n % 10, instant(day('2026-01-01', n)));
    say(10, instant(day('2026-01-01', n), '16:00'), { thread });
  }
  // The first wrote much long ago and no more; the second came last.
  for (let n = 0; n < 9; n += 1) say(11, instant(day('2026-01-01', n), '17:00'));
  return { ...made, members: made.members.map((member, n) => (n === 11 ? { kind: 'staff' as const } : member)) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-segments-'));
  house = await openHouse({
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      return segmentRoutes({ database, projection, clock });
    },
  });
  admin = await house.openFirst();
  host = await house.colleague(admin, 'Inès Aubry', ['host']);
  sponsor = await house.colleague(admin, 'Hugo Vidal', ['sponsor']);
  await house.database.inScope(await scopeOf(admin), (db) => writeCommunity(db, twelve()));
});

afterAll(async () => {
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const BUSY = { is: 'activity', how: 'at_least', count: 5, within: { last: 365 } };

const list = async (browser: Browser) => SegmentList.parse(await browser.must('GET', '/api/v1/segments'));
const make = async (browser: Browser, name: string, shared: boolean, rule: object = BUSY) =>
  ((await browser.must('POST', '/api/v1/segments', { name, rule, shared })) as { id: string }).id;

test('the presets mean whom their words say, as of the day after the newest contribution', async () => {
  const { presets } = await list(admin);
  expect(presets.map(({ id }) => id)).toEqual(['new_and_active', 'fading_core', 'silent', 'most_helpful', 'staff']);
  const named = async (id: string) =>
    SegmentMembers.parse(await admin.must('GET', `/api/v1/segments/${id}/members`)).items.map(({ id: one }) => one);
  expect(await named('most_helpful')).toEqual([madeId('member', 10)]);
  expect(await named('staff')).toEqual([madeId('member', 11)]);
  expect(await named('silent')).toEqual([]);
  const size = SegmentSize.parse(await admin.must('GET', '/api/v1/segments/most_helpful/size'));
  expect(size).toEqual({ asOf: '2026-02-10', members: 1, persons: 1, everybody: 12, k: 5 });
});

test('a segment is kept, shared or for oneself, changed and removed; each is on the record', async () => {
  const own = await make(host, 'Bavards', false);
  const shared = await make(admin, 'Réguliers', true);
  expect((await list(host)).items.map(({ name, owner }) => [name, owner])).toEqual([
    ['Bavards', 'Inès Aubry'],
    ['Réguliers', 'Aïcha Benali'],
  ]);
  expect((await list(admin)).items.map(({ name }) => name)).toEqual(['Réguliers']);
  // What is somebody's own is nobody else's, whoever asks.
  for (const [method, body] of [
    ['PATCH', { version: 1, name: 'X' }],
    ['DELETE', undefined],
  ] as const) {
    expect((await admin.call(method, `/api/v1/segments/${own}`, body)).status).toBe(404);
  }
  expect((await admin.call('GET', `/api/v1/segments/${own}/members`)).status).toBe(404);
  await host.must('PATCH', `/api/v1/segments/${own}`, { version: 1, name: 'Très bavards' });
  await host.must('DELETE', `/api/v1/segments/${own}`);
  expect((await host.call('GET', `/api/v1/segments/${own}/size`)).json).toMatchObject({ code: 'figure/segment_gone' });
  // One that is shared may be changed by others, and not be taken away from everybody.
  await host.must('PATCH', `/api/v1/segments/${shared}`, { version: 1, name: 'Assidus' });
  const taken = await host.call('PATCH', `/api/v1/segments/${shared}`, { version: 2, shared: false });
  expect(taken.json).toMatchObject({ code: 'segment/not_yours' });
  const { items } = (await admin.must('GET', '/api/v1/audit?limit=50')) as { items: { action: string }[] };
  expect(items.map(({ action }) => action).filter((action) => action.startsWith('segment'))).toEqual([
    'segment.changed',
    'segment.removed',
    'segment.changed',
    'segment.added',
    'segment.added',
  ]);
});

test('a segment changed meanwhile is not written over: the refusal says what it is called now', async () => {
  const id = await make(admin, 'Anciens', true);
  await host.must('PATCH', `/api/v1/segments/${id}`, { version: 1, name: 'Vétérans' });
  const late = await admin.call('PATCH', `/api/v1/segments/${id}`, { version: 1, name: 'Doyens' });
  expect(late.status).toBe(409);
  expect(late.json).toMatchObject({ code: 'segment/stale', details: { name: 'Vétérans', version: 2 } });
  expect(late.text).toMatch(/\(.+\u00A0: le nom\)/u);
});

test('a rule is looked at before it is kept', async () => {
  const preview = SegmentPreview.parse(await host.must('POST', '/api/v1/segments/preview', { rule: BUSY }));
  expect(preview).toMatchObject({ members: 2, persons: 1, everybody: 12 });
  expect(preview.items.map(({ name, contributions }) => [name, contributions])).toEqual([
    ['Membre 10', 40],
    ['Membre 11', 9],
  ]);
  expect((await sponsor.call('POST', '/api/v1/segments/preview', { rule: BUSY })).status).toBe(403);
});

test.each([
  [
    'five deep',
    { is: 'not', rule: { is: 'not', rule: { is: 'not', rule: { is: 'not', rule: { is: 'not', rule: BUSY } } } } },
  ],
  [
    'too many conditions',
    { is: 'all', rules: Array.from({ length: 3 }, () => ({ is: 'any', rules: Array(7).fill(BUSY) })) },
  ],
  ['nothing in it', { is: 'all', rules: [] }],
  ['always true', { ...BUSY, count: 0 }],
  ['upside down', { ...BUSY, within: { from: '2026-02-01', until: '2026-01-01' } }],
  ['a word nobody knows', { ...BUSY, surprise: 1 }],
  ['not an id', { is: 'place', places: ["'; drop table member"] }],
])('refuses a rule: %s', async (_, rule) => {
  expect((await admin.call('POST', '/api/v1/segments', { name: 'X', rule, shared: true })).status).toBe(400);
});

test('whoever may not see a few is told no size that tells of them', async () => {
  const few = await make(admin, 'Trois', true, { is: 'activity', how: 'at_least', count: 9, within: { last: 365 } });
  const most = await make(admin, 'Presque tous', true, { is: 'not', rule: { is: 'kind', kinds: ['staff'] } });
  const some = await make(admin, 'Sans les bavards', true, {
    is: 'activity',
    how: 'at_most',
    count: 4,
    within: { last: 365 },
  });
  const sizes = async (browser: Browser) => {
    const found = [few, most, some].map((id) => browser.must('GET', `/api/v1/segments/${id}/size`));
    return (await Promise.all(found)).map((one) => SegmentSize.parse(one).members);
  };
  expect(await sizes(admin)).toEqual([2, 11, 10]);
  expect(await sizes(sponsor)).toEqual([null, null, null]);
  expect((await sponsor.call('GET', `/api/v1/segments/${few}/members`)).status).toBe(403);
  expect((await list(sponsor)).can).toEqual({ create: false, seeMembers: false });
});

test('says what rules can name', async () => {
  const parts = RuleParts.parse(await admin.must('GET', '/api/v1/segments/parts'));
  expect(parts).toEqual({
    places: [{ id: madeId('place', 0), name: 'Lieu 0' }],
    channels: [{ id: madeId('channel', 0), name: 'Salon 0', place: 'Lieu 0' }],
    themes: [],
    organisations: [],
  });
});
