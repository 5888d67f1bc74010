import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#kernel/scope.ts';
import { read } from '#platform/db/index.ts';
import { recordedBetween } from '#workspace/audit/lookup.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { madeId, put, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { actionRoutes } from './index.ts';
import { tiedShare } from './lookup.ts';
import { ActionList, Effort, FoundList, Sorted } from './wire.ts';

let house: House;
let host: Browser;
let sponsor: Browser;
let scope: Scope;
let asked: Readonly<Record<string, unknown>>;
const mandateId = randomUUID();
const closedId = randomUUID();
const SPAN = { from: '2026-02-01', until: '2026-03-01' };
const message = (n: number): string => madeId('message', n);

/** Two channels; account 0 is of the team, account 1 is not. The last message falls on 1 March in Paris. */
const MESSAGES = [
  { channel: 0, thread: 0, opens: true, account: 1, when: { at: '2026-02-02T10:00:00Z' } },
  { channel: 0, thread: 0, account: 0, when: { at: '2026-02-02T11:00:00Z' } },
  { channel: 1, thread: 1, opens: true, account: 0, when: { at: '2026-02-10T09:00:00Z' } },
  { channel: 0, thread: 0, account: 0, when: { at: '2026-02-20T09:00:00Z' }, state: 'removed' as const },
  { channel: 0, thread: 0, account: 0, when: { at: '2026-02-21T09:00:00Z' } },
  { channel: 1, thread: 1, account: 0, when: { at: '2026-02-28T23:30:00Z' } },
];

beforeAll(async () => {
  house = await openHouse({
    start: '2026-03-02T08:00:00Z',
    more: ({ database, clock }) => actionRoutes({ database, clock }),
  });
  const admin = await house.openFirst();
  scope = await scopeOf(admin);
  host = await house.colleague(admin, 'Aline Terrain', ['host']);
  sponsor = await house.colleague(admin, 'Paul Mécène', ['sponsor']);
  const { items } = (await admin.must('GET', '/api/v1/team')) as { items: { id: string; name: string }[] };
  const by = items.find(({ name }) => name === 'Aline Terrain')?.id ?? '';
  const made = { made_by: by, made_at: '2026-01-01T08:00:00Z', version: 1 };
  const aim = { title: 'Répondre mieux', reason: 'Parce que', kind: 'support', owner_id: by, horizon: '2026-12-31' };
  const objectiveId = randomUUID();
  asked = {
    objective_id: objectiveId,
    freedom: 'Le ton',
    effort_hours: 10,
    host_id: by,
    audience: { channels: [] },
  };
  const days = { from_day: '2026-02-01', until_day: '2026-06-01' };
  await house.database.inScope(scope, async (db) => {
    await writeCommunity(db, {
      places: [{ threads: true, replies: true, hours: true }],
      channels: [0, 0],
      members: [{ kind: 'staff' }, { kind: 'person' }, { kind: 'staff', mergedInto: 0 }],
      accounts: [
        { place: 0, member: 0 },
        { place: 0, member: 1 },
      ],
      threads: [0, 1],
      messages: MESSAGES,
      reactions: [],
    });
    await put(db, 'objective', [{ id: objectiveId, state: 'live', ...aim, ...made }]);
    const rule = { channels: [madeId('channel', 0)], labels: [], authors: [] };
    await put(db, 'mandate', [
      { id: mandateId, intention: 'Répondre', state: 'active', rule, ...asked, ...days, ...made },
      { id: closedId, intention: 'Avant', state: 'withdrawn', rule, ...asked, ...days, ...made },
    ]);
  });
});

afterAll(() => house[Symbol.asyncDispose]());

const found = async (query = ''): Promise<FoundList> =>
  FoundList.parse(await host.must('GET', `/api/v1/actions/found?from=${SPAN.from}&until=${SPAN.until}${query}`));
const sort = (items: readonly object[], more = {}) => host.call('POST', '/api/v1/actions/sort', { items, ...more });
const share = () => house.database.inScope(scope, async (db) => (await read(db, tiedShare(db, SPAN)))[0]);

