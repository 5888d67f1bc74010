import { DAY } from './calendar.ts';
import type { Language, Person, Place, Temper } from './model.ts';
import type { Random } from './random.ts';

const RATES: Readonly<Record<Temper, number>> = {
  core: 1,
  regular: 0.42,
  occasional: 0.1,
  passer_by: 0.05,
  silent: 0,
  staff: 0,
  bot: 0,
  spammer: 0,
};
const FADING_DAYS = 70;

/** How likely a member is to write at an instant, against a pillar of the community. */
export function liveliness(person: Person, at: number): number {
  if (at < person.arrives || at >= person.fades) return 0;
  const left = (person.fades - at) / (FADING_DAYS * DAY);
  return RATES[person.temper] * Math.min(1, 0.15 + left);
}

export interface Circle {
  readonly place: Place;
  readonly language: Language;
  readonly theme?: string;
  /** Who has written in the thread, and who wrote last. */
  readonly present: readonly Person[];
}

/** A member who would answer here and now, whoever likes the theme first. */
export function someMember(random: Random, members: readonly Person[], at: number, circle: Circle): Person | undefined {
  const last = circle.present.at(-1);
  const opener = circle.present[0];
  return random.weighted(members, (person) => {
    if (person === last || person === opener || at < person.arrives || at >= person.fades) return 0;
    return speaks(person, circle) * liveliness(person, at) * (circle.present.includes(person) ? 0.4 : 1);
  });
}

function speaks(person: Person, { place, language, theme }: Circle): number {
  const rank = person.languages.indexOf(language);
  if (rank < 0 || !person.places.includes(place)) return 0;
  const liking = theme !== undefined && person.themes.includes(theme) ? 3 : 1;
  return liking * (rank === 0 ? 1 : 0.6) * (person.places[0] === place ? 1 : 0.6);
}

/** One of the team who is in this place. */
export function someStaff(random: Random, team: readonly Person[], place: Place, except?: Person): Person | undefined {
  return random.weighted(team, (person) => {
    if (person === except || !person.places.includes(place)) return 0;
    return person.index < 3 ? 1 : 0.4;
  });
}
