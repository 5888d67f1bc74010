import type { Fact } from '@passerelle/kit';
import { describe, expect, test } from 'vitest';
import { bringIn, openCommunity, scopeOf } from '../../../../tools/testing/community.ts';
import type { MessagesView, SearchView, ThreadsView, ThreadView } from './wire.ts';

const person = (id: string, name: string, role?: 'staff'): Fact => ({
  type: 'person',
  externalId: id,
  keyedBy: 'id',
  handle: id,
  displayName: name,
  ...(role === undefined ? {} : { role }),
});

const message = (
  id: string,
  by: string,
  day: number,
  text: string,
  more: Partial<Extract<Fact, { type: 'message' }>> = {},
): Fact => ({
  type: 'message',
  externalId: id,
  channel: 'technique',
  thread: 'froid',
  by,
  when: { at: `2026-01-${String(day).padStart(2, '0')}T10:00:00Z` },
  text,
  format: 'plain',
  ...more,
});

const FORUM: readonly Fact[] = [
  { type: 'channel', externalId: 'technique', name: 'Technique' },
  { type: 'thread', externalId: 'froid', channel: 'technique', title: 'Batterie à −5 °C' },
  person('marguerite', 'Marguerite Ollivon'),
  person('ines', 'Inès Carvalho', 'staff'),
  message('1', 'marguerite', 5, 'Depuis qu’il gèle, l’autonomie de ma batterie a fondu. Comment créer un abri ?', {
    opens: true,
  }),
  message('2', 'ines', 6, 'Rentrez-la la nuit : une batterie créée pour l’été souffre du froid.', { repliesTo: '1' }),
  message('3', 'marguerite', 7, '<script>alert(1)</script><b>Merci</b> !', { format: 'html', repliesTo: '2' }),
  { type: 'reaction', message: '2', emoji: '👍', by: 'marguerite' },
  { type: 'thread', externalId: 'english', channel: 'technique', title: 'Belt slips' },
  message('4', 'marguerite', 9, 'The belt keeps slipping when climbing the hills with a loaded bike.', {
    thread: 'english',
    opens: true,
  }),
];

async function aForum() {
  const house = await openCommunity();
  const browser = await house.openFirst();
  const scope = await scopeOf(browser);
  await bringIn(house, scope, { name: 'Forum' }, FORUM);
  return { house, browser, scope };
}

describe('reading a community', () => {
  test('threads come latest first, with who opened them and how many messages they hold', async () => {
    const { house, browser } = await aForum();
    await using _ = house;
    const { items, total } = (await browser.must('GET', '/api/v1/threads')) as ThreadsView;
    expect(total).toBe(2);
    expect(items.map((row) => [row.title, row.messages, row.openedBy?.name])).toEqual([
      ['Belt slips', 1, 'Marguerite Ollivon'],
      ['Batterie à −5 °C', 3, 'Marguerite Ollivon'],
    ]);
    const longest = (await browser.must('GET', '/api/v1/threads?order=longest&limit=1')) as ThreadsView;
    expect(longest.items.map((row) => row.title)).toEqual(['Batterie à −5 °C']);
    expect(longest.total).toBe(2);
    const few = (await browser.must('GET', '/api/v1/threads?from=2026-01-08&until=2026-01-10')) as ThreadsView;
    expect(few.items.map((row) => row.title)).toEqual(['Belt slips']);
  });

  test('messages are in order, cleaned, with what they answer and what they got', async () => {
    const { house, browser } = await aForum();
    await using _ = house;
    const threads = (await browser.must('GET', '/api/v1/threads?order=longest')) as ThreadsView;
    const id = threads.items[0]?.id ?? '';
    const head = (await browser.must('GET', `/api/v1/threads/${id}`)) as ThreadView;
    expect(head.channel.name).toBe('Technique');
    const { items } = (await browser.must('GET', `/api/v1/threads/${id}/messages`)) as MessagesView;
    expect(items.map((item) => item.author.name)).toEqual([
      'Marguerite Ollivon',
      'Inès Carvalho',
      'Marguerite Ollivon',
    ]);
    expect(items[1]?.author.kind).toBe('staff');
    expect(items[1]?.repliesTo?.author).toBe('Marguerite Ollivon');
    expect(items[1]?.reactions).toEqual([{ emoji: '👍', count: 1 }]);
    expect(items[2]?.html).toBe('<b>Merci</b> !');
    const around = (await browser.must(
      'GET',
      `/api/v1/threads/${id}/messages?limit=2&around=${items[2]?.id}`,
    )) as MessagesView;
    expect(around.offset).toBe(2);
  });

  test.each([
    ['creer', 2],
    ['créée', 2],
    ['BATTERIES', 2],
    ['slipped', 1],
    ['"autonomie de ma batterie"', 1],
    ['batterie -abri', 1],
    ['marmite', 0],
  ])('the search for %s finds %i', async (words, count) => {
    const { house, browser } = await aForum();
    await using _ = house;
    const found = (await browser.must('GET', `/api/v1/search?q=${encodeURIComponent(words)}`)) as SearchView;
    expect(found.total).toBe(count);
    for (const hit of found.items) expect(hit.excerpt.some((segment) => segment.hit)).toBe(true);
  });

  test('search is narrowed by who wrote, and says when words are too common', async () => {
    const { house, browser } = await aForum();
    await using _ = house;
    const staff = (await browser.must('GET', '/api/v1/search?q=batterie&staff=only')) as SearchView;
    expect(staff.items.map((hit) => hit.author.name)).toEqual(['Inès Carvalho']);
    const reply = await browser.call('GET', '/api/v1/search?q=le%20la%20de');
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('ajoutez un mot plus précis');
  });

  test('another workspace sees nothing of it, and its ids are not found there', async () => {
    const { house, browser } = await aForum();
    await using _ = house;
    const threads = (await browser.must('GET', '/api/v1/threads')) as ThreadsView;
    const id = threads.items[0]?.id ?? '';
    await browser.must('POST', '/api/v1/workspaces', { name: 'Ailleurs', zone: 'Europe/Paris', language: 'fr' });
    const view = await browser.look();
    browser.workspace = view.workspaces.find((space) => space.name === 'Ailleurs')?.slug;
    expect(((await browser.must('GET', '/api/v1/threads')) as ThreadsView).total).toBe(0);
    expect(((await browser.must('GET', '/api/v1/search?q=batterie')) as SearchView).total).toBe(0);
    const foreign = await browser.call('GET', `/api/v1/threads/${id}`);
    const missing = await browser.call('GET', '/api/v1/threads/01890000-0000-7000-8000-000000000009');
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
  });
});

test.each([
  ['**Défi photo du mois**\nOn lance un défi : une photo par semaine.', 'Défi photo du mois'],
  ['## Réunion de mars\n\n- 9 h', 'Réunion de mars'],
  ['**Attention** à la marche\nElle glisse.', 'Attention à la marche Elle glisse.'],
  ['Bonjour à tous', 'Bonjour à tous'],
])('a thread without a title is called by its heading, else by how it begins: %s', async (text, title) => {
  await using house = await openCommunity();
  const browser = await house.openFirst();
  const scope = await scopeOf(browser);
  await bringIn(house, scope, { name: 'Salon' }, [
    message('1', 'marguerite', 5, text, { format: 'markdown', opens: true }),
  ]);
  const { items } = (await browser.must('GET', '/api/v1/threads')) as ThreadsView;
  expect(items.map((thread) => thread.title)).toEqual([title]);
});
