import { describe, expect, test } from 'vitest';
import { inWorkspace } from '#platform/http/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { openHouse } from '../../../../tools/testing/house.ts';

const DAY = 24 * 3_600_000;
/** A page that keys of the scope `read` may read, as the permission table says. */
const PAGE = '/api/v1/threads';

function open() {
  const echo = inWorkspace({
    method: 'get',
    path: PAGE,
    summary: 'Says who asks',
    handle: ({ by, scope }) => Promise.resolve({ ok: true, value: { by, scope } }),
  });
  return openHouse({ more: () => [echo] });
}

async function make(admin: Browser, more: object = {}) {
  const asked = { name: 'Tableau', scopes: ['read'], ...more };
  return (await admin.must('POST', '/api/v1/keys', asked)) as { id: string; key: string };
}

function bearing(key: string) {
  return { authorization: `Bearer ${key}` };
}

describe('an API key', () => {
  test('is shown once, told apart by its beginning, and used without a session', async () => {
    await using house = await open();
    const admin = await house.openFirst();
    const { id, key } = await make(admin);
    expect(key).toMatch(/^psl_[\w-]{43}$/);
    const reply = await house.browser().call('GET', PAGE, undefined, bearing(key));
    expect(reply).toMatchObject({ status: 200, json: { by: { kind: 'key', keyId: id } } });
    const page = await admin.call('GET', '/api/v1/keys');
    expect(page.json).toMatchObject({
      items: [
        {
          id,
          prefix: key.slice(0, 12),
          scopes: ['read'],
          perMinute: 60,
          authorName: 'Aïcha Benali',
          lastUsedAt: '2026-03-02T08:00:00.000Z',
        },
      ],
    });
    expect(page.text).not.toContain(key.slice(0, 20));
  });

  test('stops at its date, and at once when revoked', async () => {
    await using house = await open();
    const admin = await house.openFirst();
    const past = await admin.call('POST', '/api/v1/keys', {
      name: 'X',
      scopes: ['read'],
      expiresAt: '2026-03-02T08:00:00Z',
    });
    expect(past).toMatchObject({ status: 422, json: { code: 'keys/already_over' } });
    const dated = await make(admin, { expiresAt: '2026-03-03T08:00:00Z' });
    const endless = await make(admin);
    const use = async (key: string) => (await house.browser().call('GET', PAGE, undefined, bearing(key))).status;
    house.clock.advance(DAY - 1);
    expect([await use(dated.key), await use(endless.key)]).toEqual([200, 200]);
    house.clock.advance(1);
    expect([await use(dated.key), await use(endless.key)]).toEqual([401, 200]);
    await admin.must('POST', '/api/v1/sign-in', { email: 'aicha.benali@exemple.fr', password: 'pont-levant-orange-7' });
    await admin.look();
    await admin.must('DELETE', `/api/v1/keys/${endless.id}`);
    expect(await use(endless.key)).toBe(401);
    expect((await admin.call('DELETE', `/api/v1/keys/${endless.id}`)).status).toBe(404);
  });

  test('is told which scope it lacks and where one is made, or that this is for people', async () => {
    await using house = await open();
    const admin = await house.openFirst();
    const { key } = await make(admin, { scopes: ['figures'] });
    const saidOf = async (method: 'GET', path: string, language: string) =>
      (await house.browser().call(method, path, undefined, { ...bearing(key), 'accept-language': language })).json;
    expect(await saidOf('GET', PAGE, 'fr')).toMatchObject({
      status: 403,
      code: 'keys/not_allowed',
      details: { scope: 'read' },
      detail: expect.stringMatching(/n’a pas le droit «\u00A0lire\u00A0» \(read\).+Réglages, Clés d’API/u),
    });
    expect(await saidOf('GET', PAGE, 'en')).toMatchObject({
      detail: expect.stringMatching(/lacks the scope “read”.+Settings, API keys/u),
    });
    expect(await saidOf('GET', '/api/v1/keys', 'fr')).toMatchObject({
      status: 403,
      details: { scope: 'none' },
      detail: expect.stringContaining('Aucune clé'),
    });
  });

  test('reaches what its scopes and its workspace hold, and never people, settings or a session', async () => {
    await using house = await open();
    const admin = await house.openFirst();
    const { key } = await make(admin);
    const figures = await make(admin, { scopes: ['figures'] });
    const asked = { name: 'Quai Nord', zone: 'UTC', language: 'fr' };
    const { slug } = (await admin.must('POST', '/api/v1/workspaces', asked)) as { slug: string };
    const script = house.browser();
    expect((await script.call('GET', PAGE, undefined, bearing(figures.key))).status).toBe(403);
    const elsewhere = { ...bearing(key), 'x-passerelle-workspace': slug };
    expect((await script.call('GET', PAGE, undefined, elsewhere)).status).toBe(404);
    expect(
      (await script.call('GET', PAGE, undefined, { ...elsewhere, 'x-passerelle-workspace': 'nulle-part' })).status,
    ).toBe(404);
    for (const path of ['/api/v1/team', '/api/v1/keys', '/api/v1/audit', '/api/v1/sessions']) {
      expect((await script.call('GET', path, undefined, bearing(key))).status).toBe(403);
    }
    expect(await script.call('GET', '/api/v1/session', undefined, bearing(key))).toMatchObject({
      json: { workspaces: [], csrf: '' },
    });
    expect((await script.call('POST', '/api/v1/team/invitations', {}, bearing(key))).status).toBe(403);
    expect((await script.call('GET', PAGE, undefined, bearing('psl_made-up'))).status).toBe(401);
    expect((await admin.call('GET', PAGE, undefined, bearing('psl_made-up'))).status).toBe(401);
  });

  test('is held to its own pace', async () => {
    await using house = await open();
    const admin = await house.openFirst();
    const { key } = await make(admin, { perMinute: 3 });
    const use = () => house.browser().call('GET', PAGE, undefined, bearing(key));
    for (let at = 0; at < 3; at += 1) expect((await use()).status).toBe(200);
    const slow = await use();
    expect(slow).toMatchObject({ status: 429, json: { code: 'http/too_many' } });
    expect(slow.headers.get('retry-after')).toBe('60');
    house.clock.advance(60_000);
    expect((await use()).status).toBe(200);
  });
});
