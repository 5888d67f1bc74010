import { DAY, DAYS, dayAfter, momentOf, paceOf, startOfDay } from './calendar.ts';
import { progress } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Person, Place, Thread } from './model.ts';
import { liveliness } from './presence.ts';
import { firstToAnswer, questionThread } from './question.ts';
import type { Opening } from './course.ts';
import { firstToTalk, firstToWelcome, introductionThread, smallTalk, talkThread } from './social.ts';

/** Threads opened by members, and bursts of small talk in the chat, on a day at the usual pace. */
const OPENED = 2.2;
const CHATTED = 0.56;
const PLACES: Readonly<Record<Place, number>> = { forum: 0.55, chat: 0.27, list: 0.18 };

/** Everything members open, day by day. */
export function membersThreads(desk: Desk): Thread[] {
  const threads: Thread[] = [];
  for (let day = 0; day < DAYS; day++) {
    const midnight = startOfDay(dayAfter(desk.from, day));
    for (const opening of openingsOf(desk, midnight, day)) {
      const thread = opened(desk, opening);
      if (thread !== undefined) threads.push(thread);
    }
    threads.push(...chatOf(desk, midnight, day));
  }
  return threads;
}

function openingsOf(desk: Desk, midnight: number, day: number): Opening[] {
  const random = desk.random.fork(`day ${day}`);
  const newcomers = desk.members.filter(
    ({ arrives, temper }) => temper !== 'silent' && arrives >= midnight && arrives < midnight + DAY,
  );
  const first = newcomers.map((opener) => openingOf(desk, { opener, day, midnight, isFirst: true }));
  const pace = OPENED * paceOf(midnight) * (0.78 + 0.44 * progress(desk, midnight));
  const count = Math.max(0, random.poisson(pace) - first.length);
  const others: Opening[] = [];
  for (let nth = 0; nth < count; nth++) {
    const opener = random.weighted(desk.members, (person) => liveliness(person, midnight) ** 0.75);
    if (opener !== undefined) others.push(openingOf(desk, { opener, day, midnight, isFirst: false, nth }));
  }
  return [...first, ...others].sort((one, other) => one.at - other.at);
}

interface Draft {
  readonly opener: Person;
  readonly day: number;
  readonly midnight: number;
  readonly isFirst: boolean;
  readonly nth?: number;
}

/** Where and when: in the morning after for who arrives at night. */
function openingOf(desk: Desk, { opener, day, midnight, isFirst, nth }: Draft): Opening {
  const random = desk.random.fork(`opening ${day} ${opener.index} ${nth ?? 'first'}`);
  const place = isFirst
    ? opener.places[0]
    : random.weighted(opener.places, (each) => PLACES[each] * (each === opener.places[0] ? 2 : 1));
  const [first = 'fr'] = opener.languages;
  return {
    place: place ?? 'forum',
    opener,
    language: first,
    at: momentOf(random, midnight),
    random,
    isFirst,
  };
}

function opened(desk: Desk, opening: Opening): Thread | undefined {
  const kind = kindOf(opening);
  if (kind === 'introduction') return introductionThread(desk, opening);
  return (kind === 'talk' ? talkThread(desk, opening) : undefined) ?? questionThread(desk, opening);
}

function kindOf({ random, place, isFirst }: Opening): 'introduction' | 'talk' | 'question' {
  if (isFirst && place !== 'chat' && random.chance(place === 'forum' ? 0.5 : 0.25)) return 'introduction';
  return !isFirst && place !== 'chat' && random.chance(place === 'forum' ? 0.09 : 0.05) ? 'talk' : 'question';
}

export interface FirstAnswer {
  /** Epoch milliseconds. */
  readonly openedAt: number;
  readonly isMember: boolean;
}

/**
 * Who was first to answer each thread that members opened and somebody answered before the record ends: drawn as
 * `membersThreads` draws it, without a word being written, so by the same chances though not to the same threads.
 */
export function firstAnswers(desk: Desk): readonly FirstAnswer[] {
  return Array.from({ length: DAYS }, (_, day) =>
    openingsOf(desk, startOfDay(dayAfter(desk.from, day)), day).flatMap((opening): readonly FirstAnswer[] => {
      const first = firstTo(desk, opening);
      if (first === undefined || first.at >= desk.closesAt) return [];
      return [{ openedAt: opening.at, isMember: first.by.temper !== 'staff' }];
    }),
  ).flat();
}

function firstTo(desk: Desk, opening: Opening) {
  const kind = kindOf(opening);
  if (kind === 'introduction') return firstToWelcome(desk, opening);
  return (kind === 'talk' ? firstToTalk(desk, opening) : undefined) ?? firstToAnswer(desk, opening);
}

function chatOf(desk: Desk, midnight: number, day: number): Thread[] {
  const random = desk.random.fork(`chat ${day}`);
  const count = random.poisson(CHATTED * paceOf(midnight));
  const threads: Thread[] = [];
  for (let nth = 0; nth < count; nth++) {
    const opener = random.weighted(desk.membersIn.chat, (person) =>
      person.places.includes('chat') ? liveliness(person, midnight) : 0,
    );
    if (opener === undefined) continue;
    const [language = 'fr'] = opener.languages;
    const own = random.fork(`burst ${nth}`);
    const talk = smallTalk(desk, {
      place: 'chat',
      opener,
      language,
      at: momentOf(own, midnight),
      random: own,
      isFirst: false,
    });
    if (talk !== undefined) threads.push(talk);
  }
  return threads;
}
