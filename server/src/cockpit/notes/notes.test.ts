import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import type { MadeMessage } from '../../../../tools/testing/made-community.ts';
import { writeCommunity } from '../../../../tools/testing/made-community.ts';
import { BOTH_ENGINES } from '../../../../tools/testing/two-engines.ts';
import { noteRoutes } from './index.ts';
import { silentChannels, placeSpans } from './views.ts';
import { NotesView } from './wire.ts';

let house: House;
let admin: Browser;
let sponsor: Browser;
let projection: Projection;
let folder: string;

/** One place; the second of three channels ends on 5 January while the place goes on to 9 March. */
const MESSAGES: readonly MadeMessage[] = [
  ...Array.from({ length: 60 }, (_, n) => said(0, `2026-01-${String((n % 30) + 1).padStart(2, '0')}`)),
  ...Array.from({ length: 16 }, (_, n) => said(1, `2026-01-0${String((n % 3) + 3)}`)),
  said(0, '2026-03-09'),
  said(2, '2026-03-08'),
];

function said(channel: number, day: string): MadeMessage {
  return { channel, account: 0, when: { at: `${day}T12:00:00Z` } };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-notes-'));
  house = await openHouse({
    start: '2026-03-10T08:00:00Z',
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      return noteRoutes({ database, projection, clock });
    },
  });
  admin = await house.openFirst();
  sponsor = await house.colleague(admin, 'Paul Mécène', ['sponsor']);
  await house.database.inScope(await scopeOf(admin), (db) =>
    writeCommunity(db, {
      places: [{ threads: true, replies: true, hours: true }],
      channels: [0, 0, 0],
      members: [{ kind: 'person' }],
      accounts: [{ place: 0, member: 0 }],
      threads: [],
      messages: MESSAGES,
      reactions: [],
    }),
  );
});

afterAll(async () => {
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const read = async (who: Browser, query = 'from=2026-01-01&until=2026-04-01') =>
  NotesView.parse((await who.call('GET', `/api/v1/notes?${query}`)).json);

test('a note is written, read by the whole workspace with its author, changed and taken away', async () => {
  const { id } = (await admin.must('POST', '/api/v1/notes', { day: '2026-02-03', text: ' Nouvelle charte ' })) as {
    id: string;
  };
  const { notes, can } = await read(sponsor);
  expect(notes).toEqual([{ id, day: '2026-02-03', text: 'Nouvelle charte', author: 'Aïcha Benali', version: 1 }]);
  expect(can).toEqual({ add: false });
  expect((await read(admin, 'from=2026-02-04&until=2026-04-01')).notes).toEqual([]);

  const change = { day: '2026-02-04', text: 'Charte', version: 1 };
  expect((await sponsor.call('PATCH', `/api/v1/notes/${id}`, change)).status).toBe(403);
  await admin.must('PATCH', `/api/v1/notes/${id}`, change);
  expect(await admin.call('PATCH', `/api/v1/notes/${id}`, change)).toMatchObject({
    status: 409,
    json: { code: 'note/stale', detail: expect.stringContaining('(Aïcha Benali : le jour et le texte)') },
  });
  expect((await read(admin)).notes).toMatchObject([{ day: '2026-02-04', text: 'Charte', version: 2 }]);

  await admin.must('DELETE', `/api/v1/notes/${id}`);
  expect((await read(admin)).notes).toEqual([]);
  expect((await admin.call('DELETE', `/api/v1/notes/${id}`)).status).toBe(404);
});

test.each([
  { day: '2026-02-30', text: 'x' },
  { day: '2026-02-03', text: '  ' },
  { day: '2026-02-03', text: 'x'.repeat(501) },
])('%j is no note', async (draft) => {
  expect((await admin.call('POST', '/api/v1/notes', draft)).status).toBe(400);
});

test('a channel that fell silent while its place went on is an event', async () => {
  const { events } = await read(sponsor);
  expect(events).toEqual([
    {
      kind: 'channels_silent',
      day: '2026-01-05',
      place: 'Lieu 0',
      count: 1,
      names: ['Salon 1'],
      share: expect.any(Number),
    },
  ]);
  expect((await read(sponsor, 'from=2026-01-06&until=2026-04-01')).events).toEqual([]);
});

test('both engines find the same', async () => {
  const scope = await scopeOf(admin);
  const span = { from: '2026-01-01', until: '2026-04-01' };
  await projection.refresh(scope);
  const [copy, base] = await Promise.all(
    BOTH_ENGINES.map((engine) =>
      (engine === 'duckdb' ? projection.read : projection.readPostgres)(scope, async (facts) => [
        await placeSpans(facts, undefined),
        await silentChannels(facts, undefined, span),
      ]),
    ),
  );
  expect(copy).toEqual(base);
  // 16 in the channel; 2 a day in the other up to the Sunday, the 11th.
  expect(copy?.[1]).toMatchObject([{ own: 16, all: 16 + 22, channels: 3, lastDay: '2026-01-05' }]);
});

test('a span upside down is refused, a day that is none is named once', async () => {
  const upside = await admin.call('GET', '/api/v1/notes?from=2026-04-01&until=2026-01-01');
  expect(upside).toMatchObject({ status: 422, json: { code: 'figure/upside_down' } });
  const wrong = await admin.call('GET', '/api/v1/notes?from=hier&until=2026-01-01');
  expect(wrong).toMatchObject({ status: 400, json: { details: { fields: 'from' } } });
});