test('messages of the team wait to be sorted, each with what its rule proposes', async () => {
  const { items, total, mandates, can } = await found();
  // Not that of a member, not the removed one, not that of the first of March.
  expect(items.map(({ id, kind }) => [id, kind])).toEqual([
    [message(4), 'reply'],
    [message(2), 'publication'],
    [message(1), 'reply'],
  ]);
  expect(total).toBe(3);
  expect(items.map(({ proposal }) => proposal)).toEqual([
    { mandateId, because: ['channel'] },
    null,
    { mandateId, because: ['channel'] },
  ]);
  expect(mandates.map(({ id }) => id)).toEqual([mandateId]);
  expect(can).toEqual({ sort: true });
  expect((await found(`&mandate=${mandateId}`)).items.map(({ id }) => id)).toEqual([message(4), message(1)]);
  expect((await found(`&channel=${madeId('channel', 1)}`)).items.map(({ id }) => id)).toEqual([message(2)]);
  expect((await found('&limit=1&offset=1')).items.map(({ id }) => id)).toEqual([message(2)]);
  // By itself: up to the newest act.
  const whole = FoundList.parse(await sponsor.must('GET', '/api/v1/actions/found'));
  expect(whole).toMatchObject({ until: '2026-03-02', total: 4, can: { sort: false } });
});

test('what nobody sorted is not tied', async () => {
  expect(await share()).toMatchObject({ mandate: 0, house: 0, offplan: 0, unsorted: 3, share: 0, offplanShare: 1 });
});

test.each([
  ['a message of a member', { messageId: message(0), tie: 'house' }, 422, 'action/not_staff'],
  ['a removed message', { messageId: message(3), tie: 'house' }, 404, 'http/not_found'],
  ['an unknown message', { messageId: randomUUID(), tie: 'house' }, 404, 'http/not_found'],
  ['no mandate', { messageId: message(1), tie: 'mandate' }, 422, 'action/no_mandate'],
  ['an unknown mandate', { messageId: message(1), tie: 'mandate', mandateId: randomUUID() }, 404, 'http/not_found'],
  ['a withdrawn mandate', { messageId: message(1), tie: 'mandate', mandateId: closedId }, 422, 'action/mandate_closed'],
])('%s: nothing of the lot is sorted', async (_, item, status, code) => {
  const reply = await sort([{ messageId: message(4), tie: 'house' }, item]);
  expect(reply).toMatchObject({ status, json: { code } });
  expect((await share())?.unsorted).toBe(3);
});

test('sorted in bulk, once: whoever comes second changes nothing, and undoing brings back', async () => {
  const tied = [
    { messageId: message(4), tie: 'mandate', mandateId },
    { messageId: message(2), tie: 'house' },
  ];
  const [one, other] = await Promise.all([sort(tied, { minutes: 5 }), sort(tied)]);
  const answers = [one, other].map(({ json }) => Sorted.parse(json));
  expect(answers.map(({ ids, already }) => ids.length + already)).toEqual([2, 2]);
  expect(answers.flatMap(({ ids }) => ids)).toHaveLength(2);
  expect(await share()).toMatchObject({ mandate: 1, house: 1, offplan: 0, unsorted: 1, share: 0.5 });

  const ids = answers.flatMap((answer) => answer.ids);
  expect(await host.must('POST', '/api/v1/actions/unsort', { ids })).toEqual({ count: 2 });
  expect(await share()).toMatchObject({ unsorted: 3 });
  const again = Sorted.parse((await sort(tied, { minutes: 5 })).json);
  const list = ActionList.parse(await sponsor.must('GET', `/api/v1/actions?mandate=${mandateId}`));
  expect(list).toMatchObject({
    total: 1,
    can: { log: false },
    items: [{ kind: 'reply', minutes: 5, who: 'Membre 0', mandate: { intention: 'Répondre' } }],
  });
  expect(again.ids).toHaveLength(2);
  expect((await sponsor.call('POST', '/api/v1/actions/sort', { items: tied })).status).toBe(403);
});

