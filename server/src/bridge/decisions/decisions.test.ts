import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DecisionView, Register } from '#bridge/register/wire.ts';
import type { OutsideView } from '#bridge/outside/wire.ts';
import type { Scope } from '#kernel/scope.ts';
import { read } from '#platform/db/index.ts';
import { standingClock } from '#platform/clock/index.ts';
import { verifyChain } from '#workspace/audit/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import type { MadeInsight } from '../../../../tools/testing/insight.ts';
import { ASKING, openBridge, writeInsight } from '../../../../tools/testing/insight.ts';
import { writeCommunity } from '../../../../tools/testing/made-community.ts';
import { decidedWithinDue, awaiting, waitsOf } from './lookup.ts';

let house: House;
let admin: Browser;
let owner: Browser;
let host: Browser;
let scope: Scope;
let ids: { admin: string; owner: string; host: string };

const clock = standingClock('2026-03-02T08:00:00Z');
const moveTo = (iso: string): void => clock.advance(Date.parse(iso) - clock.now().getTime());
const idOf = async (browser: Browser): Promise<string> => (await browser.look()).workspaces[0]?.colleagueId ?? '';

beforeAll(async () => {
  house = await openBridge(clock);
  admin = await house.openFirst();
  owner = await house.colleague(admin, 'Inès Aubry', ['owner']);
  host = await house.colleague(admin, 'Léo Martin', ['host']);
  scope = await scopeOf(admin);
  ids = { admin: await idOf(admin), owner: await idOf(owner), host: await idOf(host) };
  await house.database.inScope(scope, (db) => writeCommunity(db, ASKING));
});
afterAll(() => house[Symbol.asyncDispose]());
beforeEach(() => moveTo('2026-03-02T08:00:00Z'));

const insight = (made: Partial<MadeInsight> = {}): Promise<string> =>
  house.database.inScope(scope, (db) =>
    writeInsight(db, { by: ids.host, ...(made.outside === undefined ? { ownerId: ids.owner } : {}), ...made }),
  );
const see = async (id: string, browser = owner): Promise<DecisionView> =>
  (await browser.must('GET', `/api/v1/decisions/${id}`)) as DecisionView;
const answer = (id: string, body: object, browser = owner) =>
  browser.call('POST', `/api/v1/decisions/${id}/answers`, { version: 1, reason: 'Parce que.', ...body });
const codeOf = (reply: { json: unknown }): unknown => (reply.json as { code?: string } | undefined)?.code;

test('its owner decides with a reason, and nobody else; the record says so', async () => {
  const id = await insight();
  expect((await see(id)).can).toEqual({ decide: true, deliver: false, link: false, handOver: false });
  expect((await see(id, host)).can.decide).toBe(false);
  expect((await answer(id, { answer: 'yes' }, host)).status).toBe(403);
  const pilot = await house.colleague(admin, 'Noé Pilote', ['pilot']);
  expect(codeOf(await answer(id, { answer: 'yes' }, pilot))).toBe('decision/not_yours');
  expect(codeOf(await answer(id, { answer: 'yes', version: 7 }))).toBe('decision/stale');
  expect((await answer(id, { answer: 'yes', reason: ' ' })).status).toBe(400);
  expect((await see(id)).standing).toBe('awaiting');
  expect((await answer(id, { answer: 'yes', option: 'Coussin' })).status).toBe(204);
  const view = await see(id);
  expect(view).toMatchObject({ standing: 'agreed', isDecided: true, toTell: null });
  expect(view.last).toMatchObject({ answer: 'yes', option: 'Coussin', reason: 'Parce que.', by: 'Inès Aubry' });
  expect((await see(id, host)).toTell).toBe(3);
  expect(codeOf(await answer(id, { answer: 'no', version: 2 }))).toBe('decision/not_waiting');
  expect((await house.database.inScope(scope, verifyChain)).intact).toBe(true);
});

