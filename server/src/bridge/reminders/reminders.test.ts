import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays, daysBetween } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import { standingClock } from '#platform/clock/index.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import type { Mail, MailOutcome } from '#platform/mail/index.ts';
import { letterTasks } from '#workspace/letters/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { ASKING, openBridge, writeInsight } from '../../../../tools/testing/insight.ts';
import { put, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { goRound } from './index.ts';
import { digestWeek, reminderOf } from './rules.ts';

let house: House;
let admin: Browser;
let owner: Browser;
let scope: Scope;
let ids: { owner: string; host: string };
const clock = standingClock('2026-03-02T08:00:00Z');
const moveTo = (iso: string): void => clock.advance(Date.parse(iso) - clock.now().getTime());
const idOf = async (browser: Browser): Promise<string> => (await browser.look()).workspaces[0]?.colleagueId ?? '';

beforeAll(async () => {
  house = await openBridge(clock);
  await prepareJobs(house.database.ownerPool);
  admin = await house.openFirst();
  owner = await house.colleague(admin, 'Inès Aubry', ['owner']);
  const host = await house.colleague(admin, 'Léo Martin', ['host']);
  scope = await scopeOf(admin);
  ids = { owner: await idOf(owner), host: await idOf(host) };
  await house.database.inScope(scope, (db) => writeCommunity(db, ASKING));
});
afterAll(() => house[Symbol.asyncDispose]());

const round = () => goRound({ database: house.database, clock, origin: () => 'https://pont.exemple.fr' }, scope);
const letters = () =>
  house.database.inScope(scope, (db) =>
    db.tx
      .selectFrom('letter')
      .select(['id', 'key', 'recipient', 'subject', 'body', 'state', 'problem'])
      .where('workspace_id', '=', scope.workspaceId)
      .orderBy('id')
      .execute(),
  );

test('reminders come three days before, on the day and each week after, and never for days before the wait', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-03-01', n));
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 60 }), (due, since, after) => {
      const today = addDays(since, after);
      const offset = reminderOf(due, since, today);
      const late = daysBetween(due, today);
      const slow = [-3, ...Array.from({ length: 20 }, (_, n) => n * 7)].filter((one) => one <= late).at(-1);
      const over = slow === undefined || slow <= daysBetween(due, since);
      // Between three days before and the day itself only the first is due.
      expect(offset).toBe(over ? undefined : slow);
    }),
  );
  expect(digestWeek('Europe/Paris', new Date('2026-03-02T05:30:00Z'))).toBeUndefined();
  expect(digestWeek('Europe/Paris', new Date('2026-03-02T06:00:00Z'))).toBe('2026-03-02');
  expect(digestWeek('Europe/Paris', new Date('2026-03-03T22:59:00Z'))).toBe('2026-03-02');
  expect(digestWeek('Europe/Paris', new Date('2026-03-03T23:00:00Z'))).toBeUndefined();
});

test('each letter is written once, to whom it concerns, and no subject says what members wrote', async () => {
  moveTo('2026-03-04T08:00:00Z');
  const id = await house.database.inScope(scope, (db) =>
    writeInsight(db, { by: ids.host, ownerId: ids.owner, due: '2026-03-10', submittedAt: '2026-03-04T07:00:00Z' }),
  );
  const outside = { name: 'Paul Garnier', email: 'paul@exemple.fr' };
  await house.database.inScope(scope, (db) =>
    writeInsight(db, { by: ids.host, outside, due: '2026-03-20', submittedAt: '2026-03-04T07:00:00Z' }),
  );
  await round();
  await round();
  const first = await letters();
  expect(first.map(({ recipient }) => recipient).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'ines.aubry@exemple.fr',
    'paul@exemple.fr',
  ]);
  const mine = first.find(({ recipient }) => recipient.startsWith('ines'));
  expect(mine?.body).toContain(`https://pont.exemple.fr/forum-des-ponts/decisions/${id}`);
  expect(first.find(({ recipient }) => recipient.startsWith('paul'))?.body).toContain('/decide/{token}');
  for (const day of ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-10', '2026-03-12', '2026-03-18']) {
    moveTo(`${day}T08:00:00Z`);
    await round();
  }
  const kinds = (await letters()).filter(({ key }) => key.includes(id)).map(({ key }) => key.split(':').at(-1));
  expect(kinds.slice(1)).toEqual(['-3', '0', '7']);
  await owner.must('POST', `/api/v1/decisions/${id}/answers`, { version: 1, answer: 'need_more', reason: 'Combien ?' });
  await round();
  const told = (await letters()).filter(({ key }) => key.startsWith('answered:'));
  expect(told.map(({ recipient }) => recipient)).toEqual(['leo.martin@exemple.fr']);
  expect((await letters()).every(({ subject }) => !/siège|Membre|serre/.test(subject))).toBe(true);
});

