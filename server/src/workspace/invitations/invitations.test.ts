import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { openHouse, PASSWORD } from '../../../../tools/testing/house.ts';

const DAY = 24 * 3_600_000;
const NEWCOMER = { name: 'Léo Martin', password: PASSWORD, language: 'fr' } as const;

async function invite(by: Browser, email = 'leo.martin@exemple.fr', functions: readonly string[] = ['host']) {
  return (await by.must('POST', '/api/v1/team/invitations', { email, functions })) as { id: string; token: string };
}

function accept(browser: Browser, token: string, body: object = { newcomer: NEWCOMER }) {
  return browser.call('POST', `/api/v1/invitations/${token}/accept`, body);
}

describe('an invitation', () => {
  test('says who invites whom to what, and lets somebody new in with exactly that', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const { token } = await invite(admin);
    const guest = house.browser();
    expect(await guest.must('GET', `/api/v1/invitations/${token}`)).toMatchObject({
      workspaceName: 'Forum des Ponts',
      inviterName: 'Aïcha Benali',
      email: 'leo.martin@exemple.fr',
      functions: ['host'],
      hasAccount: false,
    });
    expect((await accept(guest, token)).status).toBe(204);
    expect(await guest.look()).toMatchObject({
      person: { email: 'leo.martin@exemple.fr', can: { openWorkspace: false } },
      workspaces: [{ slug: 'forum-des-ponts', functions: ['host'] }],
    });
  });

  test.each([
    ['used', async (_: Browser, guest: Browser, made: { token: string }) => void (await accept(guest, made.token))],
    [
      'taken back',
      async (admin: Browser, _: Browser, made: { id: string }) =>
        void (await admin.must('DELETE', `/api/v1/team/invitations/${made.id}`)),
    ],
    ['replaced by a later one', async (admin: Browser) => void (await invite(admin))],
  ])('opens nothing once %s', async (_, act) => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const made = await invite(admin);
    await act(admin, house.browser(), made);
    const gone = { status: 404, json: { code: 'team/invitation_gone' } };
    expect(await house.browser().call('GET', `/api/v1/invitations/${made.token}`)).toMatchObject(gone);
    expect(await accept(house.browser(), made.token)).toMatchObject(gone);
  });

  test('opens nothing after seven days, nor when made up', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const { token } = await invite(admin);
    house.clock.advance(7 * DAY - 1);
    expect((await house.browser().call('GET', `/api/v1/invitations/${token}`)).status).toBe(200);
    house.clock.advance(1);
    expect((await house.browser().call('GET', `/api/v1/invitations/${token}`)).status).toBe(404);
    expect((await accept(house.browser(), 'A'.repeat(43))).status).toBe(404);
  });

  test('is used once, by however many at the same time', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const { token } = await invite(admin);
    const replies = await Promise.all([1, 2, 3].map(() => accept(house.browser(), token)));
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await admin.must('GET', '/api/v1/team')).toMatchObject({ items: { length: 2 } });
  });

  test('is for its e-mail only, and for an account that exists only when signed in', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const leo = await house.person('Léo Martin');
    const noor = await house.person('Noor Haddad');
    const { token } = await invite(admin);
    expect(await accept(noor.browser, token, {})).toMatchObject({ status: 422, json: { code: 'team/other_email' } });
    expect(await accept(house.browser(), token)).toMatchObject({ status: 422, json: { code: 'team/account_exists' } });
    expect((await accept(house.browser(), token, {})).status).toBe(401);
    expect((await accept(leo.browser, token, {})).status).toBe(204);
    expect((await noor.browser.look()).workspaces).toEqual([]);
    const again = await admin.call('POST', '/api/v1/team/invitations', { email: leo.email, functions: ['host'] });
    expect(again).toMatchObject({ status: 409, json: { code: 'team/already_exists' } });
  });

  test('never goes above the one who invites', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const pilot = await house.colleague(admin, 'Pia Lind', ['pilot', 'host']);
    for (const functions of [['admin'], ['pilot', 'admin'], ['moderator'], ['host', 'compliance']]) {
      const reply = await pilot.call('POST', '/api/v1/team/invitations', { email: 'x@exemple.fr', functions });
      expect(reply).toMatchObject({ status: 422, json: { code: 'team/above_you' } });
    }
    await invite(pilot, 'x@exemple.fr', ['host']);
    const host = await house.colleague(admin, 'Hana Kim', ['host']);
    expect(
      (await host.call('POST', '/api/v1/team/invitations', { email: 'y@exemple.fr', functions: ['host'] })).status,
    ).toBe(403);
  });

  test('opens its own workspace only, with its own functions, whatever workspace the caller names', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const zone = 'Europe/Paris';
    const other = (await admin.must('POST', '/api/v1/workspaces', { name: 'Quai Nord', zone, language: 'fr' })) as {
      slug: string;
    };
    admin.workspace = 'forum-des-ponts';
    const { token, id } = await invite(admin);
    admin.workspace = other.slug;
    expect((await admin.call('DELETE', `/api/v1/team/invitations/${id}`)).status).toBe(404);
    const guest = house.browser();
    guest.workspace = other.slug;
    expect((await accept(guest, token)).status).toBe(204);
    expect((await guest.look()).workspaces).toMatchObject([{ slug: 'forum-des-ponts', functions: ['host'] }]);
    expect((await guest.call('GET', '/api/v1/team')).status).toBe(404);
  });

  test('refuses a poor password without being used up', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const { token } = await invite(admin);
    const poor = await accept(house.browser(), token, { newcomer: { ...NEWCOMER, password: 'leomartin1234' } });
    expect(poor).toMatchObject({ status: 422, json: { code: 'sign-in/password_common' } });
    expect((await accept(house.browser(), token)).status).toBe(204);
  });
});
