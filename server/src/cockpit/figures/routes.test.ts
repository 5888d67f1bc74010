import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { openHouse } from '../../../../tools/testing/house.ts';
import { EMPTY_COMMUNITY, madeId, writeCommunity, writeReadings } from '../../../../tools/testing/made-community.ts';
import { day, forum, instant } from '../../../../tools/testing/made-forum.ts';
import { createFigures, REGISTRY } from './index.ts';
import { FigureAnswer, FigureDetail, FigurePanel, FigureRegistry } from './wire.ts';

let house: House;
let browser: Browser;
let projection: Projection;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-figures-'));
  house = await openHouse({
    more: ({ database, clock }) => {
      projection = createProjection({ database, clock, log: silentLog, folder });
      return createFigures({ database, projection, clock }).routes;
    },
  });
  browser = await house.openFirst();
  const { made, say, open } = forum(30);
  for (let n = 0; n < 40; n += 1) {
    const thread = open(n % 30, instant(day('2026-01-01', n)));
    if (n % 2 === 0) say((n + 1) % 30, instant(day('2026-01-01', n), '16:00'), { thread });
  }
  await house.database.inScope(await scopeOf(browser), (db) => writeCommunity(db, made));
});

afterAll(async () => {
  await projection.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const get = async (path: string, headers = {}) => browser.call('GET', `/api/v1/figures${path}`, undefined, headers);

test('the registry says what each figure is, in the language of the reader', async () => {
  const { items } = FigureRegistry.parse((await get('')).json);
  expect(items.map(({ id }) => id)).toEqual(REGISTRY.map(({ id }) => id));
  for (const { name, definition, population, exclusions } of items) {
    for (const words of [name, definition, population, exclusions]) expect(words.length).toBeGreaterThan(5);
  }
  expect(items[0]?.name).toBe('Membres actifs');
});

test('the panel is each figure as one would ask for it alone, and each names the request that gives it again', async () => {
  const { items } = FigurePanel.parse((await get('/panel?from=2026-01-01&until=2026-02-01')).json);
  expect(items).toHaveLength(REGISTRY.length);
  for (const item of items) {
    const again = FigureAnswer.parse((await browser.call('GET', item.request)).json);
    const { freshness: _here, ...rest } = item;
    const { freshness: _there, ...same } = again;
    expect(same).toEqual(rest);
  }
});

test('a panel may be of some figures only, in the order asked', async () => {
  const reply = await get('/panel?figure=top1_share&figure=active_members&figure=top1_share&compare=none');
  expect(FigurePanel.parse(reply.json).items.map(({ figure }) => figure.id)).toEqual(['top1_share', 'active_members']);
});

test('one figure, cut to a place and a channel', async () => {
  const slice = `place=${madeId('place', 0)}&channel=${madeId('channel', 0)}`;
  const reply = await get(`/first_response_time?${slice}&from=2026-01-01&until=2026-02-11&compare=none`);
  const answer = FigureAnswer.parse(reply.json);
  expect(answer).toMatchObject({ value: { state: 'value', n: 20, of: 40 }, previous: null, yearAgo: null });
  expect(answer.parts['members']).toBe(answer.value.state === 'value' ? answer.value.value : undefined);
  expect(answer.request).toContain(slice);
});

test.each([
  ['/panel?figure=nothing_of_the_kind', 404, 'http/not_found'],
  ['/nothing_of_the_kind', 404, 'http/not_found'],
  [`/active_members?place=${newId(new Date())}`, 404, 'http/not_found'],
  [`/active_members?channel=${newId(new Date())}`, 404, 'http/not_found'],
  ['/active_members?from=2026-02-01&until=2026-02-01', 422, 'figure/upside_down'],
  ['/active_members?from=2026-02-02&until=2026-02-01', 422, 'figure/upside_down'],
  ['/panel?from=1950-01-01&until=2026-02-01', 422, 'figure/too_long'],
  ['/active_members?from=1026-01-01&until=2026-01-01', 422, 'figure/too_long'],
  ['/active_members?languages=fr', 400, 'http/bad_input'],
  ['/panel?figure=active_members&plaec=1', 400, 'http/bad_input'],
  ['/unanswered/threads?kinds=question', 400, 'http/bad_input'],
  ['/active_members?from=2026-02-30', 400, 'http/bad_input'],
  ['/active_members?from=0001-01-01', 400, 'http/bad_input'],
  [`/active_members?theme=${newId(new Date())}`, 404, 'http/not_found'],
  [`/active_members?segment=${newId(new Date())}`, 422, 'figure/segment_gone'],
  ['/active_members?segment=nobody', 422, 'figure/segment_gone'],
  ['/active_members?language=french', 400, 'http/bad_input'],
  ['/active_members?kind=joke', 400, 'http/bad_input'],
  ['/active_members?days=29', 400, 'http/bad_input'],
  ['/active_members?days=28&from=2026-01-01', 422, 'figure/period_twice'],
  ['/nothing_of_the_kind/detail', 404, 'http/not_found'],
  [`/active_members/detail?theme=${newId(new Date())}`, 404, 'http/not_found'],
  ['/active_members?place=nowhere', 400, 'http/bad_input'],
  ['/active_members?compare=tomorrow', 400, 'http/bad_input'],
])('%s is refused: %i %s', async (path, status, code) => {
  const reply = await get(path);
  expect(reply).toMatchObject({ status, json: { code } });
  expect((reply.json as { detail: string }).detail).not.toBe(code);
});

test('a channel of a place that was not chosen makes an empty selection, and says so', async () => {
  const other = await aSecondPlace();
  const reply = await get(`/active_members?place=${other}&channel=${madeId('channel', 0)}`);
  expect(FigureAnswer.parse(reply.json).value).toEqual({ state: 'unavailable', reason: 'no_places' });
});

const answerTo = async (path: string) => FigureAnswer.parse((await get(path)).json);

test('a period said by its length ends with the newest activity; all of it begins with the oldest', async () => {
  expect((await answerTo('/active_members?days=28')).window).toMatchObject({
    from: '2026-01-13',
    until: '2026-02-10',
    because: 'latest_activity',
  });
  expect((await answerTo('/active_members?days=all')).window).toMatchObject({
    from: '2026-01-01',
    until: '2026-02-10',
  });
  expect((await answerTo('/active_members?days=90&until=2026-02-01')).window).toMatchObject({ from: '2025-11-03' });
});

test('slices by language, kind, theme and segment go together, and stand in the request that gives the same', async () => {
  const theme = madeId('theme', 0);
  await house.database.inScope(await scopeOf(browser), (db) =>
    writeReadings(db, {
      ...EMPTY_COMMUNITY,
      threads: Array.from({ length: 40 }, () => 0),
      channels: [0],
      readings: [0, 1, 2].map((thread) => ({ thread, kind: 'question' as const })),
      themes: [undefined],
      about: [1, 2, 3].map((thread) => ({ thread, theme: 0 })),
    }),
  );
  await projection.refresh(await scopeOf(browser));
  const days = 'from=2026-01-01&until=2026-02-11';
  // Questions about the theme: threads 1 and 2; only the latter has a reply.
  const both = await answerTo(`/active_members?${days}&kind=question&theme=${theme}&language=fr&segment=silent`);
  expect(both.value).toEqual({ state: 'unavailable', reason: 'nothing_selected' });
  const three = await answerTo(`/active_members?${days}&kind=question&theme=${theme}&language=fr`);
  expect(three.value).toMatchObject({ state: 'value', value: 3 });
  expect(three.request).toContain(`theme=${theme}&language=fr&kind=question`);
  const { freshness: _one, ...rest } = three;
  const { freshness: _other, ...again } = FigureAnswer.parse((await browser.call('GET', three.request)).json);
  expect(again).toEqual(rest);
});

test('a slice that selects nothing says so, and is neither zero nor an error', async () => {
  for (const slice of ['language=oc', 'segment=staff']) {
    const { items } = FigurePanel.parse((await get(`/panel?${slice}`)).json);
    expect(items.filter(({ value }) => value.state !== 'unavailable').map(({ figure }) => figure.id)).toEqual([]);
    expect(items[0]?.value).toEqual({ state: 'unavailable', reason: 'nothing_selected' });
  }
});

test('a figure without a picture of its own says so', async () => {
  const answer = FigureDetail.parse((await get('/active_members/detail?days=90')).json);
  expect(answer).toMatchObject({ detail: { kind: 'unavailable', reason: 'no_detail' } });
  expect(answer.request).toContain('/active_members/detail?from=');
});

async function aSecondPlace(): Promise<string> {
  const id = newId(house.clock.now());
  const scope = await scopeOf(browser);
  const gives = JSON.stringify({ threads: true, replies: true, hours: true });
  const made = {
    id,
    workspace_id: scope.workspaceId,
    connector: 'made',
    name: 'Autre lieu',
    gives,
    created_at: house.clock.now(),
  };
  await house.database.inScope(scope, (db) =>
    db.tx
      .insertInto('place')
      .values({ ...made, language: null, last_import_at: null })
      .execute(),
  );
  return id;
}
