import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createFigures } from '#cockpit/figures/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createOffload, type Offload } from '#platform/offload/index.ts';
import { createProjection, type Projection } from '#platform/projection/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import { openHouse, type House } from '../../../../tools/testing/house.ts';
import { madeId, messageRow, put, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { day, forum, instant } from '../../../../tools/testing/made-forum.ts';
import { createKeeper } from '#cockpit/network/keeping/index.ts';
import { createNetwork } from './index.ts';
import { overview } from './service.ts';
import { AroundView, NetworkView, type AroundGroup, type AroundMember, type Overview } from './wire.ts';

let house: House;
let host: Browser;
let sponsor: Browser;
let projection: Projection;
let offload: Offload;
let folder: string;

const WINDOW = '?from=2026-01-01&until=2026-02-01';
const FIRST = day('2026-01-01', 0);

/** Everybody of a circle answers each next one; the first of a circle answers the first of the circle before. */
function circles(sizes: readonly number[]) {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const { made, say, open } = forum(people + 3);
  let first = 0;
  const answer = (from: number, to: number, at: number): void => {
    const thread = open(to, instant(day(FIRST, at % 20)));
    say(from, instant(day(FIRST, at % 20), '15:00'), { thread });
  };
  // All but the last three wrote before, so that they are no newcomers.
  for (let n = 0; n < people; n += 1) say(n, instant('2025-12-01'));
  for (const [at, size] of sizes.entries()) {
    for (let n = 0; n < size; n += 1) {
      for (let far = 1; far < size; far += 1) answer(first + n, first + ((n + far) % size), n);
    }
    if (at > 0) answer(first, 0, at);
    first += size;
  }
  // Three newcomers: one is answered, two are not.
  answer(0, people, 3);
  open(people + 1, instant(day(FIRST, 5)));
  say(people + 2, instant(day(FIRST, 9)));
  return made;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-network-'));
  offload = createOffload();
  house = await openHouse({
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      const figures = createFigures({ database, projection, clock });
      return [...figures.routes, ...createNetwork({ database, figures, offload }).routes];
    },
  });
  host = await house.openFirst();
  sponsor = await house.colleague(host, 'Simone Sage', ['sponsor']);
  // Seven, six, and three who are too few to be told of.
  await house.database.inScope(await scopeOf(host), (db) => writeCommunity(db, circles([7, 6, 3])));
});

