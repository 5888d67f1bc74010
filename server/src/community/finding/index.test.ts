import type { Fact } from '@passerelle/kit';
import { afterAll, expect, test } from 'vitest';
import { bringIn, openCommunity, scopeOf } from '../../../../tools/testing/community.ts';
import type { FoundView } from './wire.ts';

const person = (externalId: string, displayName: string): Fact => ({
  type: 'person',
  externalId,
  keyedBy: 'id',
  handle: externalId,
  displayName,
});

let position = 0;
const message = (thread: string, by: string): Fact => ({
  type: 'message',
  externalId: `m${(position += 1)}`,
  channel: 'general',
  thread,
  by,
  when: { at: new Date(Date.UTC(2026, 0, position)).toISOString() },
  text: 'Bonjour',
  format: 'plain',
});

const thread = (externalId: string, title: string): Fact => ({ type: 'thread', externalId, channel: 'general', title });

const FACTS: readonly Fact[] = [
  person('elodie_b', 'Élodie Brunel'),
  person('brune42', 'Tom'),
  person('bruno', 'Bruno Vasseur'),
  thread('t1', 'La pluie l’été : que faire des vélos ?'),
  thread('t2', 'Été comme hiver'),
  thread('t3', 'Rien à voir'),
  message('t1', 'bruno'),
  message('t1', 'bruno'),
  message('t2', 'elodie_b'),
  message('t3', 'brune42'),
];

const house = await openCommunity();
afterAll(() => house[Symbol.asyncDispose]());
const browser = await house.openFirst();
const scope = await scopeOf(browser);
await bringIn(house, scope, { name: 'Forum de l’été' }, FACTS);

const find = async (typed: string): Promise<FoundView> =>
  (await browser.must('GET', `/api/v1/find?typed=${encodeURIComponent(typed)}`)) as FoundView;
const names = ({ members, places, threads }: FoundView): readonly (readonly string[])[] =>
  [members, places, threads].map((found) => found.map(({ name }) => name));

test.each([
  // By name or account, those who wrote most first; capitals and accents do not count.
  ['BRUN', [['Bruno Vasseur', 'Élodie Brunel', 'Tom'], [], []]],
  ['elo bru', [['Élodie Brunel'], [], []]],
  ['ete', [[], ['Forum de l’été'], ['Été comme hiver', 'La pluie l’été : que faire des vélos ?']]],
  ['velo', [[], [], ['La pluie l’été : que faire des vélos ?']]],
  // Beginnings, not middles.
  ['ruel', [[], [], []]],
  ['?!', [[], [], []]],
  ["'); drop table member; --", [[], [], []]],
])('%s', async (typed, found) => {
  expect(names(await find(typed))).toEqual(found);
});

test('says what tells namesakes apart, and asks for two letters', async () => {
  expect((await find('bruno')).members).toMatchObject([{ places: ['Forum de l’été'] }]);
  expect((await find('pluie')).threads).toMatchObject([{ place: 'Forum de l’été' }]);
  expect((await browser.call('GET', '/api/v1/find?typed=e')).status).toBe(400);
});

test('an erased person is not found any more', async () => {
  const [erased] = (await find('bruno')).members;
  await browser.must('POST', `/api/v1/members/${erased?.id ?? ''}/erase`, {
    name: 'Bruno Vasseur',
    reason: 'asked_by_the_person',
  });
  expect(names(await find('brun'))[0]).toEqual(['Élodie Brunel', 'Tom']);
});

test('what the indexes stand on is no text written out into queries, and known to leak nothing: else they serve nobody', async () => {
  const { rows } = await house.database.ownerPool.query(
    `select lanname, proleakproof from pg_proc join pg_language as language on language.oid = prolang where proname = 'name_words'`,
  );
  expect(rows).toEqual([{ lanname: 'plpgsql', proleakproof: true }]);
});
