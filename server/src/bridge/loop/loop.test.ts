import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecisionView } from '#bridge/register/wire.ts';
import type { Scope } from '#kernel/scope.ts';
import { read } from '#platform/db/index.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { ASKING, openBridge, writeInsight } from '../../../../tools/testing/insight.ts';
import { madeId, mergeMembers, put, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { awaiting, cameBackAfterTold, loopClosure } from './lookup.ts';
import type { HeardOfMember, LoopList, LoopView } from './wire.ts';

let house: House;
let admin: Browser;
let host: Browser;
let scope: Scope;
let hostId: string;
let ownerId: string;
let owner: Browser;
const clock = standingClock('2026-03-02T08:00:00Z');
const member = (n: number): string => madeId('member', n);

const idOf = async (browser: Browser): Promise<string> => (await browser.look()).workspaces[0]?.colleagueId ?? '';

beforeAll(async () => {
  house = await openBridge(clock);
  admin = await house.openFirst();
  host = await house.colleague(admin, 'Léo Martin', ['host']);
  owner = await house.colleague(admin, 'Inès Aubry', ['owner']);
  scope = await scopeOf(admin);
  hostId = await idOf(host);
  ownerId = await idOf(owner);
  await house.database.inScope(scope, async (db) => {
    await writeCommunity(db, ASKING);
    await mergeMembers(db, member(3), member(2));
  });
});
afterAll(() => house[Symbol.asyncDispose]());

const decided = async (heard: readonly number[], body: object): Promise<string> => {
  const id = await house.database.inScope(scope, (db) => writeInsight(db, { by: hostId, ownerId, heard }));
  await owner.must('POST', `/api/v1/decisions/${id}/answers`, { version: 1, reason: 'Il est prêt.', ...body });
  return id;
};
const see = async (id: string): Promise<LoopView> => (await host.must('GET', `/api/v1/loop/${id}`)) as LoopView;
const standing = async (id: string): Promise<DecisionView> =>
  (await host.must('GET', `/api/v1/decisions/${id}`)) as DecisionView;
const tell = (id: string, n: number, more: object = {}) =>
  host.call('POST', `/api/v1/loop/${id}/told`, { memberId: member(n), text: 'Bonjour', language: 'fr', ...more });
const codeOf = (reply: { json: unknown }): unknown => (reply.json as { code?: string } | undefined)?.code;

test('whoever asked is told once, where he asked and in its language; the last one closes the loop', async () => {
  // 2 and 3 are one person; 7 is of the team and asks nothing.
  const id = await decided([0, 1, 2, 3, 7], { answer: 'yes', option: 'Modèle large' });
  const view = await see(id);
  expect(view.members.map(({ name }) => name)).toEqual(['Membre 0', 'Membre 1', 'Membre 2']);
  expect(view.members.map(({ threads }) => threads.map(({ language }) => language))).toEqual([
    ['fr'],
    ['en'],
    ['fr', 'fr'],
  ]);
  expect(view.prepared.fr).toContain('nous le ferons (Modèle large). Il est prêt.');
  expect(view.prepared.en).toContain('we will do it (Modèle large).');
  expect((await tell(id, 0, { threadId: madeId('thread', 1) })).status).toBe(404);
  expect((await tell(id, 0, { threadId: madeId('thread', 0) })).status).toBe(204);
  expect(codeOf(await tell(id, 0))).toBe('loop/told_before');
  expect(codeOf(await tell(id, 5))).toBe('loop/did_not_ask');
  expect(
    (await host.call('POST', `/api/v1/loop/${id}/told`, { memberId: randomUUID(), text: 'x', language: 'fr' })).status,
  ).toBe(404);
  expect((await owner.call('GET', `/api/v1/loop/${id}`)).status).toBe(403);
  expect(await standing(id)).toMatchObject({ standing: 'agreed', toTell: 2 });
  await tell(id, 1);
  await tell(id, 2);
  expect(await standing(id)).toMatchObject({ standing: 'told', toTell: 0 });
  await host.must('DELETE', `/api/v1/loop/${id}/told/${member(2)}`);
  expect(await standing(id)).toMatchObject({ standing: 'agreed', toTell: 1 });
  expect((await host.call('DELETE', `/api/v1/loop/${id}/told/${member(2)}`)).status).toBe(404);
  await tell(id, 2);
  const list = (await host.must('GET', '/api/v1/loop')) as LoopList;
  expect(list.items.find((one) => one.id === id)?.counts).toEqual({ askers: 3, told: 3, left: 0, leftOut: 0 });
  const { version } = await standing(id);
  await host.must('POST', `/api/v1/decisions/${id}/deliveries`, { version, day: '2026-03-01', text: 'Au catalogue.' });
  const again = await see(id);
  expect(again.members.every((one) => one.told === null && one.toldBefore !== null)).toBe(true);
  expect(again.prepared.fr).toContain('C’est là depuis le 1 mars 2026. Au catalogue.');
  expect(await standing(id)).toMatchObject({ standing: 'delivered', toTell: 3 });
});

test('coming back is writing again within thirty days of being told', async () => {
  const id = await decided([4, 5, 6], { answer: 'no' });
  await tell(id, 4);
  await tell(id, 5);
  await house.database.inScope(scope, (db) =>
    put(
      db,
      'message',
      [
        [4, '2026-03-01T08:00:00Z'],
        [4, '2026-03-20T08:00:00Z'],
        [5, '2026-04-10T08:00:00Z'],
      ].map(([n, at]) => ({
        id: randomUUID(),
        place_id: madeId('place', 0),
        channel_id: madeId('channel', 0),
        identity_id: madeId('account', Number(n)),
        external_id: randomUUID(),
        opens: false,
        at,
        text: 'Merci',
        format: 'plain',
        language: 'fr',
        state: 'shown',
      })),
    ),
  );
  const members = (await see(id)).members.map(({ name, cameBack }) => [name, cameBack]);
  expect(Object.fromEntries(members)).toEqual({ 'Membre 4': true, 'Membre 5': false, 'Membre 6': false });
  const measured = (now: string) =>
    house.database.inScope(scope, (db) =>
      cameBackAfterTold(db, { from: '2026-01-01', until: '2027-01-01', zone: 'Europe/Paris' }, new Date(now)),
    );
  expect(await measured('2026-03-30T08:00:00Z')).toEqual({ told: 0, back: 0, waiting: 5 });
  expect(await measured('2026-04-02T08:00:00Z')).toEqual({ told: 5, back: 1, waiting: 0 });
});

test('erased members, and those who do not want it, are on no list and counted apart', async () => {
  const before = await house.database.inScope(scope, (db) =>
    read(db, loopClosure(db, { from: '2026-01-01', until: '2027-01-01', zone: 'Europe/Paris' })),
  );
  expect(before).toEqual([{ askers: 6, told: 5 }]);
  const id = await decided([0, 4, 5], { answer: 'later', until: '2026-06-01' });
  await tell(id, 4, { text: 'Bonjour Membre 4' });
  await host.must('PUT', `/api/v1/members/${member(0)}/silence`, { silent: true });
  expect(codeOf(await tell(id, 0))).toBe('loop/left_out');
  const heard = async (n: number): Promise<HeardOfMember> =>
    (await host.must('GET', `/api/v1/members/${member(n)}/heard`)) as HeardOfMember;
  const said = await heard(0);
  expect(said).toMatchObject({ silent: true, can: { silence: true }, told: [{ by: 'Léo Martin', delivered: false }] });
  expect(new Set(said.signals.map(({ insight }) => insight?.answer))).toEqual(new Set(['later', 'yes']));
  // What was said by whoever was merged into him is his.
  expect((await heard(2)).signals).toHaveLength(1);
  await admin.must('POST', `/api/v1/members/${member(4)}/erase`, { name: 'Membre 4', reason: 'asked_by_the_person' });
  const view = await see(id);
  expect(view.members.map(({ name }) => name)).toEqual(['Membre 5']);
  expect(view.leftOut).toEqual({ erased: 0, optedOut: 1, placeGone: 0 });
  const told = await house.database.inScope(scope, (db) =>
    db.tx
      .selectFrom('told')
      .select(['text', 'thread_id'])
      .where('workspace_id', '=', scope.workspaceId)
      .where('member_id', '=', member(4))
      .execute(),
  );
  expect(told).toHaveLength(2);
  expect(told.every(({ text, thread_id }) => text === null && thread_id === null)).toBe(true);
  await host.must('PUT', `/api/v1/members/${member(5)}/silence`, { silent: true });
  expect((await standing(id)).standing).toBe('postponed');
  expect((await see(id)).leftOut.optedOut).toBe(2);
  await host.must('PUT', `/api/v1/members/${member(5)}/silence`, { silent: false });
  expect(await house.database.inScope(scope, awaiting)).toBeGreaterThan(0);
});

const NAME = 'Membre 6';

/** Writes the name wherever colleagues write of members: what goes down, what comes up, what is told, and the course. */
async function nameEverywhere(): Promise<string> {
  const by = { made_by: hostId, made_at: '2026-03-01T09:00:00Z' };
  const [objective, mandate] = [randomUUID(), randomUUID()];
  const text = `Demander à ${NAME} d’abord`;
  const ask = { intention: text, freedom: text, effort_hours: 4, from_day: '2026-03-01', until_day: '2026-06-01' };
  await house.database.inScope(scope, async (db) => {
    await put(db, 'vision', [{ number: 1, text, written_by: hostId, written_at: by.made_at }]);
    const aim = { title: text, reason: text, why: text, kind: 'support', owner_id: hostId, horizon: '2027-01-01' };
    await put(db, 'objective', [{ id: objective, ...aim, state: 'dropped', ...by }]);
    await put(db, 'mandate', [
      { id: mandate, objective_id: objective, host_id: hostId, ...ask, state: 'active', version: 1, ...by },
    ]);
    await put(db, 'mandate_word', [
      { id: randomUUID(), mandate_id: mandate, by_id: hostId, at: by.made_at, text, before: JSON.stringify(ask) },
    ]);
    // A field may be called as a member is: its name stays, what stands in it does not.
    const sheet = {
      [NAME.toLowerCase()]: 2,
      lines: [{ label: `Le temps de ${NAME}`, note: `${NAME} l’a dit` }],
    };
    await put(db, 'value_version', [{ number: 1, sheet, ...by }]);
    const days = { start_day: '2026-01-05', until_day: '2026-03-02', due_day: '2026-03-09' };
    const expects = { figure: 'active_members', events: [{ day: days.start_day, text }] };
    const proof = { title: text, expects, fingerprint: 'a'.repeat(64), figure: 'active_members', ...days, ...by };
    await put(db, 'proof', [{ id: randomUUID(), ...proof, version: 1 }]);
    const letter = { key: 'x', recipient: 'ines@exemple.fr', subject: 'À décider', body: text, state: 'waiting' };
    await put(db, 'letter', [{ id: randomUUID(), ...letter, made_at: by.made_at, tries: 0 }]);
  });
  const done = { kind: 'call', day: '2026-03-01', minutes: 10, note: text, tie: 'mandate', mandateId: mandate };
  await host.must('POST', '/api/v1/actions', done);
  const heard = { by: hostId, ownerId, heard: [6], statement: `${NAME} demande un siège` };
  const id = await house.database.inScope(scope, (db) => writeInsight(db, heard));
  await owner.must('POST', `/api/v1/decisions/${id}/answers`, { version: 1, answer: 'yes', reason: text });
  await tell(id, 6, { text: `Bonjour ${NAME}` });
  return id;
}

test('whoever is erased has no name left in anything that was asked, done, decided, told or exported', async () => {
  const id = await nameEverywhere();
  const exported = async () => (await host.call('GET', '/api/v1/decisions/export?format=csv')).text;
  // All but the record, whose chain is never written anew: what it keeps of a reason is for those who may read it.
  const holds = () =>
    house.database.inScope(scope, async ({ tx }) => {
      const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'workspace_id' and table_name <> 'audit_event'`.execute(tx);
      const held: string[] = [];
      for (const { name } of rows) {
        const found = await sql`select from ${sql.table(name)} as one
          where one.workspace_id = ${scope.workspaceId} and one::text like ${`%${NAME}%`} limit 1`.execute(tx);
        if (found.rows.length > 0) held.push(name);
      }
      return held.toSorted();
    });
  expect(await exported()).toContain(NAME);
  expect(await holds()).toEqual(
    expect.arrayContaining([
      'action',
      'decision',
      'evidence',
      'insight',
      'letter',
      'mandate',
      'mandate_word',
      'told',
      'value_version',
    ]),
  );
  await admin.must('POST', `/api/v1/members/${member(6)}/erase`, { name: NAME, reason: 'asked_by_the_person' });
  expect(await holds()).toEqual([]);
  expect(await exported()).not.toContain(NAME);
  for (const path of [`insights/${id}`, `decisions/${id}`, `loop/${id}`, 'mandates', 'actions', 'signals'])
    expect((await admin.call('GET', `/api/v1/${path}`)).text).not.toContain(NAME);
});
