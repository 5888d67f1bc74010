import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { openHouse, PASSWORD } from '../../../../tools/testing/house.ts';

const EMAIL = 'aicha.benali@exemple.fr';
const HOUR = 3_600_000;

function signIn(browser: Browser, email: string, password: string) {
  return browser.call('POST', '/api/v1/sign-in', { email, password });
}

describe('a session', () => {
  test('ends after 12 hours without a sign of life, and 14 days after it began', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    house.clock.advance(12 * HOUR - 1);
    expect((await admin.call('GET', '/api/v1/team')).status).toBe(200);
    house.clock.advance(12 * HOUR);
    expect((await admin.call('GET', '/api/v1/team')).status).toBe(401);
    await signIn(admin, EMAIL, PASSWORD);
    for (let at = 0; at < 28; at += 1) {
      expect((await admin.call('GET', '/api/v1/team')).status).toBe(200);
      house.clock.advance(12 * HOUR - 1);
    }
    expect((await admin.call('GET', '/api/v1/team')).status).toBe(200);
    house.clock.advance(60_000);
    expect((await admin.call('GET', '/api/v1/team')).status).toBe(401);
  });

  test('is listed by device and ended from another one at once', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const phone = house.browser('203.0.113.7');
    const agent = 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0';
    await phone.call('POST', '/api/v1/sign-in', { email: EMAIL, password: PASSWORD }, { 'user-agent': agent });
    const { items } = (await admin.must('GET', '/api/v1/sessions')) as {
      items: { id: string; device: string; address: string; isThis: boolean }[];
    };
    expect(items).toHaveLength(2);
    const other = items.find((one) => !one.isThis);
    expect(other).toMatchObject({ device: 'Firefox, Android', address: '203.0.113.7' });
    expect((await phone.call('GET', '/api/v1/team')).status).toBe(200);
    expect((await admin.call('DELETE', `/api/v1/sessions/${other?.id}`)).status).toBe(204);
    expect((await phone.call('GET', '/api/v1/team')).status).toBe(401);
    expect((await admin.call('DELETE', `/api/v1/sessions/${other?.id}`)).status).toBe(404);
    await signIn(phone, EMAIL, PASSWORD);
    await admin.must('DELETE', '/api/v1/sessions');
    expect((await phone.call('GET', '/api/v1/team')).status).toBe(401);
    expect((await admin.call('GET', '/api/v1/team')).status).toBe(200);
  });

  test('is new at each sign-in, and gone after signing out', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const stolen = house.browser();
    stolen.cookies.set('passerelle_session', admin.cookies.get('passerelle_session') ?? '');
    await signIn(admin, EMAIL, PASSWORD);
    await admin.look();
    expect(admin.cookies.get('passerelle_session')).not.toBe(stolen.cookies.get('passerelle_session'));
    expect((await stolen.call('GET', '/api/v1/team')).status).toBe(401);
    stolen.cookies.set('passerelle_session', admin.cookies.get('passerelle_session') ?? '');
    expect((await admin.call('POST', '/api/v1/sign-out')).status).toBe(204);
    expect(admin.cookies.size).toBe(0);
    expect((await stolen.call('GET', '/api/v1/team')).status).toBe(401);
  });

  test('gets a new token when functions change; the former one works for requests under way, then no more', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const leo = await house.colleague(admin, 'Léo Martin', ['host']);
    const before = leo.cookies.get('passerelle_session') ?? '';
    const { items } = (await admin.must('GET', '/api/v1/team')) as {
      items: { id: string; name: string; version: number }[];
    };
    const line = items.find(({ name }) => name === 'Léo Martin');
    await admin.must('PATCH', `/api/v1/team/${line?.id}`, { version: line?.version, functions: ['host', 'moderator'] });
    await leo.look();
    expect(leo.cookies.get('passerelle_session')).not.toBe(before);
    expect((await leo.call('PATCH', '/api/v1/me', { theme: 'dark' })).status).toBe(204);
    const late = house.browser();
    late.cookies.set('passerelle_session', before);
    expect((await late.call('GET', '/api/v1/team')).status).toBe(200);
    house.clock.advance(60_000);
    expect((await late.call('GET', '/api/v1/team')).status).toBe(401);
    expect((await leo.call('GET', '/api/v1/team')).status).toBe(200);
  });
});

describe('a change with a cookie', () => {
  test.each([
    ['no token', { 'x-passerelle-csrf': '' }, 'http/bad_csrf'],
    ['a made-up token', { 'x-passerelle-csrf': 'A'.repeat(43) }, 'http/bad_csrf'],
    ['a foreign origin', { origin: 'https://ailleurs.exemple' }, 'http/bad_origin'],
    ['no origin', { origin: '' }, 'http/bad_origin'],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 'http/bad_origin'],
    ['a same-site fetch', { 'sec-fetch-site': 'same-site' }, 'http/bad_origin'],
  ])('is refused with %s', async (_, headers, code) => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    expect(await admin.call('PATCH', '/api/v1/me', { theme: 'dark' }, headers)).toMatchObject({
      status: 403,
      json: { code },
    });
    expect((await admin.look()).person?.theme).toBe('system');
  });

  test('is taken from our own page, by either header', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    expect((await admin.call('PATCH', '/api/v1/me', { theme: 'dark' })).status).toBe(204);
    const fetched = { origin: '', 'sec-fetch-site': 'same-origin' };
    expect((await admin.call('PATCH', '/api/v1/me', { language: 'en', shortcuts: false }, fetched)).status).toBe(204);
    expect((await admin.look()).person).toMatchObject({ theme: 'dark', language: 'en', shortcuts: false });
  });

  test('from elsewhere cannot sign anybody in either', async () => {
    await using house = await openHouse();
    await house.openFirst();
    const form = { email: EMAIL, password: PASSWORD };
    const reply = await house.browser().call('POST', '/api/v1/sign-in', form, { origin: 'https://ailleurs.exemple' });
    expect(reply).toMatchObject({ status: 403, json: { code: 'http/bad_origin' } });
  });
});