test('of two who answer at once one is told that it changed', async () => {
  const id = await insight();
  const replies = await Promise.all([answer(id, { answer: 'yes' }), answer(id, { answer: 'no' })]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  const { json } = replies.find(({ status }) => status === 409) ?? expect.unreachable('nobody was told');
  expect((json as { detail: string }).detail).toMatch(
    /entre-temps \(Inès Aubry\s: réponse donnée\)\s; il a été répondu (oui|non)\./u,
  );
  expect((await see(id)).before).toEqual([]);
});

test('silence past the due day is seen by everybody, and counted as time without an answer', async () => {
  const id = await insight({ due: '2026-03-04' });
  const register = async () => (await host.must('GET', '/api/v1/decisions?limit=200')) as Register;
  moveTo('2026-03-04T22:30:00Z');
  expect((await see(id)).standing).toBe('awaiting');
  moveTo('2026-03-05T08:00:00Z');
  expect((await see(id)).standing).toBe('overdue');
  expect((await register()).items[0]?.id).toBe(id);
  const lookup = await house.database.inScope(scope, async (db) => ({
    awaiting: (await read(db, awaiting(db, ids.owner, clock.now())))[0]?.n,
    waits: await waitsOf(db, { from: '2026-01-01', until: '2027-01-01' }, clock.now()),
    due: (
      await read(
        db,
        decidedWithinDue(db, { from: '2026-03-01', until: '2026-03-06', zone: 'Europe/Paris' }, clock.now()),
      )
    )[0],
  }));
  expect(lookup.awaiting).toBe(1);
  expect(lookup.waits.filter((one) => !one.isDecided)).toHaveLength(1);
  expect(lookup.waits.find((one) => !one.isDecided)?.days).toBeCloseTo(3.96, 1);
  expect(lookup.due).toEqual({ due: 3, within: 2 });
});

test('later waits until its day, then asks again; need more goes back with the question', async () => {
  const id = await insight();
  expect(codeOf(await answer(id, { answer: 'later' }))).toBe('decision/until_past');
  await answer(id, { answer: 'later', until: '2026-04-01' });
  expect(await see(id)).toMatchObject({ standing: 'postponed', due: '2026-04-01', can: { decide: true } });
  moveTo('2026-04-01T08:00:00Z');
  expect((await see(id)).standing).toBe('awaiting');
  moveTo('2026-04-02T08:00:00Z');
  expect((await see(id)).standing).toBe('overdue');
  await answer(id, { answer: 'no', version: 2 });
  expect((await see(id)).before.map((one) => one.answer)).toEqual(['later']);
  const other = await insight();
  await answer(other, { answer: 'need_more', reason: 'Combien de tailles ?' });
  const back = await see(other);
  expect(back).toMatchObject({ standing: 'sent_back', days: null, can: { decide: false } });
  expect(back.last?.reason).toBe('Combien de tailles ?');
});

test('what was agreed is delivered later, once', async () => {
  const id = await insight();
  const deliver = (body: object) =>
    host.call('POST', `/api/v1/decisions/${id}/deliveries`, { text: 'En magasin', day: '2026-03-02', ...body });
  expect(codeOf(await deliver({ version: 1 }))).toBe('decision/not_agreed');
  await answer(id, { answer: 'yes' });
  expect(codeOf(await deliver({ version: 2, day: '2026-03-09' }))).toBe('decision/day_ahead');
  expect((await deliver({ version: 2, url: 'javascript:alert(1)' })).status).toBe(400);
  expect((await deliver({ version: 2, url: 'https://exemple.fr/siege' })).status).toBe(204);
  const view = await see(id);
  expect(view).toMatchObject({ standing: 'delivered', deliveredOn: '2026-03-02' });
  expect(view.deliveries[0]).toMatchObject({ text: 'En magasin', by: 'Léo Martin' });
  expect(codeOf(await deliver({ version: 3 }))).toBe('decision/delivered_before');
});

const OUTSIDE = { name: 'Paul Garnier', email: 'paul@exemple.fr' };

test('somebody outside decides by his link, once, and sees nobody’s name', async () => {
  const id = await insight({ outside: OUTSIDE, heard: [0, 1, 2] });
  expect((await host.call('POST', `/api/v1/decisions/${id}/link`)).status).toBe(403);
  const first = (await admin.must('POST', `/api/v1/decisions/${id}/link`)) as { token: string };
  const { token } = (await admin.must('POST', `/api/v1/decisions/${id}/link`)) as { token: string };
  const stranger = house.browser('203.0.113.9');
  expect(codeOf(await stranger.call('GET', `/api/v1/decide/${first.token}`))).toBe('decide/link_gone');
  // A letter may cut a link in two.
  expect(codeOf(await stranger.call('GET', `/api/v1/decide/${token.slice(0, 20)}`))).toBe('decide/link_gone');
  const reply = await stranger.call('GET', `/api/v1/decide/${token}`);
  const view = reply.json as OutsideView;
  expect(view).toMatchObject({ name: 'Paul Garnier', weight: { members: null, messages: 3, k: 5 } });
  expect(view.quotes).toHaveLength(3);
  expect(reply.text).not.toContain('Membre');
  expect(reply.text).not.toContain('forum.exemple.fr');
  const give = (body: object) => stranger.call('POST', `/api/v1/decide/${token}`, { reason: 'Oui.', ...body });
  expect(codeOf(await give({ answer: 'later', until: '2026-03-01' }))).toBe('decision/until_past');
  const replies = await Promise.all([give({ answer: 'yes' }), give({ answer: 'no' })]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 410]);
  expect(codeOf(await stranger.call('GET', `/api/v1/decide/${token}`))).toBe('decide/link_used');
  expect((await see(id)).last?.by).toBe('Paul Garnier');
  const { rows } = await house.database.ownerPool.query<{ n: number }>(
    "select count(*)::int as n from door_token where encode(hash, 'escape') like '%' || $1 || '%'",
    [token],
  );
  expect(rows[0]?.n).toBe(0);
});

