import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#kernel/scope.ts';
import { together } from '#platform/db/index.ts';
import { verifyChain } from '#workspace/audit/index.ts';
import { recordedBetween } from '#workspace/audit/lookup.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { madeId, put, writeCommunity, EMPTY_COMMUNITY } from '../../../../tools/testing/made-community.ts';
import { mandateRoutes } from './index.ts';
import type { Act, MandateState } from './model.ts';
import { ACTS } from './model.ts';
import { awaiting, liveMandates, mandateCoverage, mandatesOf } from './lookup.ts';
import { STEPS, stepOf } from './rules.ts';
import type { NewMandate } from './wire.ts';
import { MandateList, MandateView } from './wire.ts';

let house: House;
let pilot: Browser;
let host: Browser;
let other: Browser;
let scope: Scope;
let hostId: string;
let otherId: string;
const objectiveId = randomUUID();
const sketchId = randomUUID();

beforeAll(async () => {
  house = await openHouse({
    start: '2026-03-02T08:00:00Z',
    more: ({ database, clock }) => mandateRoutes({ database, clock, isFigure: (id) => id === 'reply_coverage_7d' }),
  });
  const admin = await house.openFirst();
  scope = await scopeOf(admin);
  pilot = await house.colleague(admin, 'Paule Cap', ['pilot']);
  host = await house.colleague(admin, 'Aline Terrain', ['host']);
  other = await house.colleague(admin, 'Zoé Fil', ['host']);
  const { items } = (await admin.must('GET', '/api/v1/team')) as { items: { id: string; name: string }[] };
  const idOf = (name: string): string => items.find((one) => one.name === name)?.id ?? '';
  hostId = idOf('Aline Terrain');
  otherId = idOf('Zoé Fil');
  const ownerId = idOf('Paule Cap');
  const objective = { reason: 'Parce que', kind: 'support', owner_id: ownerId, horizon: '2026-12-31', version: 1 };
  const made = { made_by: ownerId, made_at: '2026-03-01T08:00:00Z' };
  await house.database.inScope(scope, async (db) => {
    await writeCommunity(db, {
      ...EMPTY_COMMUNITY,
      places: [{ threads: true, replies: true, hours: true }],
      channels: [0],
    });
    await put(db, 'objective', [{ id: objectiveId, title: 'Répondre mieux', state: 'live', ...objective, ...made }]);
    await put(db, 'objective', [{ id: sketchId, title: 'Esquisse', state: 'draft', ...objective, ...made }]);
  });
});

afterAll(() => house[Symbol.asyncDispose]());

const terms = (change: Partial<NewMandate> = {}): NewMandate => ({
  objectiveId,
  intention: 'Répondre à chaque question dans les deux jours',
  audience: { segment: 'newcomers', channels: [madeId('channel', 0)] },
  freedom: 'Le ton, l’ordre, qui répond',
  effortHours: 20,
  fromDay: '2026-03-01',
  untilDay: '2026-06-01',
  hostId,
  rule: { channels: [madeId('channel', 0)], labels: [], authors: [] },
  expects: { figure: 'reply_coverage_7d', slice: { channel: [madeId('channel', 0)] }, direction: 'up', size: 0.1 },
  ...change,
});

async function draft(change: Partial<NewMandate> = {}): Promise<string> {
  return ((await pilot.must('POST', '/api/v1/mandates', terms(change))) as { id: string }).id;
}

const read = async (who: Browser, id: string): Promise<MandateView> =>
  MandateView.parse(await who.must('GET', `/api/v1/mandates/${id}`));
const act = (who: Browser, id: string, name: string, body: object) => {
  // Two words never fall on one instant.
  house.clock.advance(1000);
  return who.call('POST', `/api/v1/mandates/${id}/${name}`, body);
};

async function eventsOf(id: string) {
  const span = { from: new Date('2026-01-01'), until: new Date('2027-01-01') };
  const names = ['drafted', 'given', 'discussed', 'answered', 'accepted', 'started', 'finished', 'judged', 'withdrawn'];
  const events = await house.database.inScope(scope, (db) =>
    recordedBetween(
      db,
      names.map((name) => `mandate.${name}`),
      span,
    ),
  );
  return events.filter(({ objectId }) => objectId === id);
}