test('what no place tells is written down by hand, changed, and taken out', async () => {
  const call = { kind: 'call', day: '2026-02-12', minutes: 45, note: 'Avec trois membres', tie: 'mandate', mandateId };
  const { id } = (await host.must('POST', '/api/v1/actions', call)) as { id: string };
  expect(await share()).toMatchObject({ mandate: 2, minutes: { mandate: 50, house: 5, offplan: 0 } });
  expect(await host.call('POST', '/api/v1/actions', { ...call, day: '2026-03-03' })).toMatchObject({
    status: 422,
    json: { code: 'action/too_late' },
  });
  const change = { version: 1, tie: 'offplan', minutes: 30, note: null };
  expect((await host.call('PATCH', `/api/v1/actions/${id}`, change)).status).toBe(204);
  expect(await host.call('PATCH', `/api/v1/actions/${id}`, change)).toMatchObject({
    status: 409,
    json: {
      code: 'action/stale',
      details: { by: expect.any(String), what: 'ce qu’elle sert, le mandat, les minutes et la note' },
    },
  });
  // Undoing takes back no act that somebody changed since, and none written by hand.
  expect(await host.must('POST', '/api/v1/actions/unsort', { ids: [id] })).toEqual({ count: 0 });
  const effort = Effort.parse(
    await sponsor.must('GET', `/api/v1/actions/effort?from=${SPAN.from}&until=${SPAN.until}`),
  );
  expect(effort).toMatchObject({
    counted: { mandate: 1, house: 1, offplan: 1, unsorted: 1 },
    tiedShare: 1 / 3,
    offplanShare: 0.5,
    minutes: { mandate: 5, house: 5, offplan: 30 },
    coverage: { covered: 1, hosts: 2 },
  });
  await host.must('DELETE', `/api/v1/actions/${id}`);
  expect((await host.call('DELETE', `/api/v1/actions/${id}`)).status).toBe(404);
});

test('each change leaves its event, with the mandate it was for', async () => {
  const span = { from: new Date('2026-01-01'), until: new Date('2027-01-01') };
  const names = ['sorted', 'logged', 'changed', 'removed'].map((name) => `action.${name}`);
  const events = await house.database.inScope(scope, (db) => recordedBetween(db, names, span));
  const count = (name: string): number => events.filter(({ action }) => action === name).length;
  // Two lots of two ties, of which the first was sorted by one of two at once.
  expect(names.map(count)).toEqual([4, 1, 1, 2]);
});

test('an act stays done when its message is withdrawn', async () => {
  await house.database.inScope(scope, (db) =>
    db.tx
      .updateTable('message')
      .set({ state: 'removed' })
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', message(4))
      .execute(),
  );
  expect(await share()).toMatchObject({ mandate: 1, unsorted: 1 });
  const list = ActionList.parse(await host.must('GET', `/api/v1/actions?mandate=${mandateId}`));
  expect(list.items).toMatchObject([{ kind: 'reply', message: null }]);
});

test('a rule that names somebody merged since is about whom he has become', async () => {
  const laterId = randomUUID();
  const rule = { channels: [], labels: [], authors: [madeId('member', 2)] };
  const days = { from_day: '2026-02-02', until_day: '2026-06-01' };
  const made = { made_by: asked['host_id'], made_at: '2026-01-01T08:00:00Z', version: 1 };
  await house.database.inScope(scope, (db) =>
    put(db, 'mandate', [{ id: laterId, intention: 'Signer', state: 'accepted', rule, ...asked, ...days, ...made }]),
  );
  // As exact as the other rule that fits, and it began later.
  expect((await found()).items.map(({ id, proposal }) => [id, proposal])).toEqual([
    [message(1), { mandateId: laterId, because: ['author'] }],
  ]);
  expect((await found(`&mandate=${laterId}`)).items.map(({ id }) => id)).toEqual([message(1)]);
});
