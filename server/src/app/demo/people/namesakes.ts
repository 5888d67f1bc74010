import type { Pair, Person, Place } from '../model.ts';
import type { Random } from '../random.ts';

const TOGETHER: readonly (readonly [Place, Place])[] = [
  ['forum', 'list'],
  ['forum', 'chat'],
  ['chat', 'list'],
];

/** Three pairs of people share a name and one pair an account name, in two places, without being one person. */
export function withNamesakes(random: Random, people: readonly Person[]): readonly Person[] {
  const changed = [...people];
  const free = random.shuffled(people.filter((person) => isSettled(person)));
  for (const [first, second] of TOGETHER) {
    const one = takeFrom(free, (person) => person.places[0] === first);
    const other = takeFrom(free, (person) => person.places[0] === second && person.languages[0] === one?.languages[0]);
    if (one === undefined || other === undefined) continue;
    changed[one.index] = { ...one, showsName: true };
    changed[other.index] = { ...other, firstName: one.firstName, lastName: one.lastName, showsName: true };
  }
  const one = takeFrom(free, (person) => person.places[0] === 'forum');
  const other = takeFrom(free, (person) => person.places[0] === 'chat');
  if (one !== undefined && other !== undefined) changed[other.index] = { ...other, handle: one.handle, handleIn: {} };
  return changed;
}

/** Writes enough to be seen, and in one place only, so that nothing else speaks for or against. */
function isSettled({ temper, places }: Person): boolean {
  return (temper === 'regular' || temper === 'occasional') && places.length === 1;
}

function takeFrom(free: Person[], fits: (person: Person) => boolean): Person | undefined {
  const at = free.findIndex(fits);
  return at < 0 ? undefined : free.splice(at, 1)[0];
}

export function accountIn(person: Person, place: Place): string {
  return person.handleIn[place] ?? person.handle;
}

export function fullName({ firstName, lastName }: Person): string {
  return `${firstName} ${lastName}`.trim();
}

/** What the accounts of two people, or of one person in two places, have in common; `written` says who is seen where. */
export function pairsOf(
  people: readonly Person[],
  isSeen: (person: Person, place: Place) => boolean,
): { readonly onePerson: readonly Pair[]; readonly namesakes: readonly Pair[] } {
  const onePerson: Pair[] = [];
  const namesakes: Pair[] = [];
  const accounts = people
    .filter(({ temper }) => temper !== 'bot')
    .flatMap((person) => person.places.filter((place) => isSeen(person, place)).map((place) => ({ person, place })));
  for (const [nth, one] of accounts.entries()) {
    for (const other of accounts.slice(nth + 1)) {
      const pair = one.place === other.place ? undefined : clue(one, other);
      if (pair !== undefined) (one.person.index === other.person.index ? onePerson : namesakes).push(pair);
    }
  }
  return { onePerson, namesakes };
}

interface Account {
  readonly person: Person;
  readonly place: Place;
}

/** The strongest thing two accounts share: an address, an account name, a full name. A forum shows no address. */
function clue(one: Account, other: Account): Pair | undefined {
  const places: readonly [Place, Place] = [one.place, other.place];
  const isForum = places.includes('forum');
  if (!isForum && one.person.email === other.person.email) return { by: 'email', places, shared: one.person.email };
  const [handle, otherHandle] = [accountIn(one.person, one.place), accountIn(other.person, other.place)];
  if (!places.includes('list') && handle === otherHandle) return { by: 'handle', places, shared: handle };
  const name = fullName(one.person);
  const shown = tellsName(one) && tellsName(other);
  return shown && name === fullName(other.person) ? { by: 'name', places, shared: name } : undefined;
}

/** A list shows the name of everybody; elsewhere it is a choice. */
export function tellsName({ person, place }: Account): boolean {
  return place === 'list' || person.showsName;
}
