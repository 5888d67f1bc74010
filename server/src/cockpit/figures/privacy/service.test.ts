import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFigures } from '#cockpit/figures/index.ts';
import { FigureAnswer, FigureDetail, FigurePanel } from '#cockpit/figures/wire.ts';
import { segmentRoutes } from '#cockpit/segments/index.ts';
import { FUNCTIONS, type FunctionName } from '#kernel/actor.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from '../../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../../tools/testing/community.ts';
import type { House } from '../../../../../tools/testing/house.ts';
import { openHouse } from '../../../../../tools/testing/house.ts';
import { madeId, writeCommunity } from '../../../../../tools/testing/made-community.ts';
import { ALL, day, forum, instant } from '../../../../../tools/testing/made-forum.ts';

const SEE_FEW: readonly FunctionName[] = ['host', 'pilot', 'admin'];
const KEPT_FROM = FUNCTIONS.filter((one) => !SEE_FEW.includes(one));

let house: House;
let admin: Browser;
const people = new Map<FunctionName, Browser>();
let projection: Projection;
let folder: string;

/**
 * Thirty people write in the first place every week from Monday 5 January to 1 March 2026; three of them, and two who write
 * nowhere else, in the second place; in the third all but three of the thirty.
 */
function threePlaces() {
  const { made, say, open } = forum(32, [ALL, ALL, ALL]);
  for (let week = 0; week < 8; week += 1) {
    for (let n = 0; n < 30; n += 1) open(n, instant(day('2026-01-05', week * 7 + (n % 7))));
    for (const n of [0, 1, 2, 30, 31].slice(0, week < 4 ? 5 : 3)) say(n, instant(day('2026-01-06', week * 7)), {}, 1);
    for (let n = 3; n < 30; n += 1) say(n, instant(day('2026-01-07', week * 7)), {}, 2);
  }
  return made;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-privacy-'));
  house = await openHouse({
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      return [
        ...createFigures({ database, projection, clock }).routes,
        ...segmentRoutes({ database, projection, clock }),
      ];
    },
  });
  admin = await house.openFirst();
  for (const [at, one] of FUNCTIONS.entries()) {
    people.set(one, await house.colleague(admin, `Collègue ${'ABCDEFGH'[at] ?? ''}`, [one]));
  }
  await house.database.inScope(await scopeOf(admin), (db) => writeCommunity(db, threePlaces()));
});

