import type { Fact } from '@passerelle/kit';
import { expect, test } from 'vitest';
import { bringIn, openCommunity, scopeOf } from '../../../../tools/testing/community.ts';
import type { MembersView } from '#community/members/wire.ts';
import type { SearchView } from '#community/reading/wire.ts';
import type { ErasureDone, PersonalData } from './wire.ts';

const THEO = 'Théo Brémontier';

const FACTS: readonly Fact[] = [
  { type: 'person', externalId: 'theo', keyedBy: 'id', handle: 'theo_b', displayName: THEO, email: 'theo@exemple.fr' },
  { type: 'person', externalId: 'anouk', keyedBy: 'id', handle: 'anouk', displayName: 'Anouk Lestienne' },
  { type: 'thread', externalId: 'rails', channel: 'general', title: `Les rails de ${THEO}` },
  {
    type: 'message',
    externalId: '1',
    channel: 'general',
    thread: 'rails',
    opens: true,
    by: 'theo',
    when: { at: '2026-01-02T09:00:00Z' },
    text: 'Les rails arrivent tordus.',
    format: 'plain',
  },
  {
    type: 'message',
    externalId: '2',
    channel: 'general',
    thread: 'rails',
    by: 'anouk',
    when: { at: '2026-01-03T09:00:00Z' },
    text: `@theo_b tu peux les redresser ? ${THEO}, dis-nous.`,
    format: 'plain',
    repliesTo: '1',
  },
];

async function aHouse() {
  const house = await openCommunity();
  const browser = await house.openFirst();
  const scope = await scopeOf(browser);
  await bringIn(house, scope, { name: 'Forum' }, FACTS);
  const { items } = (await browser.must('GET', '/api/v1/members')) as MembersView;
  const theo = items.find((member) => member.name === THEO)?.id ?? '';
  return { house, browser, scope, theo };
}

test('an erased person is found nowhere, stays counted, and does not come back by the same export', async () => {
  const { house, browser, scope, theo } = await aHouse();
  await using _ = house;
  const held = (await browser.must('GET', `/api/v1/members/${theo}/personal-data`)) as PersonalData;
  expect(held).toMatchObject({ identities: 1, messages: 1, mentions: 1 });
  const done = (await browser.must('POST', `/api/v1/members/${theo}/erase`, {
    name: THEO,
    reason: 'asked_by_the_person',
  })) as ErasureDone;
  expect(done).toMatchObject({ identities: 1, messages: 1, leftAsWords: [] });
  const everything = async () =>
    JSON.stringify(
      await house.database.inScope(scope, async (db) => ({
        members: await db.tx.selectFrom('member').selectAll().execute(),
        identities: await db.tx.selectFrom('identity').selectAll().execute(),
        messages: await db.tx.selectFrom('message').selectAll().execute(),
        threads: await db.tx.selectFrom('thread').selectAll().execute(),
        raws: await db.tx.selectFrom('raw').selectAll().execute(),
        events: await db.tx.selectFrom('audit_event').selectAll().execute(),
      })),
    );
  const count = async () =>
    house.database.inScope(scope, async (db) => (await db.tx.selectFrom('message').select('id').execute()).length);
  expect(await everything()).not.toMatch(/th[ée]o|brémontier|tordus/i);
  expect(await count()).toBe(2);
  await bringIn(house, scope, { name: 'Forum' }, FACTS);
  expect(await everything()).not.toMatch(/théo@|theo@|brémontier|theo_b|tordus/i);
  expect(await count()).toBe(2);
  const found = (await browser.must('GET', '/api/v1/search?q=tordus')) as SearchView;
  expect(found.total).toBe(0);
  const members = (await browser.must('GET', '/api/v1/members')) as MembersView;
  expect(members.items.filter((member) => member.erased)).toHaveLength(1);
});

test('nothing is erased when the name typed is another, and the right to erase is asked for', async () => {
  const { house, browser, theo } = await aHouse();
  await using _ = house;
  const wrong = await browser.call('POST', `/api/v1/members/${theo}/erase`, { name: 'Théo', reason: 'other' });
  expect([wrong.status, wrong.text.includes('Rien n’a été effacé')]).toEqual([422, true]);
  const host = await house.colleague(browser, 'Paul Dervaux', ['host']);
  const refused = await host.call('POST', `/api/v1/members/${theo}/erase`, { name: THEO, reason: 'other' });
  expect(refused.status).toBe(403);
});

test('a person takes away everything held, in both forms', async () => {
  const { house, browser, theo } = await aHouse();
  await using _ = house;
  const json = await browser.call('GET', `/api/v1/members/${theo}/personal-data/export?format=json`);
  expect(json.json).toMatchObject({
    name: THEO,
    identities: [{ handle: 'theo_b', email: 'theo@exemple.fr' }],
    messages: [{ text: 'Les rails arrivent tordus.' }],
  });
  const csv = await browser.call('GET', `/api/v1/members/${theo}/personal-data/export?format=csv`);
  expect(csv.text.trim().split('\r\n')).toHaveLength(2);
});