test('a link ends with its time, with its taking back, and with another owner', async () => {
  const id = await insight({ outside: OUTSIDE });
  const stranger = house.browser('203.0.113.9');
  const link = async () => (await admin.must('POST', `/api/v1/decisions/${id}/link`)) as { token: string };
  const codeBy = async (token: string) => codeOf(await stranger.call('GET', `/api/v1/decide/${token}`));
  const { token } = await link();
  expect((await see(id)).link).not.toBeNull();
  moveTo('2026-04-02T08:00:00Z');
  expect(await codeBy(token)).toBe('decide/link_over');
  moveTo('2026-03-02T08:00:00Z');
  const second = await link();
  await admin.must('DELETE', `/api/v1/decisions/${id}/link`);
  expect(await codeBy(second.token)).toBe('decide/link_gone');
  const third = await link();
  const hand = (to: object, due = '2026-03-20') =>
    admin.call('POST', `/api/v1/decisions/${id}/owner`, { version: 1, due, to });
  expect(codeOf(await hand({ ownerId: ids.host }))).toBe('decision/owner_cannot');
  const left = await house.colleague(admin, 'Zoé Rivière', ['owner']);
  const leftId = await idOf(left);
  await admin.must('DELETE', `/api/v1/team/${leftId}`);
  expect(await hand({ ownerId: leftId })).toMatchObject({
    status: 422,
    json: { code: 'decision/owner_left', detail: expect.stringContaining('Zoé Rivière') },
  });
  expect(codeOf(await hand({ ownerId: ids.owner }, '2026-03-01'))).toBe('decision/due_past');
  expect((await hand({ ownerId: ids.owner })).status).toBe(204);
  expect(await codeBy(third.token)).toBe('decide/link_gone');
  expect(await see(id)).toMatchObject({ due: '2026-03-20', owner: { kind: 'colleague', name: 'Inès Aubry' } });
  expect(codeOf(await admin.call('POST', `/api/v1/decisions/${id}/link`))).toBe('decision/not_outside');
});

test('the register is filtered, paged, and exported as it is seen', async () => {
  const all = (await host.must('GET', '/api/v1/decisions?limit=200')) as Register;
  expect(all.counts.delivered).toBe(1);
  expect(all.owners.map(({ name }) => name)).toEqual(['Inès Aubry']);
  const paged: string[] = [];
  for (let after = ''; ;) {
    const page = (await host.must('GET', `/api/v1/decisions?limit=2&after=${after}`)) as Register;
    paged.push(...page.items.map(({ id }) => id));
    if (page.next === undefined) break;
    after = encodeURIComponent(page.next);
  }
  expect(paged).toEqual(all.items.map(({ id }) => id));
  const declined = (await host.must('GET', '/api/v1/decisions?state=declined&owner=outside')) as Register;
  expect(declined.items.every((row) => row.standing === 'declined' && row.owner?.kind === 'outside')).toBe(true);
  const { text } = await host.call('GET', '/api/v1/decisions/export?state=delivered');
  const [names, ...lines] = text.trim().split('\r\n');
  expect(names).toContain('Enseignement;Demande;État');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('livré');
});
