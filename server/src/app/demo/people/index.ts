import { DAY, DAYS, paceOf } from '../calendar.ts';
import type { Language, Person, Place, Temper } from '../model.ts';
import { BIKES, TOWNS } from '../phrases/slots.ts';
import type { Random } from '../random.ts';
import { themes } from '../themes/index.ts';
import { createNames } from './naming.ts';
import type { Names } from './naming.ts';
import { bots, spammers, team } from './house.ts';
import { withNamesakes } from './namesakes.ts';

/** How many of each, and the share who were there when the record begins. */
const CROWD: readonly { readonly temper: Temper; readonly count: number; readonly founders: number }[] = [
  { temper: 'core', count: 12, founders: 0.75 },
  { temper: 'regular', count: 46, founders: 0.42 },
  { temper: 'occasional', count: 76, founders: 0.2 },
  { temper: 'passer_by', count: 72, founders: 0.04 },
  { temper: 'silent', count: 30, founders: 0.25 },
];

const SECOND_PLACE: Readonly<Record<string, number>> = { core: 0.75, regular: 0.3, occasional: 0.12, passer_by: 0.04 };

/**
 * Everybody of the community, in the order of their numbers: team, bots, members, spammers. `from` is the first
 * instant of the record.
 */
export function createPeople(random: Random, from: number): readonly Person[] {
  const names = createNames(random.fork('names'));
  const house = [...team(from), ...bots(from)];
  const members: Person[] = [];
  for (const { temper, count, founders } of CROWD) {
    for (let nth = 0; nth < count; nth++) {
      const own = random.fork(`${temper} ${nth}`);
      const isFounder = nth < count * founders;
      members.push(member(own, names, house.length + members.length, { temper, nth, isFounder, from }));
    }
  }
  const known = [...house, ...members];
  return withNamesakes(random.fork('namesakes'), [...known, ...spammers(from, known.length)]);
}

interface Role {
  readonly temper: Temper;
  readonly nth: number;
  readonly isFounder: boolean;
  readonly from: number;
}

function member(random: Random, names: Names, index: number, role: Role): Person {
  const language: Language = random.chance(0.17) ? 'en' : 'fr';
  const arrives = arrival(random, role);
  const name = names.next(language);
  return {
    index,
    ...name,
    handleIn: random.chance(0.25) ? { chat: names.otherHandle(name.firstName) } : {},
    showsName: random.chance(0.5),
    temper: role.temper,
    places: placesOf(random, role.temper),
    languages: languagesOf(random, language, role.temper),
    town: random.pick(TOWNS[language]) ?? '',
    bike: random.pick(BIKES),
    themes: random
      .shuffled(themes)
      .slice(0, 3)
      .map(({ id }) => id),
    arrives,
    fades: arrives + lifeOf(random, role) * DAY,
    style: {
      greets: 0.3 + random.next() * 0.65,
      signs: random.next() * 0.7,
      emoji: random.chance(0.5) ? random.next() * 0.5 : 0.03,
      formal: language === 'fr' && random.chance(0.1),
      lowerCase: random.chance(0.35),
    },
  };
}

/** More arrive in spring and as the community grows. */
function arrival(random: Random, { isFounder, from }: Role): number {
  if (isFounder) return from + Math.floor(random.next() * 16 * DAY);
  for (;;) {
    const day = random.next() * DAYS;
    const at = from + Math.floor(day * DAY);
    if (random.chance((paceOf(at) / 1.6) * (0.55 + (0.45 * day) / DAYS))) return at;
  }
}

/** Days from arrival to the last wish to write. */
function lifeOf(random: Random, { temper, nth }: Role): number {
  switch (temper) {
    case 'core':
      // Two pillars leave one after the other.
      return nth === 1 ? 300 : nth === 4 ? 430 : 10_000;
    case 'regular':
      return random.logNormal(290, 0.5);
    case 'occasional':
      return random.logNormal(190, 0.6);
    default:
      return 8 + random.logNormal(16, 0.6);
  }
}

function placesOf(random: Random, temper: Temper): readonly Place[] {
  // Nobody is known to a forum or a list before he writes.
  if (temper === 'silent') return ['chat'];
  const shares: Readonly<Record<Place, number>> = { forum: 0.56, chat: 0.27, list: 0.17 };
  const all: readonly Place[] = ['forum', 'chat', 'list'];
  const first = random.weighted(all, (place) => shares[place]) ?? 'forum';
  if (!random.chance(SECOND_PLACE[temper] ?? 0)) return [first];
  const second = random.weighted(all, (place) => (place === first ? 0 : shares[place])) ?? 'chat';
  return temper === 'core' && random.chance(0.3) ? all : [first, second];
}

function languagesOf(random: Random, first: Language, temper: Temper): readonly Language[] {
  const speaksBoth = random.chance(temper === 'core' ? 0.5 : first === 'en' ? 0.4 : 0.2);
  if (!speaksBoth) return [first];
  return first === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
}
