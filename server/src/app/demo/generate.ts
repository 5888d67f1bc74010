import { botThreads } from './bots.ts';
import { dayAfter } from './calendar.ts';
import { campaignOf, span } from './desk.ts';
import type { Desk } from './desk.ts';
import { Shelf } from './grammar.ts';
import { announcements, campaigns } from './house-news.ts';
import { incidents } from './incidents.ts';
import type { Demo, Person, Place, Thread, Truth } from './model.ts';
import { firstAnswers, membersThreads } from './openings.ts';
import type { FirstAnswer } from './openings.ts';
import { createPeople } from './people/index.ts';
import { pairsOf } from './people/namesakes.ts';
import { PHOTO, WORKSHOP } from './phrases/house.ts';
import { createRandom } from './random.ts';
import { withReactions } from './reactions.ts';
import { RECALL } from './themes/index.ts';

export interface DemoOptions {
  /** The same seed and the same end give the same community, to the byte. */
  readonly seed: number;
  /** The last day (YYYY-MM-DD, in Paris): yesterday, for a community that is read today. */
  readonly until: string;
  /** What the evening workshops truly add to the share of threads that members answer first; 0.24 unless said. */
  readonly effect?: number;
}

const EFFECT = 0.24;

/** Eighteen months of the made-up community of a made-up maker of cargo bikes. */
export function generateDemo({ seed, until, effect = EFFECT }: DemoOptions): Demo {
  const desk = openDesk(seed, until, effect);
  const trouble = incidents(desk);
  const written = [...membersThreads(desk), ...announcements(desk), ...campaigns(desk), ...trouble.threads];
  const random = desk.random.fork('reactions');
  const threads = [...written, ...botThreads(desk, written.sort(byOpening))]
    .filter(({ messages }) => messages.length > 0)
    .sort(byOpening)
    .map((thread) => withReactions(desk, random, thread));
  return { from: desk.from, until, people: desk.people, threads, truth: truthOf(desk, threads, trouble.told) };
}

export interface FirstAnswers extends Pick<Demo, 'from' | 'until'> {
  readonly campaignOn: string;
  readonly shamOn: string;
  readonly answers: readonly FirstAnswer[];
}

/** Only who was first to answer what members opened: what `member_answered_share` counts, in a tenth of the time. */
export function generateFirstAnswers({ seed, until, effect = EFFECT }: DemoOptions): FirstAnswers {
  const desk = openDesk(seed, until, effect);
  const { startsOn, shamStartsOn } = desk.campaign;
  return { from: desk.from, until, campaignOn: startsOn, shamOn: shamStartsOn, answers: firstAnswers(desk) };
}

function openDesk(seed: number, until: string, effect: number): Desk {
  const random = createRandom(String(seed));
  const times = span(until);
  const people = createPeople(random.fork('people'), times.opensAt);
  const house = new Set(['staff', 'bot', 'spammer']);
  const members = people.filter(({ temper }) => !house.has(temper));
  const membersIn = (place: Place) => members.filter(({ places }) => places.includes(place));
  return {
    ...times,
    random,
    shelf: new Shelf(),
    people,
    members,
    membersIn: { forum: membersIn('forum'), chat: membersIn('chat'), list: membersIn('list') },
    team: people.filter(({ temper }) => temper === 'staff'),
    campaign: campaignOf(until, effect),
    titles: new Set(),
  };
}

function byOpening(one: Thread, other: Thread): number {
  return (one.messages[0]?.at ?? 0) - (other.messages[0]?.at ?? 0);
}

function truthOf(desk: Desk, threads: readonly Thread[], told: Truth['incidents']): Truth {
  const { startsOn, shamStartsOn, effect } = desk.campaign;
  const written = new Set(threads.flatMap(({ place, messages }) => messages.map(({ by }) => `${by.index} ${place}`)));
  // A chat lists everybody; a forum and a list know only those who wrote.
  const isSeen = (person: Person, place: Place): boolean => place === 'chat' || written.has(`${person.index} ${place}`);
  return {
    campaign: { name: WORKSHOP.name, startsOn, figure: 'member_answered_share', effect },
    sham: { name: PHOTO.name, startsOn: shamStartsOn, figure: 'member_answered_share', effect: 0 },
    recall: {
      startsOn: dayAfter(desk.from, RECALL.from * 7),
      endsOn: dayAfter(desk.from, (RECALL.from + RECALL.weeks) * 7),
    },
    incidents: told,
    ...pairsOf(desk.people, isSeen),
    people: desk.people.length,
    silent: desk.people.filter(({ temper }) => temper === 'silent').length,
  };
}
