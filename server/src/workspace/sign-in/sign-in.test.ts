import { createHook } from 'node:async_hooks';
import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { openHouse, PASSWORD } from '../../../../tools/testing/house.ts';

const EMAIL = 'aicha.benali@exemple.fr';
const HOUR = 3_600_000;

function signIn(browser: Browser, email: string, password: string) {
  return browser.call('POST', '/api/v1/sign-in', { email, password });
}

/** Keys derived from passwords meanwhile: all that takes long when somebody signs in, and so tells who is known. */
function derivedKeys(): Disposable & { readonly count: () => number } {
  let count = 0;
  const hook = createHook({
    init(_, type) {
      if (type === 'SCRYPTREQUEST') count += 1;
    },
  }).enable();
  return { count: () => count, [Symbol.dispose]: () => hook.disable() };
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
  test('answers the same for an unknown e-mail and a wrong password, after the same work', async () => {
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
    using keys = derivedKeys();
    const unknown = await signIn(house.browser(), 'personne@exemple.fr', 'pas le bon mot de passe');
    expect(keys.count()).toBe(1);
    const known = await signIn(house.browser(), EMAIL, 'pas le bon mot de passe');
    expect(keys.count()).toBe(2);
    expect(unknown.text).toBe(known.text);
    expect(unknown.status).toBe(known.status);
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

test('whoever runs the installation lets somebody in again who lost everything', async () => {
  await using house = await openHouse();
  const admin = await house.openFirst();
  await admin.must('POST', '/api/v1/me/totp', { password: PASSWORD });
  await house.database.installation.updateTable('person').set({ totp_confirmed_at: house.clock.now() }).execute();
  expect(await signIn(house.browser(), EMAIL, PASSWORD)).toMatchObject({ json: { code: 'sign-in/code_needed' } });
  const next = 'quatre bateaux bleus au port';
  expect(await house.room.signIn.rescue(EMAIL, 'court')).toMatchObject({ ok: false });
  expect(await house.room.signIn.rescue('personne@exemple.fr', next)).toMatchObject({
    refusal: { code: 'sign-in/nobody' },
  });
  expect(await house.room.signIn.rescue(` ${EMAIL.toUpperCase()}`, next)).toMatchObject({ ok: true });
  expect((await admin.call('GET', '/api/v1/team')).status).toBe(401);
  expect((await signIn(house.browser(), EMAIL, next)).status).toBe(200);
});

test('the log says who signed in, and neither e-mails nor secrets', async () => {
  const lines: unknown[] = [];
  const keep = (message: string, fields?: object) => void lines.push({ message, ...fields });
  const log = { debug: keep, info: keep, warn: keep, error: keep };
  await using house = await openHouse({ log });
  const admin = await house.openFirst();
  const asked = { email: 'leo@exemple.fr', functions: ['host'] };
  const { token } = (await admin.must('POST', '/api/v1/team/invitations', asked)) as { token: string };
  await signIn(house.browser(), EMAIL, 'un mauvais mot de passe');
  const newcomer = { name: 'Léo', password: PASSWORD, language: 'fr' };
  await house.browser().must('POST', `/api/v1/invitations/${token}/accept`, { newcomer });
  const said = JSON.stringify(lines);
  expect(said).toContain('sign-in refused');
  const cookie = admin.cookies.get('passerelle_session') ?? '';
  for (const secret of [EMAIL, asked.email, PASSWORD, 'mauvais mot', token, cookie]) expect(said).not.toContain(secret);
});