afterAll(async () => {
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const WINDOW = 'from=2026-01-05&until=2026-03-02&compare=none';
const place = (n: number): string => `place=${madeId('place', n)}`;

async function answer(as: FunctionName, id: string, slice = '', window = WINDOW): Promise<FigureAnswer> {
  const browser = people.get(as) ?? admin;
  return FigureAnswer.parse(await browser.must('GET', `/api/v1/figures/${id}?${window}&${slice}`));
}
const told = async (as: FunctionName, id: string, slice = '', window = WINDOW) => {
  const { value } = await answer(as, id, slice, window);
  return value.state === 'value' ? value.value : value.state === 'unavailable' ? value.reason : value.state;
};

describe.each(FUNCTIONS)('%s', (one) => {
  const mayAll = SEE_FEW.includes(one);

  test('sees the whole, and of its parts those that tell of nobody', async () => {
    const found = [];
    for (const slice of ['', place(0), place(1), place(2)]) found.push(await told(one, 'active_members', slice));
    // The first place holds all but two; the second five, and leaves enough; the third all but five.
    expect(found).toEqual(mayAll ? [32, 30, 5, 27] : [32, 'private', 5, 27]);
  });

  test('asks a panel and a detail by the same rule', async () => {
    const browser = people.get(one) ?? admin;
    const panel = FigurePanel.parse(await browser.must('GET', `/api/v1/figures/panel?${WINDOW}&${place(0)}`));
    const states = new Set(panel.items.map(({ value }) => (value.state === 'unavailable' ? value.reason : 'told')));
    expect(states.has('private')).toBe(!mayAll);
    expect(mayAll || !states.has('told')).toBe(true);
    const path = `/api/v1/figures/lifecycle_state/detail?${WINDOW}&${place(0)}`;
    const { detail } = FigureDetail.parse(await browser.must('GET', path));
    expect(detail.kind === 'unavailable').toBe(!mayAll);
  });

  test('cuts as finely as he may', async () => {
    const browser = people.get(one) ?? admin;
    const fine = `language=fr&kind=other&segment=silent`;
    const many = `${place(0)}&${place(1)}`;
    for (const slice of [fine, many]) {
      const reply = await browser.call('GET', `/api/v1/figures/active_members?${WINDOW}&${slice}`);
      expect(reply.status).toBe(mayAll ? 200 : 422);
      if (!mayAll) expect(reply.json).toMatchObject({ code: 'figure/too_fine' });
    }
  });
});

test('numbers told to an owner never differ by a few, whatever he subtracts', async () => {
  const slices = [
    '',
    ...[0, 1, 2].map(place),
    'language=fr',
    'segment=silent',
    'segment=most_helpful',
    'segment=new_and_active',
  ];
  const windows = [
    WINDOW,
    'from=2026-01-05&until=2026-02-23&compare=none',
    'from=2026-01-12&until=2026-03-02&compare=none',
  ];
  for (const id of ['active_members', 'new_contributors']) {
    for (const window of windows) {
      const whole = await told('owner', id, '', window);
      for (const slice of slices) {
        const part = await told('owner', id, slice, window);
        if (typeof part !== 'number' || typeof whole !== 'number') continue;
        expect([id, slice, part > 0 && part < 5]).toEqual([id, slice, false]);
        const rest = whole - part;
        expect([id, slice, rest > 0 && rest < 5]).toEqual([id, slice, false]);
      }
    }
  }
});

test('a period one day longer is the same whole weeks, and its request gives it again', async () => {
  const longer = 'from=2026-01-04&until=2026-03-03&compare=none';
  const { window, request, value } = await answer('sponsor', 'active_members', '', longer);
  expect([window.from, window.until]).toEqual(['2025-12-29', '2026-03-02']);
  const again = FigureAnswer.parse(await people.get('sponsor')?.must('GET', request));
  expect(again.value).toEqual(value);
});

test('weeks of a few at the end of a period are cut off, so that no longer one tells them', async () => {
  const weeks = async (one: FunctionName) => {
    const { window, series } = await answer(one, 'active_members', place(1));
    return [window.until, series.points.map(({ value }) => (value.state === 'value' ? value.value : value.state))];
  };
  expect(await weeks('pilot')).toEqual(['2026-03-02', [5, 5, 5, 5, 3, 3, 3, 3]]);
  expect(await weeks('owner')).toEqual(['2026-02-02', [5, 5, 5, 5]]);
});

const segment = async (name: string, rule: object, shared = true): Promise<string> =>
  ((await admin.must('POST', '/api/v1/segments', { name, rule, shared })) as { id: string }).id;

test('segments that are somebody’s own are nobody else’s, and of two that differ by a few neither is told', async () => {
  const many = { is: 'activity', how: 'at_least', count: 1, within: { from: null, until: null } };
  const inPlace = (n: number) => ({ is: 'place', places: [madeId('place', n)] });
  const own = await segment('À moi', many, false);
  const half = await segment('Le premier lieu', { is: 'all', rules: [many, inPlace(2)] });
  expect(await told('pilot', 'active_members', `segment=${half}`)).toBe(27);
  expect(await told('sponsor', 'active_members', `segment=${half}`)).toBe(27);
  const reply = await people.get('sponsor')?.call('GET', `/api/v1/figures/active_members?${WINDOW}&segment=${own}`);
  expect(reply?.json).toMatchObject({ code: 'figure/segment_gone' });
  const twin = await segment('Un peu plus', {
    is: 'any',
    rules: [{ is: 'all', rules: [many, inPlace(2)] }, inPlace(1)],
  });
  expect(await told('pilot', 'active_members', `segment=${twin}`)).toBe(32);
  const almost = await segment('Presque', {
    is: 'all',
    rules: [many, inPlace(2), { is: 'activity', how: 'at_least', count: 17, within: { from: null, until: null } }],
  });
  expect(await told('sponsor', 'active_members', `segment=${almost}`)).not.toBe(26);
});

test('the smallest group is the workspace’s to say, and never below three', async () => {
  const now = async () => Promise.all([0, 1].map((n) => told('owner', 'active_members', place(n))));
  expect(await now()).toEqual(['private', 5]);
  expect((await admin.call('PATCH', '/api/v1/privacy', { smallestGroup: 2 })).status).toBe(400);
  expect((await people.get('pilot')?.call('PATCH', '/api/v1/privacy', { smallestGroup: 6 }))?.status).toBe(403);
  await admin.must('PATCH', '/api/v1/privacy', { smallestGroup: 6 });
  expect(await now()).toEqual(['private', 'private']);
  expect(await admin.must('GET', '/api/v1/privacy')).toEqual({
    smallestGroup: 6,
    can: { change: true, seeFew: true },
  });
  await admin.must('PATCH', '/api/v1/privacy', { smallestGroup: 3 });
  expect(await now()).toEqual(['private', 5]);
  await admin.must('PATCH', '/api/v1/privacy', { smallestGroup: 5 });
});

test('who is kept from what is said by function', () => {
  expect(KEPT_FROM).toEqual(['moderator', 'owner', 'expert', 'compliance', 'sponsor']);
});
