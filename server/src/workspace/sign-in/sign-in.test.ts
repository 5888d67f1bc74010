import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import type { SessionView } from './wire.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { openHouse, PASSWORD } from '../../../../tools/testing/house.ts';

const EMAIL = 'aicha.benali@exemple.fr';
const HOUR = 3_600_000;

function signIn(browser: Browser, email: string, password: string, code?: string) {
  return browser.call('POST', '/api/v1/sign-in', { email, password, ...(code === undefined ? {} : { code }) });
}

describe('the first admin', () => {
  test('is made by the one-time link, with a workspace and every function in it', async () => {
    await using house = await openHouse();
    const stranger = house.browser();
    expect(await stranger.look()).toMatchObject({ firstRun: true, workspaces: [], csrf: '' });
    const token = await house.room.signIn.firstAdminToken();
    const form = {
      token,
      name: 'Aïcha Benali',
      email: ' Aicha.Benali@Exemple.fr ',
      password: PASSWORD,
      language: 'fr',
    };
    await stranger.must('POST', '/api/v1/welcome', { ...form, workspaceName: 'Forum des Ponts', zone: 'Europe/Paris' });
    const view = await stranger.look();
    expect(view).toMatchObject({
      firstRun: false,
      person: { name: 'Aïcha Benali', email: EMAIL, can: { openWorkspace: true } },
    });
    expect(view.workspaces).toMatchObject([{ slug: 'forum-des-ponts', zone: 'Europe/Paris', isDemo: false }]);
    expect(view.workspaces[0]?.functions).toContain('admin');
    expect(await house.room.signIn.firstAdminToken()).toBeUndefined();
  });

  test.each([
    ['a made-up token', (): string => 'x'.repeat(43), 0],
    ['a token replaced by a later start', (first: string): string => first, 0],
    ['a token after 24 hours', (_first: string, last: string): string => last, 24 * HOUR],
  ])('is not made by %s', async (_, choose, wait) => {
    await using house = await openHouse();
    const first = (await house.room.signIn.firstAdminToken()) ?? '';
    const last = (await house.room.signIn.firstAdminToken()) ?? '';
    house.clock.advance(wait);
    const form = {
      name: 'Léo',
      email: 'leo@exemple.fr',
      password: PASSWORD,
      language: 'fr',
      workspaceName: 'X',
      zone: 'UTC',
    };
    const reply = await house.browser().call('POST', '/api/v1/welcome', { ...form, token: choose(first, last) });
    expect(reply).toMatchObject({ status: 404, json: { code: 'sign-in/welcome_gone' } });
    expect((await house.browser().look()).firstRun).toBe(true);
  });

  test('is one, however many take the link at once', async () => {
    await using house = await openHouse();
    const token = await house.room.signIn.firstAdminToken();
    const form = (name: string) => ({
      name,
      email: `${name}@exemple.fr`,
      password: PASSWORD,
      language: 'fr',
      workspaceName: name,
      zone: 'UTC',
      token,
    });
    const replies = await Promise.all(
      ['lea', 'leo', 'lou'].map((name) => house.browser().call('POST', '/api/v1/welcome', form(name))),
    );
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404]);
  });

  test.each(['court', 'motdepasse2024', 'p@ssw0rd12345', '1234567890', 'aaaaaaaaaaaa', 'azertyuiop!', EMAIL])(
    'does not take the password %s',
    async (password) => {
      await using house = await openHouse();
      const token = await house.room.signIn.firstAdminToken();
      const form = { token, name: 'Aïcha', email: EMAIL, password, language: 'fr', workspaceName: 'X', zone: 'UTC' };
      expect(await house.browser().call('POST', '/api/v1/welcome', form)).toMatchObject({ status: 422 });
    },
  );
});