test('a mandate is given, discussed, answered with other terms, accepted, done and judged; each leaves its event', async () => {
  const id = await draft();
  expect((await read(host, id)).can).toMatchObject({ give: false, accept: false, change: false });
  await act(pilot, id, 'give', { version: 1 });
  const given = await read(host, id);
  expect(given).toMatchObject({ state: 'given', waits: 'host', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(given.can).toMatchObject({ accept: true, discuss: true, give: false, withdraw: false });
  expect((await read(other, id)).can).toMatchObject({ accept: false, discuss: false });

  await act(host, id, 'discuss', { version: 2, text: 'Vingt heures ne suffisent pas.' });
  const { intention, audience, freedom, fromDay, untilDay, rule } = terms();
  const open = { intention, audience, freedom, fromDay, untilDay, rule, effortHours: 30 };
  expect((await act(pilot, id, 'answer', { version: 3, text: 'Trente, alors.', terms: open })).status).toBe(200);
  const answered = await read(host, id);
  expect(answered).toMatchObject({ state: 'given', effortHours: 30, fingerprint: given.fingerprint });
  expect(answered.words.map(({ by, text, before }) => [by.name, text, before?.effortHours])).toEqual([
    ['Aline Terrain', 'Vingt heures ne suffisent pas.', undefined],
    ['Paule Cap', 'Trente, alors.', 20],
  ]);

  for (const [who, name, more] of [
    [host, 'accept', {}],
    [host, 'start', {}],
    [host, 'finish', { text: 'Le plus long fut de retrouver les fils.' }],
    [pilot, 'judge', { verdict: 'cannot_tell', text: 'Trop peu de fils.' }],
  ] as const) {
    const { version } = await read(who, id);
    expect((await act(who, id, name, { version, ...more })).status).toBe(200);
  }
  const judged = await read(pilot, id);
  expect(judged).toMatchObject({ state: 'judged', verdict: 'cannot_tell', waits: null });
  expect(Object.values(judged.can).some(Boolean)).toBe(false);
  const events = await eventsOf(id);
  expect(events.map(({ action }) => action)).toEqual([
    'mandate.drafted',
    'mandate.given',
    'mandate.discussed',
    'mandate.answered',
    'mandate.accepted',
    'mandate.started',
    'mandate.finished',
    'mandate.judged',
  ]);
  expect(events[1]?.after).toMatchObject({ fingerprint: given.fingerprint, expects: terms().expects });
  expect(events[3]?.after).toMatchObject({ changed: ['effortHours'], fingerprint: given.fingerprint });
  expect(judged.events).toHaveLength(8);
  expect(await house.database.inScope(scope, verifyChain)).toMatchObject({ intact: true });
});

test('only a draft is rewritten, what is expected stays as it was given, and whoever comes second is told', async () => {
  const id = await draft();
  const patch = { ...terms({ intention: 'Autre chose' }), version: 1 };
  expect((await pilot.call('PATCH', `/api/v1/mandates/${id}`, patch)).status).toBe(204);
  expect(await pilot.call('PATCH', `/api/v1/mandates/${id}`, patch)).toMatchObject({
    status: 409,
    json: {
      code: 'mandate/stale',
      details: { state: 'draft', version: 2, what: 'l’intention' },
      detail: expect.stringMatching(/\(\S+ .+\s: l’intention\)/u),
    },
  });
  await act(pilot, id, 'give', { version: 2 });
  expect(await pilot.call('PATCH', `/api/v1/mandates/${id}`, { ...patch, version: 3 })).toMatchObject({
    status: 422,
    json: { code: 'mandate/wrong_state' },
  });
  // Both at once: one is done, the other hears what became of it.
  const both = await Promise.all([
    act(host, id, 'accept', { version: 3 }),
    act(pilot, id, 'withdraw', { version: 3, text: 'Le budget est coupé.' }),
  ]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const { state } = await read(pilot, id);
  expect(both.find(({ status }) => status === 409)?.json).toMatchObject({ code: 'mandate/stale', details: { state } });
  expect((await eventsOf(id)).at(-1)?.action).toBe(`mandate.${state}`);
});

test('whatever two people do at once, the mandate stands where the table says, and the record tells every step once', async () => {
  const people = {
    pilot: { browser: pilot, doer: { colleagueId: 'pilot', functions: ['pilot'] } },
    host: { browser: host, doer: { colleagueId: hostId, functions: ['host'] } },
  };
  const anyTurn = fc.record({ who: fc.constantFrom('pilot', 'host'), act: fc.constantFrom(...ACTS) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyTurn, anyTurn), { minLength: 3, maxLength: 8 }), async (turns) => {
      const id = await draft();
      const told = ['mandate.drafted'];
      let now: { readonly state: MandateState; readonly version: number } = { state: 'draft', version: 1 };
      // Given first, so that most of what follows may happen.
      for (const pair of [[{ who: 'pilot', act: 'give' } as const], ...turns]) {
        const { state, version } = now;
        const isLegal = ({ who, act: name }: { readonly who: 'pilot' | 'host'; readonly act: Act }): boolean =>
          stepOf(name, { ...terms(), state, proofId: null }, people[who].doer, '2026-03-02').ok;
        const said = { version, text: 'Dit', verdict: 'cannot_tell' };
        const replies = await Promise.all(pair.map(({ who, act: name }) => act(people[who].browser, id, name, said)));
        const done = pair.filter((_, place) => replies[place]?.status === 200);
        expect(done.length).toBe(pair.some(isLegal) ? 1 : 0);
        const [turn] = done;
        if (turn === undefined) continue;
        expect(isLegal(turn)).toBe(true);
        told.push(STEPS[turn.act].action);
        now = { state: STEPS[turn.act].to, version: version + 1 };
      }
      expect(await read(pilot, id)).toMatchObject(now);
      expect((await eventsOf(id)).map(({ action }) => action)).toEqual(told);
    }),
    { numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 6), endOnFailure: true },
  );
});

