import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignalView } from '#bridge/signals/wire.ts';
import { verifyChain } from '#workspace/audit/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import type { HeardForum } from '../../../../tools/testing/heard-forum.ts';
import { codeOf, openHeardForum, raise } from '../../../../tools/testing/heard-forum.ts';
import type { InsightView } from './wire.ts';

let forum: HeardForum;
let { house, admin, host, sponsor, scope, idOf } = {} as HeardForum;

beforeAll(async () => {
  forum = await openHeardForum();
  ({ house, admin, host, sponsor, scope, idOf } = forum);
});
afterAll(() => house[Symbol.asyncDispose]());

const signalOf = async (by: Browser, id: string): Promise<SignalView> =>
  (await by.must('GET', `/api/v1/signals/${id}`)) as SignalView;
test('from signals to an insight that is submitted: members counted once through merges, refusals for what lacks', async () => {
  const first = await raise(host, { messageId: idOf('m1') });
  const second = await raise(host, { messageId: idOf('m3') });
  const made = (await host.must('POST', '/api/v1/insights', {
    statement: 'Les codes changent sans qu’on prévienne',
    signalId: first.id,
    version: 1,
  })) as { id: string; version: number };
  const path = `/api/v1/insights/${made.id}`;
  await host.must('POST', `/api/v1/signals/${second.id}/merge`, { version: 1, insightId: made.id });
  await host.must('POST', `/api/v1/signals/${second.id}/evidence`, { messageId: idOf('m6') });
  expect(await codeOf(host, 'POST', `/api/v1/signals/${second.id}/evidence`, { messageId: idOf('m6') })).toBe(
    'signal/evidence_already_exists',
  );
  await host.must('POST', `${path}/counters`, { messageId: idOf('m4') });
  const read = async (): Promise<InsightView> => (await host.must('GET', path)) as InsightView;
  expect((await read()).weight).toMatchObject({
    members: 2,
    staff: 1,
    messages: 3,
    from: '2026-02-01',
    until: '2026-02-06',
  });

  const merge = (await admin.must('POST', '/api/v1/merges', {
    keepId: idOf('lucie'),
    absorbId: idOf('lucie2'),
    reason: 'by_hand',
  })) as { id: string };
  const merged = await read();
  expect(merged.weight.members).toBe(1);
  expect(new Set(merged.signals.flatMap(({ evidence }) => evidence.map(({ alias }) => alias))).size).toBe(2);
  const { items } = (await host.must('GET', '/api/v1/insights')) as { items: { members: number; counters: number }[] };
  expect(items).toMatchObject([{ members: 1, counters: 1, signals: 2, channels: 1 }]);
  await admin.must('POST', `/api/v1/merges/${merge.id}/undo`);
  expect((await read()).weight.members).toBe(2);

  // Words find the traffic; what was read of it is what is evidence, or was looked at.
  expect(merged.suggested).toEqual(expect.arrayContaining(['portail']));
  await host.must('PATCH', path, { version: 1, words: ['code du portail'] });
  expect((await read()).traffic).toMatchObject({ from: '2025-11-09', until: '2026-02-06', matching: 3, read: 3 });
  await host.must('PATCH', path, { version: 2, words: ['code du portail', 'crêpes'] });
  expect((await read()).traffic).toMatchObject({ matching: 4, read: 3 });
  const unread = (await host.must('GET', `${path}/unread`)) as { items: { messageId: string }[] };
  expect(unread.items.map(({ messageId }) => messageId)).toEqual([idOf('m5')]);
  await host.must('POST', `${path}/reads`, { messageId: idOf('m5') });
  expect((await read()).traffic).toMatchObject({ matching: 4, read: 4 });

  expect((await read()).lacks).toEqual(['ask', 'owner', 'due']);
  expect(await codeOf(admin, 'POST', `${path}/submit`, { version: 3 })).toBe('insight/lacks_ask');
  expect(await host.call('PATCH', path, { version: 1, ask: 'Trop tard' })).toMatchObject({
    status: 409,
    json: { code: 'insight/stale', detail: expect.stringMatching(/entre-temps \(.+\s: les mots\)/u) },
  });
  expect(await codeOf(host, 'PATCH', path, { version: 3, due: '2026-03-02' })).toBe('insight/lacks_due');
  const { owners } = (await host.must('GET', '/api/v1/insights/parts')) as { owners: { id: string; name: string }[] };
  const team = (await admin.must('GET', '/api/v1/team')) as { items: { id: string; name: string }[] };
  const hugo = team.items.find(({ name }) => name === 'Hugo Lemaire')?.id;
  expect(await codeOf(host, 'PATCH', path, { version: 3, ownerId: hugo })).toBe('insight/lacks_owner_left');
  const [owner] = owners;
  await host.must('PATCH', path, {
    version: 3,
    ask: 'Prévenir deux jours avant',
    ownerId: owner?.id,
    due: '2026-03-20',
  });
  expect(await codeOf(host, 'POST', `${path}/submit`, { version: 4 })).toBe('http/not_allowed');
  await admin.must('POST', `${path}/submit`, { version: 4 });

  // Somebody decides on what was sent: it may grow, it does not shrink.
  expect(await codeOf(host, 'PATCH', path, { version: 5, statement: 'Autre chose' })).toBe('insight/not_draft');
  expect(await codeOf(host, 'POST', `/api/v1/signals/${second.id}/reopen`, { version: 2 })).toBe('signal/insight_sent');
  expect(await codeOf(host, 'DELETE', `${path}?version=5`)).toBe('insight/sent_once');
  await host.must('POST', `/api/v1/signals/${second.id}/evidence`, { messageId: idOf('m2') });
  const { signals, can } = (await sponsor.must('GET', path)) as InsightView;
  expect(signals.flatMap(({ evidence }) => evidence.map(({ author }) => author))).toEqual([null, null, null, null]);
  expect(can).toEqual({ write: false, gather: false, submit: false, remove: false, name: false });
  await house.database.inScope(scope, async (db) => {
    await db.tx.updateTable('insight').set({ state: 'decided' }).where('id', '=', made.id).execute();
  });
  const third = await raise(host, { messageId: idOf('m5') });
  expect(await codeOf(host, 'POST', `/api/v1/signals/${third.id}/merge`, { version: 1, insightId: made.id })).toBe(
    'signal/insight_closed',
  );
  expect(await codeOf(host, 'POST', `/api/v1/signals/${second.id}/evidence`, { messageId: idOf('m5') })).toBe(
    'signal/closed',
  );
});

