import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Access } from '#kernel/actor.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { castOf } from '../../../../tools/testing/callers.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { idMatrix } from '../../../../tools/testing/id-matrix.ts';
import { accessMatrix } from '../../../../tools/testing/matrix.ts';
import { permissionTable } from '../../../../tools/testing/permissions.ts';
import { assertComplete } from './index.ts';
import { gaps, isLoopback, isOurOrigin, Speedometer } from './rules.ts';

const functions = ['host'] as const;

describe('the permission table', () => {
  test('fits the routes of the workspace room, one row each', async () => {
    await using house = await openHouse();
    const own = house.routes.map((route) => `${route.method.toUpperCase()} ${route.path}`);
    const rows = Object.entries(permissionTable).filter(([key]) => own.includes(key));
    expect(() => assertComplete(house.routes, Object.fromEntries(rows))).not.toThrow();
    expect(() => assertComplete(house.routes, Object.fromEntries(rows.slice(1)))).toThrow('has no row');
  });

  test.each<[string, Record<string, Access>, string]>([
    ['a route without a row', {}, 'GET /a has no row'],
    [
      'a row without a route',
      { 'GET /a': { functions }, 'GET /b': { functions } },
      'GET /b is in the permission table',
    ],
    ['a route inside a workspace open to anyone', { 'GET /a': 'anyone' }, 'GET /a: routes inside'],
    ['a route inside a workspace for whoever is signed in', { 'GET /a': 'signed_in' }, 'GET /a: routes inside'],
  ])('shows %s', (_, table, said) => {
    expect(gaps([{ key: 'GET /a', inWorkspace: true }], table).join()).toContain(said);
    expect(gaps([{ key: 'GET /a', inWorkspace: true }], { 'GET /a': { functions } })).toEqual([]);
  });

  test('shows a route that is there twice, and a door that names functions', () => {
    const twice = [
      { key: 'GET /a', inWorkspace: true },
      { key: 'GET /a', inWorkspace: true },
    ];
    expect(gaps(twice, { 'GET /a': { functions } }).join()).toContain('is two routes');
    expect(gaps([{ key: 'GET /a', inWorkspace: false }], { 'GET /a': { functions } })).toHaveLength(1);
  });
});

describe('every route by every caller', () => {
  test('answers as the table says', async () => {
    await using house = await openHouse();
    const { callers } = await castOf(house);
    const spare = ['POST /api/v1/sign-out'];
    const { cells, surprises } = await accessMatrix({ routes: house.routes, table: permissionTable, callers, spare });
    expect(surprises).toEqual([]);
    expect(cells).toBeGreaterThan(house.routes.length * 15);
  }, 120_000);

  test('is the very matrix of the table: one row changed shows', async () => {
    await using house = await openHouse();
    const { callers } = await castOf(house);
    const changed = { ...permissionTable, 'GET /api/v1/keys': { functions: 'all' as const, key: 'read' as const } };
    const routes = house.routes.filter(({ path, method }) => path === '/api/v1/keys' && method === 'get');
    const { surprises } = await accessMatrix({ routes, table: changed, callers });
    expect(surprises).toHaveLength(8);
  }, 60_000);

  test('tells nothing of what stands in another workspace', async () => {
    await using house = await openHouse();
    const { admin, otherAdmin } = await castOf(house);
    const make = async (by: Browser) => {
      const { items } = (await by.must('GET', '/api/v1/team')) as { items: { id: string }[] };
      const ask = async (path: string, body: object) => ((await by.must('POST', path, body)) as { id: string }).id;
      return {
        colleagueId: items[0]?.id ?? '',
        titleId: await ask('/api/v1/titles', { name: 'Pilote', functions: ['pilot'] }),
        invitationId: await ask('/api/v1/team/invitations', { email: 'x@exemple.fr', functions: ['host'] }),
        keyId: await ask('/api/v1/keys', { name: 'X', scopes: ['read'] }),
      };
    };
    const [own, foreign] = [await make(admin), await make(otherAdmin)];
    const ids = Object.fromEntries(
      (Object.keys(own) as (keyof typeof own)[]).map((name) => [name, { own: own[name], foreign: foreign[name] }]),
    );
    const change = { version: 1, functions: ['host'] };
    const bodies = { 'PATCH /api/v1/team/{colleagueId}': change, 'PATCH /api/v1/titles/{titleId}': change };
    expect(await idMatrix(house.routes, { browser: admin }, { ids, bodies })).toEqual({ cells: 6, surprises: [] });
    for (const [path, id] of [
      ['titles', own.titleId],
      ['team/invitations', own.invitationId],
      ['keys', own.keyId],
    ]) {
      expect((await admin.call('DELETE', `/api/v1/${path}/${id}`)).status).toBe(204);
    }
  }, 60_000);
});

