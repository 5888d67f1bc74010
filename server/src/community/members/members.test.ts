import type { Fact } from '@passerelle/kit';
import { expect, test } from 'vitest';
import { bringIn, openCommunity, scopeOf } from '../../../../tools/testing/community.ts';
import type { MembersView, MemberView, TimelineView } from './wire.ts';

const FACTS: readonly Fact[] = [
  {
    type: 'person',
    externalId: 'ines',
    keyedBy: 'id',
    handle: 'ines',
    displayName: 'Inès Carvalho',
    email: 'ines@maison.example',
  },
  { type: 'person', externalId: 'paul', keyedBy: 'id', handle: 'paul', displayName: 'Paul Dervaux', role: 'staff' },
  { type: 'person', externalId: 'robot', keyedBy: 'id', handle: 'robot', role: 'bot' },
  { type: 'person', externalId: 'rose', keyedBy: 'id', handle: 'rose', displayName: 'Rose Élian' },
  {
    type: 'message',
    externalId: '1',
    channel: 'general',
    by: 'rose',
    when: { day: '2026-01-02' },
    text: '<p>Première <b>venue</b></p>',
    format: 'html',
    opens: true,
  },
  {
    type: 'message',
    externalId: '2',
    channel: 'general',
    by: 'rose',
    when: { day: '2026-01-05' },
    text: 'Encore moi',
    format: 'plain',
  },
];

async function aHouse() {
  const house = await openCommunity();
  const browser = await house.openFirst();
  const scope = await scopeOf(browser);
  await bringIn(house, scope, { name: 'Forum', lacks: ['hours'] }, FACTS);
  const members = async (query = '') => (await browser.must('GET', `/api/v1/members${query}`)) as MembersView;
  const named = async (name: string) => (await members()).items.find((member) => member.name === name)?.id ?? '';
  return { house, browser, scope, members, named };
}

test('members are listed with what they wrote; names are found without accents', async () => {
  const { house, members } = await aHouse();
  await using _ = house;
  const all = await members('?order=messages');
  expect(all.total).toBe(4);
  expect(all.items[0]).toMatchObject({
    name: 'Rose Élian',
    messages: 2,
    first: '2026-01-02',
    last: '2026-01-05',
    places: ['Forum'],
  });
  expect((await members('?q=elian')).items.map((member) => member.name)).toEqual(['Rose Élian']);
  expect((await members('?wrote=no')).total).toBe(3);
});

test('staff comes from the place, a domain, a list or a hand, and the hand wins', async () => {
  const { house, browser, members, named, scope } = await aHouse();
  await using _ = house;
  const staff = async () => (await members('?kind=staff&order=name')).items.map((member) => member.name);
  expect(await staff()).toEqual(['Paul Dervaux']);
  await browser.must('PUT', '/api/v1/staff-rules', { domains: ['maison.example'], addresses: [], handles: ['rose'] });
  expect(await staff()).toEqual(['Inès Carvalho', 'Paul Dervaux', 'Rose Élian']);
  const rose = await named('Rose Élian');
  const { version } = (await browser.must('GET', `/api/v1/members/${rose}`)) as MemberView;
  await browser.must('PATCH', `/api/v1/members/${rose}`, { version, kind: 'person' });
  await bringIn(house, scope, { name: 'Forum', lacks: ['hours'] }, FACTS);
  expect(await staff()).toEqual(['Inès Carvalho', 'Paul Dervaux']);
  const stale = await browser.call('PATCH', `/api/v1/members/${rose}`, { version, kind: 'staff' });
  expect([stale.status, stale.text.includes('member/stale')]).toEqual([409, true]);
  expect(stale.text).toContain('(Aïcha Benali : membre, équipe ou robot)');
  const now = (await browser.must('GET', `/api/v1/members/${rose}`)) as MemberView;
  await browser.must('PATCH', `/api/v1/members/${rose}`, { version: now.version, kind: null });
  expect(await staff()).toContain('Rose Élian');
});

test('the timeline shows plain words, latest first, and never invents an hour', async () => {
  const { house, browser, named } = await aHouse();
  await using _ = house;
  const rose = await named('Rose Élian');
  const { items, total } = (await browser.must('GET', `/api/v1/members/${rose}/timeline`)) as TimelineView;
  expect(total).toBe(2);
  expect(items.map((item) => [item.when, item.excerpt])).toEqual([
    [{ day: '2026-01-05' }, 'Encore moi'],
    [{ day: '2026-01-02' }, 'Première venue'],
  ]);
});

test('affiliations have dates, and dates upside down are refused', async () => {
  const { house, browser, named } = await aHouse();
  await using _ = house;
  const rose = await named('Rose Élian');
  const path = `/api/v1/members/${rose}/affiliations`;
  const { id } = (await browser.must('POST', path, {
    organisation: 'Atelier Nord',
    from: '2025-01-01',
    until: '2025-06-01',
  })) as { id: string };
  const upsideDown = await browser.call('POST', path, {
    organisation: 'Atelier Nord',
    from: '2025-06-01',
    until: '2025-01-01',
  });
  expect(upsideDown.status).toBe(400);
  const member = (await browser.must('GET', `/api/v1/members/${rose}`)) as MemberView;
  expect(member.affiliations).toEqual([{ id, organisation: 'Atelier Nord', from: '2025-01-01', until: '2025-06-01' }]);
  await browser.must('DELETE', `${path}/${id}`);
  expect((await browser.call('DELETE', `${path}/${id}`)).status).toBe(404);
});
