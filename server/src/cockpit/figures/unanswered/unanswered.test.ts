import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFigures } from '#cockpit/figures/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from '../../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../../tools/testing/community.ts';
import type { House } from '../../../../../tools/testing/house.ts';
import { openHouse } from '../../../../../tools/testing/house.ts';
import { madeId, writeCommunity } from '../../../../../tools/testing/made-community.ts';
import { ALL, day, forum, instant } from '../../../../../tools/testing/made-forum.ts';
import { UnansweredThreads } from './wire.ts';

let house: House;
let browser: Browser;
let projection: Projection;
let folder: string;
const START = '2026-01-01';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-unanswered-'));
  house = await openHouse({
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      return createFigures({ database, projection, clock }).routes;
    },
  });
  browser = await house.openFirst();
  const { made, say, open } = forum(4, [ALL, { ...ALL, hours: false }]);
  for (let n = 0; n < 12; n += 1) {
    const thread = open(n % 4, instant(day(START, n)));
    if (n % 3 === 0) say((n + 1) % 4, instant(day(START, n), '16:00'), { thread });
  }
  open(1, { day: day(START, 5) }, 1);
  say(0, { day: day(START, 25) }, {}, 1);
  say(0, instant(day(START, 20)));
  const readings = made.threads.map((_, thread) => ({ thread, kind: thread === 11 ? 'other' : 'question' }) as const);
  await house.database.inScope(await scopeOf(browser), (db) => writeCommunity(db, { ...made, readings }));
});

afterAll(async () => {
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const get = async (query: string) =>
  browser.call('GET', `/api/v1/figures/unanswered/threads?from=${START}&until=2026-02-01${query}`);

describe('the questions nobody answered', () => {
  test('come the oldest first, with where they stand and for how long they have been waiting', async () => {
    const { items, total } = UnansweredThreads.parse((await get('')).json);
    expect(total).toBe(8);
    expect(items.map(({ id }) => id)).toEqual([1, 2, 4, 5, 12, 7, 8, 10].map((thread) => madeId('thread', thread)));
    const [first] = items;
    expect(first).toMatchObject({
      place: { name: 'Lieu 0' },
      channel: { name: 'Salon 0' },
      opened: { at: '2026-01-02T12:00:00.000Z' },
      age: { seconds: 19 * 86_400 + 1 },
    });
    const days = items.find(({ id }) => id === madeId('thread', 12));
    expect(days).toMatchObject({ opened: { day: '2026-01-06' }, age: { days: 20 }, place: { name: 'Lieu 1' } });
  });

  test('come by pages, and are counted past the last one too', async () => {
    const page = UnansweredThreads.parse((await get('&offset=6&limit=5')).json);
    expect(page.items.map(({ id }) => id)).toEqual([8, 10].map((thread) => madeId('thread', thread)));
    expect(UnansweredThreads.parse((await get('&offset=50')).json)).toEqual({ items: [], total: 8 });
  });

  test('are those of the slice; what does not exist is not found', async () => {
    const one = UnansweredThreads.parse((await get(`&place=${madeId('place', 1)}`)).json);
    expect(one).toMatchObject({ total: 1, items: [{ id: madeId('thread', 12) }] });
    expect((await get('&kind=other')).json).toEqual({ items: [], total: 0 });
    expect((await get(`&place=${madeId('place', 7)}`)).status).toBe(404);
    expect((await get('&limit=0')).status).toBe(400);
    const upside = await browser.call('GET', '/api/v1/figures/unanswered/threads?from=2026-02-01&until=2026-01-01');
    expect(upside.status).toBe(422);
  });
});
