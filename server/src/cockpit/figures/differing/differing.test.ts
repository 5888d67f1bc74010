import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose } from '#cockpit/figures/counting/index.ts';
import { REGISTRY, createFigures } from '#cockpit/figures/index.ts';
import type { Figure } from '#cockpit/figures/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Engine, Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from '../../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../../tools/testing/community.ts';
import type { House } from '../../../../../tools/testing/house.ts';
import { openHouse } from '../../../../../tools/testing/house.ts';
import type { MadeCommunity } from '../../../../../tools/testing/made-community.ts';
import { madeId, writeCommunity } from '../../../../../tools/testing/made-community.ts';
import { OTHERWISE } from './model.ts';
import type { Otherwise } from './model.ts';
import { relationsFor } from './rules.ts';
import { FigureDiffers, FigureFormula } from './wire.ts';

const at = (day: string, time = '12:00') => ({ at: `2026-01-${day}T${time}:00Z` });

/**
 * Members 0 (two accounts), 1, 2 are persons who write, 3 only had a message withdrawn, 4 only reacts, 5 is staff, 6 a
 * bot; 2 wrote on 31 January, 23:30 UTC: in Paris it is February. Account 7 is the second one of member 0.
 */
const MADE: MadeCommunity = {
  places: [{ threads: true, replies: true, hours: true }],
  channels: [0],
  members: [
    { kind: 'person' },
    { kind: 'person' },
    { kind: 'person' },
    { kind: 'person' },
    { kind: 'person' },
    { kind: 'staff' },
    { kind: 'bot' },
    { kind: 'person', mergedInto: 0 },
  ],
  accounts: [0, 1, 2, 3, 4, 5, 6, 7].map((member) => ({ place: 0, member })),
  threads: [0, 0, 0],
  messages: [
    { channel: 0, account: 0, when: at('05'), thread: 0, opens: true },
    { channel: 0, account: 1, when: at('05', '14:00'), thread: 0 },
    { channel: 0, account: 7, when: at('06'), thread: 1, opens: true },
    { channel: 0, account: 5, when: at('07'), thread: 1 },
    { channel: 0, account: 5, when: at('08'), thread: 2, opens: true },
    { channel: 0, account: 6, when: at('09') },
    { channel: 0, account: 3, when: at('10'), state: 'removed' },
    { channel: 0, account: 2, when: at('31', '23:30') },
    { channel: 0, account: 1, when: { at: '2026-02-20T12:00:00Z' } },
  ],
  reactions: [{ message: 0, account: 4, when: at('11') }],
};

let house: House;
let browser: Browser;
let projection: Projection;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-differs-'));
  house = await openHouse({
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      return createFigures({ database, projection, clock }).routes;
    },
  });
  browser = await house.openFirst();
  await house.database.inScope(await scopeOf(browser), (db) => writeCommunity(db, MADE));
});