describe('signing in', () => {
  test('answers the same for an unknown e-mail and a wrong password, in about the same time', async () => {
    await using house = await openHouse();
    const token = await house.room.signIn.firstAdminToken();
    const form = {
      token,
      name: 'Aïcha',
      email: EMAIL,
      password: PASSWORD,
      language: 'fr',
      workspaceName: 'X',
      zone: 'UTC',
    };
    await house.browser().must('POST', '/api/v1/welcome', form);
    const timed = async (email: string, address: string) => {
      const start = performance.now();
      const reply = await signIn(house.browser(address), email, 'pas le bon mot de passe');
      return { reply, ms: performance.now() - start };
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let at = 0; at < 4; at += 1) {
      const unknown = await timed('personne@exemple.fr', `198.51.100.${at}`);
      const known = await timed(EMAIL, `198.51.100.${at}`);
      expect(unknown.reply.text).toBe(known.reply.text);
      expect(unknown.reply.status).toBe(known.reply.status);
      times.known.push(known.ms);
      times.unknown.push(unknown.ms);
    }
    const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.6);
  });

  test('sets a cookie scripts cannot read, `__Host-` over https', async () => {
    await using plain = await openHouse();
    const http = await plain.openFirst();
    expect([...http.cookies.keys()]).toEqual(['passerelle_session']);
    const reply = await signIn(plain.browser(), EMAIL, PASSWORD);
    expect(reply.headers.getSetCookie()[0]).toMatch(
      /^passerelle_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/,
    );
    await using safe = await openHouse({ environment: { PASSERELLE_URL: 'https://passerelle.exemple.fr' } });
    await safe.openFirst();
    const secure = await signIn(safe.browser(), EMAIL, PASSWORD);
    expect(secure.headers.getSetCookie()[0]).toMatch(
      /^__Host-passerelle_session=.*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    );
  });

  test('keeps only hashes: no token of a cookie or link is in the base', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const { token } = (await admin.must('POST', '/api/v1/team/invitations', {
      email: 'leo@exemple.fr',
      functions: ['host'],
    })) as { token: string };
    const { key } = (await admin.must('POST', '/api/v1/keys', { name: 'Tableau', scopes: ['read'] })) as {
      key: string;
    };
    const cookie = admin.cookies.get('passerelle_session') ?? '';
    const client = await house.database.ownerPool.connect();
    try {
      await client.query("set app.keeper = 'on'");
      const { rows: tables } = await client.query<{ name: string }>(
        "select format('%I', tablename) as name from pg_tables where schemaname = 'public'",
      );
      for (const { name } of tables) {
        const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
        const text = rows.map((row) => row.text).join('\n');
        for (const secret of [token, key, cookie, PASSWORD]) expect(text).not.toContain(secret);
        for (const secret of [token, key, cookie]) {
          expect(text).not.toContain(Buffer.from(secret).toString('hex'));
          expect(text).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
        }
      }
    } finally {
      client.release(true);
    }
  });

  test('is held back after ten tries for an account, from wherever, and for an address, whoever is tried', async () => {
    await using house = await openHouse();
    await house.openFirst();
    for (let at = 0; at < 10; at += 1) {
      expect((await signIn(house.browser(`198.51.100.${at}`), EMAIL, 'mauvais mot')).status).toBe(422);
    }
    const refused = await signIn(house.browser('203.0.113.1'), EMAIL, PASSWORD);
    expect(refused).toMatchObject({ status: 429, json: { code: 'sign-in/too_many' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    house.clock.advance(15 * 60_000);
    expect((await signIn(house.browser('203.0.113.1'), EMAIL, PASSWORD)).status).toBe(200);
    for (let at = 0; at < 10; at += 1)
      await signIn(house.browser('203.0.113.9'), `inconnu${at}@exemple.fr`, 'mauvais mot');
    expect((await signIn(house.browser('203.0.113.9'), EMAIL, PASSWORD)).status).toBe(429);
    expect((await signIn(house.browser('203.0.113.10'), EMAIL, PASSWORD)).status).toBe(200);
  });

  test('forgives an address whose people get in', async () => {
    await using house = await openHouse();
    await house.openFirst();
    for (let at = 0; at < 12; at += 1) expect((await signIn(house.browser(), EMAIL, PASSWORD)).status).toBe(200);
  });
});

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

describe('codes at sign-in', () => {
  async function enrolled(house: Awaited<ReturnType<typeof openHouse>>) {
    const admin = await house.openFirst();
    const { secret } = (await admin.must('POST', '/api/v1/me/totp', { password: PASSWORD })) as { secret: string };
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.clock.now().getTime() });
    const { codes } = (await admin.must('POST', '/api/v1/me/totp/confirm', { code: code() })) as { codes: string[] };
    return { admin, code, codes };
  }

  test('are asked for once confirmed, and each is taken once', async () => {
    await using house = await openHouse();
    const { code } = await enrolled(house);
    const other = house.browser();
    expect(await signIn(other, EMAIL, PASSWORD)).toMatchObject({ json: { code: 'sign-in/code_needed' } });
    expect(await signIn(other, EMAIL, PASSWORD, code())).toMatchObject({ json: { code: 'sign-in/wrong_code' } });
    house.clock.advance(30_000);
    expect((await signIn(other, EMAIL, PASSWORD, code())).status).toBe(200);
    expect(await signIn(house.browser(), EMAIL, PASSWORD, code())).toMatchObject({
      json: { code: 'sign-in/wrong_code' },
    });
    house.clock.advance(30_000);
    expect(await signIn(house.browser(), EMAIL, 'mauvais mot', code())).toMatchObject({
      json: { code: 'sign-in/wrong' },
    });
    const both = await Promise.all([
      signIn(house.browser(), EMAIL, PASSWORD, code()),
      signIn(house.browser(), EMAIL, PASSWORD, code()),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  });

  test('of recovery work once each, however they are typed', async () => {
    await using house = await openHouse();
    const { codes } = await enrolled(house);
    expect(new Set(codes).size).toBe(10);
    const typed = ` ${(codes[0] ?? '').toUpperCase()} `;
    expect((await signIn(house.browser(), EMAIL, PASSWORD, typed)).status).toBe(200);
    expect(await signIn(house.browser(), EMAIL, PASSWORD, codes[0])).toMatchObject({
      json: { code: 'sign-in/wrong_code' },
    });
    const other = house.browser();
    const view = (await signIn(other, EMAIL, PASSWORD, codes[1])).json as SessionView;
    expect(view.person?.codes).toEqual({ recoveryCodesLeft: 8 });
  });

  test('are turned off by the password only', async () => {
    await using house = await openHouse();
    const { admin } = await enrolled(house);
    expect(await admin.call('POST', '/api/v1/me/totp', { password: PASSWORD })).toMatchObject({ status: 409 });
    const wrong = await admin.call('POST', '/api/v1/me/totp/remove', { password: 'mauvais mot' });
    expect(wrong).toMatchObject({ json: { code: 'sign-in/wrong_password' } });
    expect((await admin.call('POST', '/api/v1/me/totp/remove', { password: PASSWORD })).status).toBe(204);
    expect((await signIn(house.browser(), EMAIL, PASSWORD)).status).toBe(200);
  });

  test('are not asked for before the first right code', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    await admin.must('POST', '/api/v1/me/totp', { password: PASSWORD });
    expect(await admin.call('POST', '/api/v1/me/totp/confirm', { code: '000000' })).toMatchObject({
      json: { code: 'sign-in/wrong_code' },
    });
    expect((await signIn(house.browser(), EMAIL, PASSWORD)).status).toBe(200);
  });

  test('keep their secret sealed: the row of one person does not open for another', async () => {
    await using house = await openHouse();
    const { code } = await enrolled(house);
    const secret = await house.database.installation
      .selectFrom('person')
      .select('totp_secret')
      .executeTakeFirstOrThrow();
    const admin = house.browser();
    house.clock.advance(30_000);
    await signIn(admin, EMAIL, PASSWORD, code());
    await admin.look();
    const leo = await house.colleague(admin, 'Léo Martin', ['host']);
    expect((await leo.look()).person?.codes).toBeUndefined();
    await house.database.installation
      .updateTable('person')
      .set({ totp_secret: secret.totp_secret, totp_confirmed_at: house.clock.now() })
      .where('name', '=', 'Léo Martin')
      .execute();
    house.clock.advance(30_000);
    expect(await signIn(house.browser(), 'leo.martin@exemple.fr', PASSWORD, code())).toMatchObject({
      json: { code: 'sign-in/wrong_code' },
    });
  });
});

test('changing one’s password signs every other device out', async () => {
  await using house = await openHouse();
  const admin = await house.openFirst();
  const phone = house.browser();
  await signIn(phone, EMAIL, PASSWORD);
  const next = 'quatre bateaux bleus au port';
  expect(await admin.call('POST', '/api/v1/me/password', { current: 'mauvais mot', next })).toMatchObject({
    status: 422,
  });
  expect((await admin.call('POST', '/api/v1/me/password', { current: PASSWORD, next })).status).toBe(200);
  expect((await admin.look()).person?.email).toBe(EMAIL);
  expect((await phone.call('GET', '/api/v1/team')).status).toBe(401);
  expect((await signIn(phone, EMAIL, PASSWORD)).status).toBe(422);
  expect((await signIn(phone, EMAIL, next)).status).toBe(200);
});
