import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atService } from '../../../../tools/testing/at-service.ts';
import type { Browser, Reply } from '../../../../tools/testing/browser.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { openHouse, ORIGIN, PASSWORD } from '../../../../tools/testing/house.ts';
import { judge, safeReturn } from './rules.ts';

/** People of the organisation's own sign-in service. */
const PEOPLE: Readonly<Record<string, object>> = {
  aicha: { email: 'Aicha.Benali@exemple.fr', email_verified: true, name: 'Aïcha Benali', locale: 'fr-FR' },
  leo: { email: 'leo.martin@exemple.fr', email_verified: true, name: 'Léo Martin', locale: 'en-GB' },
  twin: { email: 'aicha.benali@exemple.fr', email_verified: false, name: 'Aïcha Benali' },
  nameless: { name: 'Sans E-mail' },
};

let server: Server;
let issuer: string;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'passerelle', client_secret: 'un secret', redirect_uris: [`${ORIGIN}/api/v1/oidc/callback`] },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['for tests'] },
    ttl: { AccessToken: 300, IdToken: 300, Session: 3_600, Grant: 3_600, Interaction: 600 },
    findAccount: (_, id) =>
      PEOPLE[id] === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) },
  });
  server.on('request', provider.callback());
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function open(environment: Readonly<Record<string, string>> = {}): Promise<House> {
  return openHouse({
    environment: {
      PASSERELLE_OIDC_ISSUER: issuer,
      PASSERELLE_OIDC_CLIENT_ID: 'passerelle',
      PASSERELLE_OIDC_CLIENT_SECRET: 'un secret',
      PASSERELLE_OIDC_NAME: 'Annuaire',
      PASSERELLE_OUTBOUND_ALLOW: '127.0.0.1',
      ...environment,
    },
  });
}

/** The whole way, from the button to the page after. */
async function enter(browser: Browser, who: string, query = ''): Promise<Reply> {
  const left = await browser.call('GET', `/api/v1/oidc/start${query}`);
  const back = await atService(left.headers.get('location') ?? '', who, ORIGIN);
  return browser.call('GET', back.pathname + back.search);
}

function linksOf(house: House) {
  return house.database.installation.selectFrom('oidc_link').select(['subject', 'person_id']).execute();
}

describe('signing in by the organisation’s own service', () => {
  test('is offered by name', async () => {
    await using house = await open();
    expect((await house.browser().look()).oidc).toEqual({ name: 'Annuaire' });
    await using plain = await openHouse();
    expect((await plain.browser().look()).oidc).toBeUndefined();
    expect((await plain.browser().call('GET', '/api/v1/oidc/start')).status).toBe(404);
  });

  test('ties an account to a verified e-mail, then knows its person by subject', async () => {
    await using house = await open();
    await house.openFirst();
    const browser = house.browser();
    const entered = await enter(browser, 'aicha', '?return=/forum-des-ponts/team');
    expect(entered).toMatchObject({ status: 303 });
    expect(entered.headers.get('location')).toBe('/forum-des-ponts/team');
    expect((await browser.look()).person?.email).toBe('aicha.benali@exemple.fr');
    expect(await linksOf(house)).toMatchObject([{ subject: 'aicha' }]);
    await house.database.installation.updateTable('person').set({ email: 'aicha@ailleurs.exemple' }).execute();
    const again = house.browser();
    await enter(again, 'aicha');
    expect((await again.look()).person?.email).toBe('aicha@ailleurs.exemple');
  });

  test('refuses an e-mail the service does not vouch for, though somebody here has it', async () => {
    await using house = await open();
    await house.openFirst();
    const browser = house.browser();
    const refused = await enter(browser, 'twin');
    expect(refused.headers.get('location')).toBe('/sign-in?problem=sign-in%2Foidc_unverified');
    expect((await browser.look()).person).toBeUndefined();
    expect(browser.cookies.size).toBe(0);
    expect(await linksOf(house)).toEqual([]);
  });

  test('refuses people without e-mail, and people nobody invited', async () => {
    await using house = await open();
    await house.openFirst();
    for (const [who, code] of [
      ['nameless', 'oidc_unverified'],
      ['leo', 'oidc_unknown'],
    ] as const) {
      const refused = await enter(house.browser(), who);
      expect(refused.headers.get('location')).toBe(`/sign-in?problem=sign-in%2F${code}`);
    }
    expect(await house.database.installation.selectFrom('person').select('id').execute()).toHaveLength(1);
  });

  test('lets an invited person in, with the invited functions and no password', async () => {
    await using house = await open();
    const admin = await house.openFirst();
    const invite = async (email: string) =>
      (await admin.must('POST', '/api/v1/team/invitations', { email, functions: ['host'] })) as { token: string };
    const other = await enter(house.browser(), 'leo', `?invitation=${(await invite('autre@exemple.fr')).token}`);
    expect(other.headers.get('location')).toBe('/sign-in?problem=team%2Fother_email');
    const browser = house.browser();
    await enter(browser, 'leo', `?invitation=${(await invite('leo.martin@exemple.fr')).token}`);
    const view = await browser.look();
    expect(view).toMatchObject({ person: { name: 'Léo Martin', language: 'en', hasPassword: false } });
    expect(view.workspaces).toMatchObject([{ functions: ['host'] }]);
    const reply = await house
      .browser()
      .call('POST', '/api/v1/sign-in', { email: 'leo.martin@exemple.fr', password: PASSWORD });
    expect(reply).toMatchObject({ json: { code: 'sign-in/wrong' } });
  });

  test('takes the password of an invited account away from whoever had set it', async () => {
    await using house = await open();
    const admin = await house.openFirst();
    const squatter = await house.colleague(admin, 'Léo Martin', ['host']);
    await enter(house.browser(), 'leo');
    expect((await squatter.call('GET', '/api/v1/team')).status).toBe(401);
    const form = { email: 'leo.martin@exemple.fr', password: PASSWORD };
    expect((await house.browser().call('POST', '/api/v1/sign-in', form)).status).toBe(422);
  });

  test('leaves the password to somebody who links his account while signed in', async () => {
    await using house = await open();
    const admin = await house.openFirst();
    const leo = await house.colleague(admin, 'Léo Martin', ['host']);
    await enter(leo, 'leo');
    expect((await leo.look()).person?.hasPassword).toBe(true);
  });
});