test('a mandate is told to whoever it waits for, anew with each word, and to nobody who gave it to himself', async () => {
  const writer = await idOf(admin);
  const [objectiveId, id, own] = [randomUUID(), randomUUID(), randomUUID()];
  const terms = {
    objective_id: objectiveId,
    intention: 'Répondre le jour même',
    audience: { channels: [] },
    freedom: 'Les mots',
    effort_hours: 4,
    from_day: '2026-03-20',
    until_day: '2026-05-01',
    rule: { channels: [], labels: [], authors: [] },
  };
  const mandate = { ...terms, state: 'given', version: 1, made_by: writer, made_at: clock.now() };
  await house.database.inScope(scope, async (db) => {
    const objective = { title: 'Répondre mieux', reason: 'Parce que', kind: 'support', state: 'live', version: 1 };
    const whose = { owner_id: writer, horizon: '2026-12-31', made_by: writer, made_at: clock.now() };
    await put(db, 'objective', [{ id: objectiveId, ...objective, ...whose }]);
    await put(db, 'mandate', [{ id, ...mandate, host_id: ids.host }]);
    await put(db, 'mandate', [{ id: own, ...mandate, host_id: writer }]);
  });
  const told = async () => {
    await round();
    await round();
    const mine = (await letters()).filter(({ key }) => key.startsWith('mandate:'));
    return Object.fromEntries(mine.map(({ key, recipient }) => [key, recipient]));
  };
  const first = { [`mandate:${id}:given:0`]: 'leo.martin@exemple.fr' };
  expect(await told()).toEqual(first);
  await house.database.inScope(scope, async (db) => {
    const word = {
      id: randomUUID(),
      mandate_id: id,
      by_id: ids.host,
      at: clock.now(),
      text: 'Quatre heures ne suffisent pas',
    };
    await put(db, 'mandate_word', [word]);
    await db.tx.updateTable('mandate').set({ state: 'discussed' }).where('id', '=', id).execute();
  });
  const both = { ...first, [`mandate:${id}:discussed:1`]: 'aicha.benali@exemple.fr' };
  expect(await told()).toEqual(both);
  await house.database.inScope(scope, (db) =>
    db.tx.updateTable('mandate').set({ state: 'accepted' }).where('workspace_id', '=', scope.workspaceId).execute(),
  );
  expect(await told()).toEqual(both);
  const [letter] = (await letters()).filter(({ key }) => key === `mandate:${id}:given:0`);
  expect(letter?.subject).toBe('Un mandat vous attend (Forum des Ponts)');
  expect(letter?.body).toContain(`/forum-des-ponts/mandates/${id}`);
});

test('the weekly letter goes to whoever wants it, once a week', async () => {
  const digests = async () =>
    (await letters()).filter(({ key }) => key.startsWith('digest:2') || key.startsWith('digest:'));
  const before = (await digests()).length;
  await owner.must('PATCH', '/api/v1/letters', { digest: false });
  expect(await owner.must('GET', '/api/v1/letters')).toMatchObject({ from: null, digest: false });
  moveTo('2026-03-23T09:00:00Z');
  await round();
  await round();
  const after = (await digests()).slice(before);
  expect(after.map(({ recipient }) => recipient)).not.toContain('ines.aubry@exemple.fr');
  expect(after).toHaveLength(2);
  expect(after[0]?.body).toContain('Une décision est en retard dans l’espace.');
});

test('a letter leaves once: what may be tried again is, what is uncertain is not, and its link opens', async () => {
  const sent: Mail[] = [];
  const outcomes: MailOutcome[] = [{ is: 'later', problem: '451' }, { is: 'sent' }];
  const mailer = {
    send: (mail: Mail) => {
      sent.push(mail);
      return Promise.resolve(outcomes.shift() ?? ({ is: 'sent' } as const));
    },
    check: () => Promise.resolve(undefined),
    close: () => undefined,
  };
  const [task] = Object.values(letterTasks({ database: house.database, clock, mailer }));
  const paul = (await letters()).find(({ recipient }) => recipient.startsWith('paul'));
  const send = (isLastAttempt = false) =>
    task?.({
      scope,
      payload: { letterId: paul?.id ?? '' },
      signal: new AbortController().signal,
      attempt: 1,
      isLastAttempt,
    });
  await expect(send()).rejects.toThrow('could not be sent yet');
  await send();
  await send();
  expect(sent).toHaveLength(2);
  const token = /decide\/([\w-]{43})/.exec(sent[1]?.text ?? '')?.[1] ?? '';
  moveTo('2026-03-20T08:00:00Z');
  expect((await house.browser('203.0.113.9').call('GET', `/api/v1/decide/${token}`)).status).toBe(200);
  expect((await letters()).find(({ id }) => id === paul?.id)?.state).toBe('sent');
  await house.database.inScope(scope, (db) =>
    db.tx
      .updateTable('letter')
      .set({ state: 'sending' })
      .where('workspace_id', '=', scope.workspaceId)
      .where('key', 'like', 'digest:%')
      .execute(),
  );
  const stuck = (await letters()).find(({ state }) => state === 'sending');
  await task?.({
    scope,
    payload: { letterId: stuck?.id ?? '' },
    signal: new AbortController().signal,
    attempt: 2,
    isLastAttempt: false,
  });
  expect(sent).toHaveLength(2);
  expect((await letters()).find(({ id }) => id === stuck?.id)).toMatchObject({ state: 'failed', problem: 'uncertain' });
});