afterAll(async () => {
  await offload.close();
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const PATH = '/api/v1/figures/reply_graph';
const read = async <T extends z.ZodType>(who: Browser, path: string, shape: T): Promise<z.output<T>> =>
  shape.parse(await who.must('GET', `${PATH}/${path}`));

async function network(who = host): Promise<Overview> {
  const view = await read(who, `network${WINDOW}`, NetworkView);
  return view.state === 'network' ? view : expect.unreachable(view.reason);
}

async function group(who: Browser, id: number, more = ''): Promise<AroundGroup> {
  const view = await read(who, `around${WINDOW}&community=${String(id)}${more}`, AroundView);
  return view.state === 'group' ? view : expect.unreachable(view.state);
}

async function member(n: number): Promise<AroundMember> {
  const view = await read(host, `around${WINDOW}&member=${madeId('member', n)}`, AroundView);
  return view.state === 'member' ? view : expect.unreachable(view.state);
}

describe('for whoever works with members by name', () => {
  test('the network as a whole: its groups, its bridges, its newcomers without a tie', async () => {
    const found = await network();
    expect(found).toMatchObject({
      persons: 19,
      tied: 17,
      components: 1,
      largest: 17,
      can: { name: true },
      others: { groups: 0, persons: 0 },
      newcomers: 3,
      isolated: { count: 2 },
    });
    expect(found.groups.map(({ persons }) => persons)).toEqual([8, 6, 3]);
    expect(found.groups.map(({ newcomers }) => newcomers)).toEqual([1, 0, 0]);
    expect(found.between.map(({ answers }) => answers)).toEqual([1, 1]);
    expect(found.bridges.pairs).toBeNull();
    expect(found.bridges.items[0]).toMatchObject({ who: { id: madeId('member', 0), name: 'Membre 0' }, groups: 3 });
    expect(found.isolated.items).toEqual([
      { who: expect.objectContaining({ name: 'Membre 18' }), day: day(FIRST, 9), wrote: 1 },
      { who: expect.objectContaining({ name: 'Membre 17' }), day: day(FIRST, 5), wrote: 1 },
    ]);
    expect(await read(host, found.request.replace(`${PATH}/`, ''), NetworkView)).toEqual(found);
  });

  test('one group: its members, and the ties among them', async () => {
    const found = await group(host, 1);
    expect(found).toMatchObject({ persons: 6, can: { name: true } });
    expect(found.members.map(({ who, ties }) => [who.name, ties])).toEqual(
      [7, 8, 9, 10, 11, 12].map((n) => [`Membre ${String(n)}`, 5]),
    );
    expect(found.ties).toHaveLength(15);
    expect(found.ties.every(({ answers }) => answers === 2)).toBe(true);
  });

  test('one member: whom he answered, and who answered him', async () => {
    const { who, ties, all, group: own, wrote } = await member(7);
    expect(who).toMatchObject({ id: madeId('member', 7), name: 'Membre 7' });
    expect([all, own, wrote]).toEqual([6, 1, 11]);
    expect(ties).toHaveLength(6);
    expect(ties.at(-1)).toMatchObject({ who: { name: 'Membre 0' }, group: 0, answered: 1, answeredBy: 0 });
    expect(ties[0]).toMatchObject({ answered: 1, answeredBy: 1 });
  });

  test('a newcomer without a tie has none, and somebody of nowhere is not found', async () => {
    expect(await member(18)).toMatchObject({ ties: [], all: 0, group: null, wrote: 1, arrived: day(FIRST, 9) });
    const nobody = await host.call('GET', `${PATH}/around${WINDOW}&member=${madeId('place', 0)}`);
    expect(nobody).toMatchObject({ status: 404, json: { code: 'http/not_found' } });
    const nowhere = await host.call('GET', `${PATH}/around${WINDOW}&community=99`);
    expect(nowhere.status).toBe(404);
  });

  test('a member or a group, one of the two', async () => {
    for (const what of ['', `&community=0&member=${madeId('member', 0)}`]) {
      const refused = await host.call('GET', `${PATH}/around${WINDOW}${what}`);
      expect(refused).toMatchObject({ status: 422, json: { code: 'network/one_of_two' } });
    }
  });
});

describe('for whoever does not', () => {
  test('no name, no identifier, no group of a few, nor what would give it away', async () => {
    const found = await network(sponsor);
    expect(found.can).toEqual({ name: false });
    expect(JSON.stringify(found)).not.toMatch(/Membre|cccccccc/u);
    // The group of three is hidden, and the next smallest with it: else a subtraction would give it back.
    expect(found.groups.map(({ persons }) => persons)).toEqual([8]);
    expect(found.others).toEqual({ groups: 2, persons: 9 });
    expect(found.groups[0]?.newcomers).toBeNull();
    expect(found.between).toEqual([]);
    expect(found.isolated).toEqual({ count: null, items: [] });
    expect(found.newcomers).toBeNull();
    expect(found.bridges.items[0]?.who).toMatchObject({ id: null, name: null });
  });

  test('a group shown can be opened, without names; a hidden one and members cannot', async () => {
    const found = await group(sponsor, 0);
    expect(found.members).toHaveLength(8);
    expect(JSON.stringify(found)).not.toMatch(/Membre|cccccccc/u);
    expect((await sponsor.call('GET', `${PATH}/around${WINDOW}&community=2`)).status).toBe(404);
    const refused = await sponsor.call('GET', `${PATH}/around${WINDOW}&member=${madeId('member', 0)}`);
    expect(refused).toMatchObject({ status: 403, json: { code: 'network/not_allowed' } });
  });
});

test('a network that is kept is not measured again; who walks through it stays in it while facts change', async () => {
  const before = await network();
  expect((await network()).snapshot).toBe(before.snapshot);
  await house.database.inScope(await scopeOf(host), (db) =>
    put(db, 'message', [
      messageRow({ channel: 0, account: 1, when: instant(day(FIRST, 2)), thread: 0 }, 9000, madeId('place', 0)),
    ]),
  );
  await projection.refresh(await scopeOf(host));
  expect((await group(host, 1, `&snapshot=${before.snapshot}`)).snapshot).toBe(before.snapshot);
  const after = await network();
  expect(after.snapshot).not.toBe(before.snapshot);
  const gone = await host.call('GET', `${PATH}/around${WINDOW}&community=1&snapshot=0123456789abcdef`);
  expect(gone).toMatchObject({ status: 409, json: { code: 'network/stale' } });
});

test('nobody answered anybody, or nothing was watched: unavailable, with the reason', async () => {
  const quiet = await read(host, 'network?from=2025-12-01&until=2025-12-20', NetworkView);
  expect(quiet).toEqual({ state: 'unavailable', reason: 'nothing_to_measure' });
  const never = await read(host, 'network?from=2020-01-01&until=2020-02-01', NetworkView);
  expect(never).toEqual({ state: 'unavailable', reason: 'not_watched' });
  const upside = await host.call('GET', `${PATH}/network?from=2026-02-01&until=2026-01-01`);
  expect(upside.status).toBe(422);
});

test('whoever leaves is told nothing went wrong, and nothing is kept of his question', async () => {
  const scope = await scopeOf(host);
  const figures = createFigures({ database: house.database, projection, clock: house.clock });
  const deps = { database: house.database, figures, keeper: createKeeper(offload) };
  const leaving = new AbortController();
  leaving.abort();
  const query = { from: '2026-01-03', until: '2026-02-01' };
  const left = await overview(deps, { scope, mayName: true, signal: leaving.signal }, query);
  expect(left).toEqual({ ok: false, refusal: { code: 'network/left' } });
});