test('a draft that is removed gives its signals back, and one from a signal that moved is not made', async () => {
  const { id } = await raise(host, { messageId: idOf('m5') });
  const asked = { statement: 'Des crêpes', signalId: id, version: 1 };
  const made = (await host.must('POST', '/api/v1/insights', asked)) as { id: string };
  expect(await codeOf(host, 'POST', '/api/v1/insights', asked)).toBe('signal/stale');
  const { items } = (await host.must('GET', '/api/v1/insights?open=only')) as { items: { id: string }[] };
  expect(items.map((one) => one.id)).toEqual([made.id]);
  expect(await codeOf(host, 'DELETE', `/api/v1/insights/${made.id}?version=1`)).toBe('done');
  expect((await signalOf(host, id)).signal).toMatchObject({ state: 'raised', version: 3 });
});

test('each step left its event, without a word of what was said, and the chain holds', async () => {
  const events = await house.database.inScope(scope, async (db) => {
    expect((await verifyChain(db)).intact).toBe(true);
    return db.tx.selectFrom('audit_event').selectAll().where('object_type', 'in', ['signal', 'insight']).execute();
  });
  const actions = new Set(events.map(({ action }) => action));
  expect([...actions].toSorted()).toEqual([
    'insight.changed',
    'insight.counter_added',
    'insight.made',
    'insight.removed',
    'insight.submitted',
    'signal.evidence_added',
    'signal.merged',
    'signal.raised',
    'signal.reopened',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/portail|crêpes|Lucie/);
});