describe('coming back', () => {
  async function back(house: House, who: string) {
    const browser = house.browser();
    const left = await browser.call('GET', '/api/v1/oidc/start');
    return { browser, address: await atService(left.headers.get('location') ?? '', who, ORIGIN) };
  }

  test('in another browser, late, with another state, or twice, opens nothing', async () => {
    await using house = await open();
    await house.openFirst();
    const first = await back(house, 'aicha');
    const path = first.address.pathname + first.address.search;
    const foreign = await house.browser().call('GET', path);
    expect(foreign.headers.get('location')).toContain('oidc_expired');
    const state = new URL(first.address);
    state.searchParams.set('state', 'x'.repeat(43));
    const forged = await first.browser.call('GET', state.pathname + state.search);
    expect(forged.headers.get('location')).toContain('oidc_failed');
    const second = await back(house, 'aicha');
    const cookie = second.browser.cookies.get('passerelle_oidc') ?? '';
    expect(
      (await second.browser.call('GET', second.address.pathname + second.address.search)).headers.get('location'),
    ).toBe('/');
    const again = house.browser();
    again.cookies.set('passerelle_oidc', cookie);
    expect(
      (await again.call('GET', second.address.pathname + second.address.search)).headers.get('location'),
    ).toContain('oidc_failed');
    const third = await back(house, 'aicha');
    house.clock.advance(10 * 60_000);
    expect(
      (await third.browser.call('GET', third.address.pathname + third.address.search)).headers.get('location'),
    ).toContain('oidc_expired');
  });

  test('leads nowhere outside, whatever was asked for', () => {
    for (const asked of [
      '//ailleurs.exemple',
      '/\\ailleurs.exemple',
      'https://ailleurs.exemple',
      'javascript:x',
      '/\t/x',
      '',
      undefined,
    ]) {
      expect(safeReturn(asked)).toBe('/');
    }
    expect(safeReturn('/forum/team?x=1#y')).toBe('/forum/team?x=1#y');
  });
});

test('a service that cannot be reached, or may not, is said and not waited for', async () => {
  await using house = await open({ PASSERELLE_OUTBOUND_ALLOW: '' });
  const left = await house.browser().call('GET', '/api/v1/oidc/start');
  expect(left.headers.get('location')).toBe('/sign-in?problem=sign-in%2Foidc_failed');
});

describe('who a stranger is', () => {
  const claims = {
    issuer: 'i',
    subject: 's',
    email: 'a@b.fr',
    emailVerified: true,
    name: undefined,
    locale: undefined,
  };
  test('goes by the link first, then by a verified e-mail, and by nothing else', () => {
    expect(judge({ ...claims, emailVerified: false }, 'linked', 'other')).toEqual({
      kind: 'enter',
      personId: 'linked',
    });
    expect(judge(claims, undefined, 'known')).toEqual({ kind: 'link', personId: 'known' });
    expect(judge({ ...claims, emailVerified: false }, undefined, 'known')).toMatchObject({ kind: 'refused' });
    expect(judge({ ...claims, emailVerified: false }, undefined, undefined)).toMatchObject({ kind: 'refused' });
    expect(judge(claims, undefined, undefined)).toEqual({ kind: 'newcomer', email: 'a@b.fr' });
  });
});