test.each([
  ['an end before its beginning', { untilDay: '2026-02-01' }, 422, 'mandate/upside_down'],
  ['days that are over', { fromDay: '2026-01-01', untilDay: '2026-03-02' }, 422, 'mandate/over'],
  ['an unknown objective', { objectiveId: randomUUID() }, 404, 'http/not_found'],
  ['an unknown host', { hostId: randomUUID() }, 404, 'http/not_found'],
  ['an unknown channel', { audience: { channels: [randomUUID()] } }, 404, 'http/not_found'],
  ['an unknown segment', { audience: { segment: randomUUID(), channels: [] } }, 404, 'http/not_found'],
  ['an unknown author', { rule: { channels: [], labels: [], authors: [randomUUID()] } }, 404, 'http/not_found'],
  [
    'an unknown figure',
    { expects: { figure: 'happiness', slice: {}, direction: 'up', size: 1 } },
    422,
    'mandate/no_figure',
  ],
  [
    'an unknown theme',
    { expects: { figure: 'reply_coverage_7d', slice: { theme: [randomUUID()] }, direction: 'up', size: 1 } },
    404,
    'http/not_found',
  ],
] as const)('%s is refused', async (_, change, status, code) => {
  const before = (await eventsOf('')).length;
  expect(await pilot.call('POST', '/api/v1/mandates', terms(change as Partial<NewMandate>))).toMatchObject({
    status,
    json: { code },
  });
  expect((await eventsOf('')).length).toBe(before);
});

test('nothing is given for an objective that is not live, or to somebody who left', async () => {
  const sketched = await draft({ objectiveId: sketchId });
  expect(await act(pilot, sketched, 'give', { version: 1 })).toMatchObject({
    json: { code: 'mandate/objective_not_live' },
  });
  const late = await draft({ hostId: otherId });
  await house.database.inScope(scope, (db) =>
    db.tx
      .updateTable('colleague')
      .set({ functions: ['moderator'] })
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', otherId)
      .execute(),
  );
  expect(await act(pilot, late, 'give', { version: 1 })).toMatchObject({ json: { code: 'mandate/host_left' } });
  expect(await act(host, late, 'give', { version: 1 })).toMatchObject({ status: 403 });
});

test('the doors tell what lives, who has one, and what waits for whom', async () => {
  const now = {
    pilot: { colleagueId: randomUUID(), functions: ['pilot'] },
    host: { colleagueId: hostId, functions: ['host'] },
  };
  const look = () =>
    house.database.inScope(scope, async (db) => {
      const { live, coverage, forHost, forPilot, of } = await together(db, {
        live: liveMandates(db, '2026-03-02'),
        coverage: mandateCoverage(db, '2026-03-02'),
        forHost: awaiting(db, now.host),
        forPilot: awaiting(db, now.pilot),
        of: mandatesOf(db, objectiveId),
      });
      return {
        live: live.map(({ id }) => id),
        coverage: coverage[0],
        forHost: forHost[0]?.n ?? 0,
        forPilot: forPilot[0]?.n ?? 0,
        of: of.map(({ id }) => id),
      };
    });
  const before = await look();
  const id = await draft();
  await act(pilot, id, 'give', { version: 1 });
  expect(await look()).toMatchObject({ forHost: before.forHost + 1, forPilot: before.forPilot });
  await act(host, id, 'discuss', { version: 2, text: 'Pourquoi ?' });
  expect(await look()).toMatchObject({ forHost: before.forHost, forPilot: before.forPilot + 1 });
  await act(host, id, 'accept', { version: 3 });
  const after = await look();
  expect(after.live).toContain(id);
  expect(after.of).toContain(id);
  // The founder holds every function, and has no mandate.
  expect(after.coverage).toEqual({ hosts: 2, covered: 1 });
  const list = MandateList.parse(await host.must('GET', `/api/v1/mandates?objective=${objectiveId}&state=accepted`));
  expect(list.can).toEqual({ create: false });
  expect(list.items.find((one) => one.id === id)).toMatchObject({ spent: { minutes: 0, acts: 0 }, isOverdue: false });
});