afterAll(async () => {
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const JANUARY = 'from=2026-01-01&until=2026-02-01';

async function differs(figure: string, query = JANUARY): Promise<FigureDiffers> {
  return FigureDiffers.parse((await browser.call('GET', `/api/v1/figures/${figure}/differs?${query}`)).json);
}

function valuesOf({ counts }: FigureDiffers): Readonly<Record<string, number | null | string>> {
  return Object.fromEntries(counts.map(({ id, value }) => [id, value.state === 'value' ? value.value : value.state]));
}

test('active members, counted as others count them', async () => {
  const told = await differs('active_members');
  expect(told.value).toMatchObject({ state: 'value', value: 2 });
  expect(valuesOf(told)).toEqual({
    with_staff: 3,
    with_bots: 3,
    accounts: 3,
    with_reactions: 3,
    with_withdrawn: 3,
    utc_days: 3,
  });
  expect(told.elsewhere.map(({ id }) => id)).toEqual(['admin_panel', 'visits', 'since_export']);
  for (const { name, why } of [...told.counts, ...told.elsewhere]) {
    expect(name).not.toContain('differs/');
    expect(why).not.toContain('differs/');
  }
});

test('threads: by staff, and answered only', async () => {
  const told = await differs('first_response_time');
  const ofWhom = Object.fromEntries(
    told.counts.map(({ id, value }) => [id, value.state === 'unavailable' ? value.reason : [value.n, value.of]]),
  );
  expect(told.value).toMatchObject({ n: 2, of: 2 });
  expect(ofWhom).toEqual({
    with_staff: [2, 3],
    with_bots: [2, 2],
    accounts: [2, 2],
    with_withdrawn: [2, 2],
    answered_only: [2, 2],
  });
  expect(told.counts.find(({ id }) => id === 'with_bots')?.isSame).toBe(true);
});

test('without its filters; nothing is computed where the figure itself cannot be', async () => {
  const told = await differs('active_members', `${JANUARY}&language=fr&language=und`);
  expect(valuesOf(told)).toMatchObject({ unfiltered: 2 });
  const nowhere = await differs('active_members', 'from=2020-01-01&until=2020-02-01');
  expect(nowhere).toMatchObject({ value: { state: 'unavailable', reason: 'not_watched' }, counts: [] });
});

test('every figure that is computed has its formula', async () => {
  for (const { id, reads } of REGISTRY) {
    const { sql } = FigureFormula.parse((await browser.call('GET', `/api/v1/figures/${id}/formula`)).json);
    if (reads === 'nothing') expect(sql).toBeNull();
    else expect(sql).toMatch(/^with /u);
  }
});

/** Ways of counting that cannot change what is counted from these. */
const NEUTRAL: Readonly<Record<string, Otherwise>> = { days: 'answered_only', threads: 'with_reactions' };

test('both engines count otherwise alike, and what changes nothing gives what the figure itself gives', async () => {
  const scope = await scopeOf(browser);
  await projection.refresh(scope);
  const given = {
    places: [{ id: madeId('place', 0), name: 'Lieu', gives: { replies: true, hours: true, reactions: true } }],
    slice: {},
    asked: [{ from: '2026-01-01', until: '2026-02-01' }],
    looked: [{ from: '2025-10-01', until: '2026-02-01' }],
    since: '2025-10-01',
    firstDay: '2026-01-05',
    lastDay: '2026-02-20',
  };
  const rowsOf = async (figure: Figure, engine: Engine, otherwise?: Otherwise): Promise<readonly string[]> => {
    const read = engine === 'duckdb' ? projection.read : projection.readPostgres;
    const instead = otherwise === undefined ? [] : relationsFor(otherwise);
    const { text, params } = compose(figure, { ...given, instead });
    return (await read(scope, (facts) => facts.query(text, params))).map((row) => JSON.stringify(row)).toSorted();
  };
  // One figure of each kind of reading: the relations are the same for all that read the same.
  const figures = [...Map.groupBy(REGISTRY, ({ reads }) => String(reads)).values()].flatMap(([one]) => one ?? []);
  for (const figure of figures.filter(({ reads }) => reads !== 'nothing')) {
    for (const otherwise of OTHERWISE.filter((one) => one !== 'unfiltered')) {
      const [copy, base] = [await rowsOf(figure, 'duckdb', otherwise), await rowsOf(figure, 'postgres', otherwise)];
      expect([figure.id, otherwise, copy]).toEqual([figure.id, otherwise, base]);
    }
    const neutral = NEUTRAL[String(figure.reads)];
    if (neutral === undefined) continue;
    expect(await rowsOf(figure, 'duckdb', neutral)).toEqual(await rowsOf(figure, 'duckdb'));
  }
}, 60_000);

test('a figure that is none, a period upside down', async () => {
  expect((await browser.call('GET', '/api/v1/figures/nothing/differs')).status).toBe(404);
  expect((await browser.call('GET', '/api/v1/figures/nothing/formula')).status).toBe(404);
  const upside = await browser.call('GET', '/api/v1/figures/active_members/differs?from=2026-02-01&until=2026-01-01');
  expect(upside).toMatchObject({ status: 422, json: { code: 'figure/upside_down' } });
});