test('a removed right is gone with the next request, every time of forty', async () => {
  await using house = await openHouse();
  const admin = await house.openFirst();
  const leo = await house.colleague(admin, 'Léo Martin', ['compliance']);
  const { items } = (await admin.must('GET', '/api/v1/team')) as { items: { id: string; name: string }[] };
  const id = items.find(({ name }) => name === 'Léo Martin')?.id ?? '';
  for (let version = 1; version <= 40; version += 1) {
    const held = version % 2 === 0;
    await admin.must('PATCH', `/api/v1/team/${id}`, { version, functions: held ? ['compliance'] : ['host'] });
    expect((await leo.call('GET', '/api/v1/audit')).status).toBe(held ? 200 : 403);
  }
});

test('what is refused at the door is said in the language of the account, as all else is', async () => {
  await using house = await openHouse();
  const admin = await house.openFirst();
  const leo = await house.colleague(admin, 'Léo Martin', ['host']);
  const english = { 'accept-language': 'en' };
  const saidTo = async (path: string) => (await leo.call('GET', path, undefined, english)).json;
  expect(await saidTo('/api/v1/audit')).toMatchObject({ code: 'http/not_allowed', title: 'Pas permis' });
  await leo.must('PATCH', '/api/v1/me', { language: 'en' });
  expect(await saidTo('/api/v1/audit')).toMatchObject({ title: 'Not allowed' });
  const stranger = await house.browser().call('GET', '/api/v1/audit', undefined, english);
  expect(stranger.json).toMatchObject({ code: 'http/sign_in_first', title: 'Sign-in needed' });
});

test('input that does not fit is told by the name of the field, also of one nobody knows', async () => {
  await using house = await openHouse();
  const admin = await house.openFirst();
  const saidOf = async (body: unknown) => (await admin.call('PATCH', '/api/v1/me', body)).json;
  expect(await saidOf({ couleur: 'bleu', theme: 'rose' })).toMatchObject({
    detail: expect.stringMatching(/\s: theme, couleur\.$/u),
    errors: [{ path: 'theme' }, { path: 'couleur', detail: 'Un champ inconnu a été envoyé.' }],
  });
  expect(await saidOf([])).toMatchObject({
    detail: expect.stringMatching(/\s: l’ensemble de la requête\.$/u),
  });
});

describe('how fast one may call', () => {
  const pace = [
    { count: 3, ms: 1_000 },
    { count: 5, ms: 60_000 },
  ];

  test('is counted by caller and by window', () => {
    const speed = new Speedometer();
    const at = (ms: number) => new Date(ms);
    expect([1, 2, 3].map(() => speed.tooFast('a', pace, at(0)))).toEqual([undefined, undefined, undefined]);
    expect(speed.tooFast('a', pace, at(0))).toBe(1);
    expect(speed.tooFast('b', pace, at(0))).toBeUndefined();
    expect(speed.tooFast('a', pace, at(1_000))).toBeUndefined();
    expect(speed.tooFast('a', pace, at(2_000))).toBe(58);
    expect(speed.tooFast('a', pace, at(60_000))).toBeUndefined();
  });

  test('never lets more through than a window holds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 60 }), (steps) => {
        const speed = new Speedometer();
        let now = 0;
        const passed: number[] = [];
        for (const step of steps) {
          now += step;
          if (speed.tooFast('a', [{ count: 3, ms: 1_000 }], new Date(now)) === undefined) passed.push(now);
        }
        // Windows begin with their first request: two of them may meet, so twice the count within one length.
        for (const from of passed)
          expect(passed.filter((one) => one >= from && one < from + 1_000).length).toBeLessThanOrEqual(6);
      }),
    );
  });

  test('holds strangers and people from outside, with the time to wait', async () => {
    await using house = await openHouse();
    await house.openFirst();
    const far = house.browser('203.0.113.5');
    const statuses: number[] = [];
    for (let at = 0; at < 61; at += 1) statuses.push((await far.call('GET', '/api/v1/team')).status);
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses[60]).toBe(429);
    expect((await house.browser('203.0.113.6').call('GET', '/api/v1/team')).status).toBe(401);
  });
});

test('our own origin is told by the browser, not by the page', () => {
  const ours = ['https://passerelle.exemple.fr'];
  const says = (headers: Record<string, string>, strict = true) => isOurOrigin(new Headers(headers), ours, strict);
  expect(says({ 'sec-fetch-site': 'same-origin', origin: 'https://ailleurs.exemple' })).toBe(true);
  expect(says({ 'sec-fetch-site': 'none' })).toBe(false);
  expect(says({ origin: 'https://passerelle.exemple.fr' })).toBe(true);
  expect(says({ origin: 'null' })).toBe(false);
  expect(says({ origin: 'https://passerelle.exemple.fr.ailleurs.exemple' })).toBe(false);
  expect([says({}), says({}, false)]).toEqual([false, true]);
});

test('loopback is the machine itself, however written', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) expect(isLoopback(address)).toBe(true);
  for (const address of ['10.0.0.1', '::2', '', 'localhost', '::ffff:10.0.0.1'])
    expect(isLoopback(address)).toBe(false);
});
