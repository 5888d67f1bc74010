import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openHouse } from '../../../../tools/testing/house.ts';
import { isZone, slugOf } from './rules.ts';

describe('slugs', () => {
  test.each([
    ['Forum des Ponts', 'forum-des-ponts'],
    ['L’Œuvre élargie !', 'l-oeuvre-elargie'],
    ['Sign in', 'espace-sign-in'],
    ['api', 'espace-api'],
    ['日本', 'espace'],
    ['---', 'espace'],
  ])('%s gives %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('always fit the address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('zones are regions of the world, not offsets', () => {
  for (const zone of [
    'Europe/Paris',
    'UTC',
    'America/Argentina/Buenos_Aires',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Etc/GMT-2',
  ]) {
    expect({ zone, ok: isZone(zone) }).toEqual({ zone, ok: true });
  }
  for (const zone of ['+02:00', 'Paris', 'Europe/Nowhere', 'europe/paris', '', "Europe/Paris' --", 'UTC+2']) {
    expect({ zone, ok: isZone(zone) }).toEqual({ zone, ok: false });
  }
});

describe('workspaces', () => {
  const zone = 'Europe/Paris';

  test('are opened by whoever runs the installation only', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const leo = await house.colleague(admin, 'Léo Martin', ['admin']);
    const asked = { name: 'Forum des Ponts', zone, language: 'fr' };
    expect((await leo.call('POST', '/api/v1/workspaces', asked)).status).toBe(403);
    expect(await admin.call('POST', '/api/v1/workspaces', asked)).toMatchObject({
      status: 201,
      json: { slug: 'forum-des-ponts-2' },
    });
    expect(await admin.call('POST', '/api/v1/workspaces', { ...asked, zone: 'Europe/Nowhere' })).toMatchObject({
      status: 422,
    });
  });

  test('change their name, zone and language, not their address', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const change = { name: 'Forum des Quais', zone: 'America/Montreal', language: 'en' };
    expect(await admin.must('PATCH', '/api/v1/workspace', change)).toMatchObject({
      ...change,
      slug: 'forum-des-ponts',
    });
    const bad = await admin.call('PATCH', '/api/v1/workspace', { zone: '+02:00' });
    expect(bad).toMatchObject({ status: 422, json: { code: 'workspace/zone_unknown' } });
  });

  test('without a name given lead to the one visited last', async () => {
    await using house = await openHouse();
    const admin = await house.openFirst();
    const { slug } = (await admin.must('POST', '/api/v1/workspaces', { name: 'Quai Nord', zone, language: 'fr' })) as {
      slug: string;
    };
    expect(await admin.must('GET', '/api/v1/team')).toMatchObject({ items: { length: 1 } });
    admin.workspace = slug;
    expect(await admin.look()).toMatchObject({ lastSlug: slug });
    admin.workspace = undefined;
    expect(await admin.look()).toMatchObject({ lastSlug: slug });
    await admin.must('PATCH', '/api/v1/workspace', { name: 'Quai Sud' });
    const names = (await admin.look()).workspaces.map(({ name }) => name);
    expect(names).toEqual(['Forum des Ponts', 'Quai Sud']);
  });
});
