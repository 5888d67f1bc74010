import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import type { SessionView } from '#workspace/sign-in/wire.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { openHouse, PASSWORD } from '../../../../tools/testing/house.ts';

const EMAIL = 'aicha.benali@exemple.fr';

function signIn(browser: Browser, email: string, password: string, code?: string) {
  return browser.call('POST', '/api/v1/sign-in', { email, password, ...(code === undefined ? {} : { code }) });
}

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
