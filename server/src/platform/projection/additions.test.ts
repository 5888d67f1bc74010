import { expect, test } from 'vitest';
import { additionsOf } from './additions.ts';
import type { CameMessage } from './came.ts';
import type { Known, Opened } from './known.ts';

const NEVER = { instant: undefined, day: undefined };

/** A message that counts, by Ada, in the thread Zoé opened. */
function aMessage(one: Partial<CameMessage> & { readonly id: string }): CameMessage {
  const told = { placeId: 'lieu', channelId: 'salon', threadId: 'fil', identityId: 'ada', opens: false, counts: true };
  const when = { instant: 1_000, day: undefined, localDay: '2026-01-05', position: null };
  return { line: '', replyToId: null, language: 'fr', ...told, ...when, ...one };
}

const OPENED: Opened = {
  identityId: 'zoé',
  member: 2,
  counts: true,
  firsts: { anyone: { ...NEVER, instant: 500 }, staff: NEVER, person: { ...NEVER, instant: 500 } },
};

function known(more: Partial<Known> = {}): Known {
  return {
    messages: new Map(),
    opened: new Map([['fil', OPENED]]),
    unopened: new Set(),
    awaited: new Set(),
    classes: new Map(),
    spans: new Map(),
    channels: new Map([['salon', { n: 0, placeId: 'lieu' }]]),
    languages: new Map([['fr', 0]]),
    accounts: new Map([
      ['ada', { n: 11, member: 1, role: 'person' }],
      ['zoé', { n: 12, member: 2, role: 'person' }],
      ['zoé ailleurs', { n: 13, member: 2, role: 'person' }],
      ['équipe', { n: 14, member: 4, role: 'staff' }],
      ['robot', { n: 15, member: 5, role: 'bot' }],
    ]),
    ...more,
  };
}

const askers = (messages: readonly CameMessage[], of: Known): readonly (number | undefined)[] | undefined =>
  additionsOf(messages, of)?.answers.map(({ asker }) => asker);

test('whoever replies answers the author of that message if it counts, else whoever opened', () => {
  const messages = new Map([
    ['dite', { row: 0, identityId: 'équipe', counts: true }],
    ['cachée', { row: 1, identityId: 'équipe', counts: false }],
  ]);
  const reply = (replyToId: string | null) => [aMessage({ id: 'a', replyToId })];
  expect(askers(reply('dite'), known({ messages }))).toEqual([14]);
  expect(askers(reply('cachée'), known({ messages }))).toEqual([12]);
  expect(askers(reply('inconnue'), known({ messages }))).toEqual([12]);
  expect(askers(reply(null), known({ messages }))).toEqual([12]);
  expect(askers(reply(null), known({ opened: new Map([['fil', { ...OPENED, counts: false }]]) }))).toEqual([]);
  expect(askers([aMessage({ id: 'a', counts: false })], known())).toEqual([]);
  const both = [aMessage({ id: 'a', identityId: 'robot' }), aMessage({ id: 'b', replyToId: 'a' })];
  expect(askers(both, known())).toEqual([12, 15]);
});

test('a first reply is by another person than whoever asked, counts, and comes before the one there is', () => {
  const earlier = (one: Partial<CameMessage>) =>
    additionsOf([aMessage({ id: 'a', instant: 100, ...one })], known())?.earlier.get('fil');
  expect(earlier({})).toEqual({ anyone: { ...NEVER, instant: 100 }, staff: NEVER, person: { ...NEVER, instant: 100 } });
  expect(earlier({ identityId: 'équipe' })?.staff.instant).toBe(100);
  expect(earlier({ instant: 900, identityId: 'équipe' })?.staff.instant).toBe(900);
  for (const not of [{ instant: 900 }, { identityId: 'zoé ailleurs' }, { identityId: 'robot' }, { counts: false }])
    expect(earlier(not)).toBeUndefined();
});

test('a thread that comes with its opening has the first of the replies that came along', () => {
  const came = [
    aMessage({ id: 'a', threadId: 'neuf', instant: 300 }),
    aMessage({ id: 'b', threadId: 'neuf', opens: true, identityId: 'zoé' }),
    aMessage({ id: 'c', threadId: 'neuf', instant: 200, identityId: 'équipe' }),
    aMessage({ id: 'd', threadId: 'neuf', instant: 100, identityId: 'zoé' }),
  ];
  const [thread] = additionsOf(came, known())?.newThreads ?? [];
  expect(thread?.opening.id).toBe('b');
  expect(thread?.firsts).toEqual({
    anyone: { ...NEVER, instant: 200 },
    staff: { ...NEVER, instant: 200 },
    person: { ...NEVER, instant: 300 },
  });
  expect(askers(came, known())).toEqual([12, 12, 12]);
});

test('what is waited for is noted once', () => {
  const came = [
    aMessage({ id: 'a', threadId: 'sans tête', replyToId: 'perdue' }),
    aMessage({ id: 'b', threadId: 'sans tête', replyToId: 'a' }),
    aMessage({ id: 'c', threadId: 'attendu', counts: false }),
  ];
  const found = additionsOf(came, known({ unopened: new Set(['attendu']) }));
  expect([...(found?.unopened ?? [])]).toEqual(['sans tête']);
  expect([...(found?.awaited ?? [])]).toEqual(['perdue']);
  expect(found?.told.map(({ message }) => message.id)).toEqual(['a', 'b']);
});

test.each([
  ['opens a thread that is there', [aMessage({ id: 'a', opens: true })], {}],
  [
    'opens one that was waited for',
    [aMessage({ id: 'a', opens: true, threadId: 'tu' })],
    { unopened: new Set(['tu']) },
  ],
  ['opens with another', ['a', 'b'].map((id) => aMessage({ id, opens: true, threadId: 'neuf' })), {}],
  ['was replied to before', [aMessage({ id: 'a' })], { awaited: new Set(['a']) }],
  ['is of an account without number', [aMessage({ id: 'a', identityId: 'neuve' })], {}],
  ['is in a channel without number', [aMessage({ id: 'a', channelId: 'neuf' })], {}],
  ['is in a language without number', [aMessage({ id: 'a', language: 'oc' })], {}],
] as const)('what %s is not told from what came alone', (_, came, more) => {
  expect(additionsOf(came, known(more))).toBeUndefined();
});
