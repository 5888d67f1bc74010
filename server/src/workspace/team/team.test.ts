import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FunctionName } from '#kernel/actor.ts';
import { FUNCTIONS } from '#kernel/actor.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { losesLastAdmin, mayGive } from './rules.ts';
import type { TeamPage } from './wire.ts';

async function line(browser: Browser, name: string) {
  const { items } = (await browser.must('GET', '/api/v1/team')) as TeamPage;
  const found = items.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} is not in the team.`);
  return found;
}

describe('giving functions', () => {
  const functions = fc.subarray([...FUNCTIONS], { minLength: 1 });

  test('never goes above the giver, and only an admin makes admins', () => {
    fc.assert(
      fc.property(functions, functions, (giver: FunctionName[], given: FunctionName[]) => {
        const allowed = mayGive(giver, given);
        if (giver.includes('admin')) expect(allowed).toBe(true);
        else expect(allowed).toBe(given.every((one) => giver.includes(one)));
        if (allowed && given.includes('admin')) expect(giver).toContain('admin');
      }),
    );
  });

  test('never leaves a workspace without admin', () => {
    expect(losesLastAdmin(['a'], 'a', ['pilot'])).toBe(true);
    expect(losesLastAdmin(['a'], 'a', ['admin'])).toBe(false);
    expect(losesLastAdmin(['a', 'b'], 'a', [])).toBe(false);
    expect(losesLastAdmin(['b'], 'a', [])).toBe(false);
  });
});

describe('colleagues', () => {
  test('change functions and title, against the version that was seen', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const leo = await house.colleague(admin, 'Léo Martin', ['host']);
    const { id, version } = await line(admin, 'Léo Martin');
    const change = { version, functions: ['moderator', 'host'], title: 'Community manager' };
    await admin.must('PATCH', `/api/v1/team/${id}`, change);
    expect(await line(leo, 'Léo Martin')).toMatchObject({
      functions: ['host', 'moderator'],
      title: 'Community manager',
      isYou: true,
    });
    expect(await admin.call('PATCH', `/api/v1/team/${id}`, change)).toMatchObject({
      status: 409,
      json: { code: 'team/stale', detail: expect.stringContaining('(Aïcha Benali : les fonctions et l’intitulé)') },
    });
    await admin.must('PATCH', `/api/v1/team/${id}`, { version: version + 1, title: null });
    expect((await line(admin, 'Léo Martin')).title).toBeUndefined();
  });

  test('see at once what was given or taken', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const leo = await house.colleague(admin, 'Léo Martin', ['host']);
    expect((await leo.call('GET', '/api/v1/audit')).status).toBe(403);
    const { id, version } = await line(admin, 'Léo Martin');
    await admin.must('PATCH', `/api/v1/team/${id}`, { version, functions: ['compliance'] });
    expect((await leo.call('GET', '/api/v1/audit')).status).toBe(200);
    await admin.must('DELETE', `/api/v1/team/${id}`);
    expect((await leo.call('GET', '/api/v1/audit')).status).toBe(404);
    expect((await leo.look()).workspaces).toEqual([]);
  });

  test('the last admin stays, however the two last try at once', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const own = await line(admin, 'Aïcha Benali');
    expect(await admin.call('DELETE', `/api/v1/team/${own.id}`)).toMatchObject({
      status: 422,
      json: { code: 'team/last_admin' },
    });
    const lower = { version: own.version, functions: ['pilot'] };
    expect(await admin.call('PATCH', `/api/v1/team/${own.id}`, lower)).toMatchObject({
      json: { code: 'team/last_admin' },
    });
    const leo = await house.colleague(admin, 'Léo Martin', ['admin']);
    const other = await line(admin, 'Léo Martin');
    const replies = await Promise.all([
      admin.call('DELETE', `/api/v1/team/${other.id}`),
      leo.call('DELETE', `/api/v1/team/${own.id}`),
    ]);
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  test('who left may come back by a new invitation, to the same name on what was done', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const leo = await house.colleague(admin, 'Léo Martin', ['host']);
    const { id } = await line(admin, 'Léo Martin');
    await admin.must('DELETE', `/api/v1/team/${id}`);
    const asked = { email: 'leo.martin@exemple.fr', functions: ['expert'] };
    const { token } = (await admin.must('POST', '/api/v1/team/invitations', asked)) as { token: string };
    await leo.must('POST', `/api/v1/invitations/${token}/accept`, {});
    expect(await line(leo, 'Léo Martin')).toMatchObject({ id, functions: ['expert'] });
  });
});

test('titles of the house are kept with the functions they stand for', async () => {
  await using house = await openHouse();
  const admin = await house.openFirst();
  const made = await admin.call('POST', '/api/v1/titles', { name: 'Community leader', functions: ['pilot', 'owner'] });
  expect(made).toMatchObject({ status: 201, json: { version: 1 } });
  const { id } = made.json as { id: string };
  const twin = await admin.call('POST', '/api/v1/titles', { name: 'Community leader', functions: ['host'] });
  expect(twin).toMatchObject({ status: 422, json: { code: 'team/title_taken' } });
  await admin.must('PATCH', `/api/v1/titles/${id}`, { version: 1, functions: ['pilot'] });
  expect(await admin.call('PATCH', `/api/v1/titles/${id}`, { version: 1, name: 'X' })).toMatchObject({ status: 409 });
  expect(await admin.must('GET', '/api/v1/titles')).toMatchObject({
    items: [{ name: 'Community leader', functions: ['pilot'], version: 2 }],
  });
  await admin.must('DELETE', `/api/v1/titles/${id}`);
  expect(await admin.must('GET', '/api/v1/titles')).toMatchObject({ items: [] });
});
