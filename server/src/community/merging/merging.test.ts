import type { Fact } from '@passerelle/kit';
import { expect, test } from 'vitest';
import { bringIn, openCommunity, scopeOf } from '../../../../tools/testing/community.ts';
import type { MembersView, MemberView } from '#community/members/wire.ts';
import type { SuggestionsView } from './wire.ts';

const account = (id: string, name: string, email?: string): readonly Fact[] => [
  {
    type: 'person',
    externalId: id,
    keyedBy: 'id',
    handle: id,
    displayName: name,
    ...(email === undefined ? {} : { email }),
  },
  {
    type: 'message',
    externalId: `m-${id}`,
    channel: 'general',
    thread: 't',
    by: id,
    when: { at: '2026-01-02T09:00:00Z' },
    text: 'Bonjour à tous',
    format: 'plain',
  },
];

async function twoPlaces() {
  const house = await openCommunity();
  const browser = await house.openFirst();
  const scope = await scopeOf(browser);
  await bringIn(house, scope, { name: 'Forum' }, [
    ...account('marguerite', 'Marguerite', 'marguerite@exemple.fr'),
    ...account('orso_v', 'Orso Valmy'),
  ]);
  await bringIn(house, scope, { name: 'Salon' }, [
    ...account('U1', 'Margot', 'Marguerite@exemple.fr'),
    ...account('U2', 'Orso Valmy'),
  ]);
  return { house, browser };
}

test('pairs are suggested with their reason, strongest first; the same name in one place is not enough', async () => {
  const { house, browser } = await twoPlaces();
  await using _ = house;
  const { items } = (await browser.must('GET', '/api/v1/merge-suggestions')) as SuggestionsView;
  expect(items.map((pair) => pair.reason)).toEqual(['same_email', 'same_name']);
  const [first] = items;
  await browser.must('POST', '/api/v1/merge-refusals', { a: first?.b.id, b: first?.a.id });
  const left = (await browser.must('GET', '/api/v1/merge-suggestions')) as SuggestionsView;
  expect(left.items.map((pair) => pair.reason)).toEqual(['same_name']);
});

test('a merge brings accounts and affiliations together, and undoing it gives all of them back', async () => {
  const { house, browser } = await twoPlaces();
  await using _ = house;
  const { items } = (await browser.must('GET', '/api/v1/merge-suggestions')) as SuggestionsView;
  const keepId = items[0]?.a.id ?? '';
  const absorbId = items[0]?.b.id ?? '';
  await browser.must('POST', `/api/v1/members/${absorbId}/affiliations`, {
    organisation: 'Atelier Sud',
    from: '2025-01-01',
    until: null,
  });
  const before = await browser.must('GET', `/api/v1/members/${absorbId}`);
  const { id } = (await browser.must('POST', '/api/v1/merges', { keepId, absorbId, reason: 'same_email' })) as {
    id: string;
  };
  const merged = (await browser.must('GET', `/api/v1/members/${keepId}`)) as MemberView;
  expect([merged.identities.length, merged.messages, merged.affiliations.length]).toEqual([2, 2, 1]);
  expect(((await browser.must('GET', '/api/v1/members')) as MembersView).total).toBe(3);
  const again = await browser.call('POST', '/api/v1/merges', { keepId, absorbId, reason: 'by_hand' });
  expect([again.status, again.text.includes('member/merged')]).toEqual([422, true]);
  await browser.must('POST', `/api/v1/merges/${id}/undo`);
  expect(await browser.must('GET', `/api/v1/members/${absorbId}`)).toMatchObject({
    ...(before as object),
    version: expect.any(Number),
  });
  expect(((await browser.must('GET', `/api/v1/members/${keepId}`)) as MemberView).identities).toHaveLength(1);
  const twice = await browser.call('POST', `/api/v1/merges/${id}/undo`);
  expect(twice.text).toContain('merge/already_undone');
});

test('nobody is merged with himself, nor round in a ring', async () => {
  const { house, browser } = await twoPlaces();
  await using _ = house;
  const { items } = (await browser.must('GET', '/api/v1/members?order=name')) as MembersView;
  const [a, b] = items.map((member) => member.id);
  const merge = async (keepId: string | undefined, absorbId: string | undefined): Promise<unknown> =>
    (await browser.call('POST', '/api/v1/merges', { keepId, absorbId, reason: 'by_hand' })).json;
  expect(await merge(a, a)).toMatchObject({ code: 'merge/same_member', detail: 'Choisissez deux membres différents.' });
  expect(await merge(b, a)).toMatchObject({ id: expect.any(String) });
  expect(await merge(a, b)).toMatchObject({ code: 'member/merged', detail: expect.any(String) });
  expect(((await browser.must('GET', '/api/v1/members')) as MembersView).total).toBe(items.length - 1);
});

test('what was merged further must be undone from the latest', async () => {
  const { house, browser } = await twoPlaces();
  await using _ = house;
  const { items } = (await browser.must('GET', '/api/v1/members?order=name')) as MembersView;
  const [a, b, c] = items.map((member) => member.id);
  const first = (await browser.must('POST', '/api/v1/merges', { keepId: b, absorbId: a, reason: 'by_hand' })) as {
    id: string;
  };
  const second = (await browser.must('POST', '/api/v1/merges', { keepId: c, absorbId: b, reason: 'by_hand' })) as {
    id: string;
  };
  const refused = await browser.call('POST', `/api/v1/merges/${first.id}/undo`);
  expect(refused.text).toContain('merge/undo_later_first');
  await browser.must('POST', `/api/v1/merges/${second.id}/undo`);
  await browser.must('POST', `/api/v1/merges/${first.id}/undo`);
  expect(((await browser.must('GET', '/api/v1/members')) as MembersView).total).toBe(items.length);
});
