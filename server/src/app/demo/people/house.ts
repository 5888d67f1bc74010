import { DAY } from '../calendar.ts';
import type { Language, Person, Place, Style } from '../model.ts';

/** The made-up company: Cycles Brindelune, its addresses end like this. */
export const COMPANY = 'Brindelune';
export const STAFF_DOMAIN = 'brindelune.example';

const STYLE: Style = { greets: 1, signs: 1, emoji: 0.05, formal: true, lowerCase: false };
const LANGUAGES: readonly Language[] = ['fr', 'en'];

const TEAM: readonly { readonly name: string; readonly places: readonly Place[] }[] = [
  { name: 'Ambre Delcastelle', places: ['forum', 'chat', 'list'] },
  { name: 'Yann Kermadeuc', places: ['forum', 'chat'] },
  { name: 'Sofiane Belharroud', places: ['forum', 'chat', 'list'] },
  { name: 'Margaux Tissandou', places: ['forum', 'list'] },
  { name: 'Étienne Valbrisse', places: ['chat', 'list'] },
  { name: 'Hélène Ourcade', places: ['forum', 'chat'] },
];

export function team(from: number): readonly Person[] {
  return TEAM.map(({ name, places }, index) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    const plain = firstName
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
    return {
      ...nobody(index, from),
      firstName,
      lastName,
      handle: `${plain}_atelier`,
      email: `${plain}@${STAFF_DOMAIN}`,
      temper: 'staff',
      places,
      languages: LANGUAGES,
      style: STYLE,
    };
  });
}

/** One sums up each week in the forum, the other tells the chat what is new in the forum. */
export function bots(from: number): readonly Person[] {
  const names = ['veilleuse', 'passe-plat'] as const;
  return names.map((handle, nth) => ({
    ...nobody(TEAM.length + nth, from),
    firstName: handle,
    handle,
    temper: 'bot',
    places: nth === 0 ? ['forum'] : ['chat'],
  }));
}

export function spammers(from: number, first: number): readonly Person[] {
  return ['best_deals_2000', 'credit_express'].map((handle, nth) => ({
    ...nobody(first + nth, from + (190 + nth * 210) * DAY),
    firstName: handle,
    handle,
    email: `${handle}@pourriel.example`,
    temper: 'spammer',
    places: nth === 0 ? ['forum'] : ['chat'],
  }));
}

function nobody(index: number, arrives: number): Person {
  return {
    index,
    firstName: '',
    lastName: '',
    handle: '',
    handleIn: {},
    email: '',
    showsName: true,
    temper: 'silent',
    places: [],
    languages: ['fr'],
    town: 'Valmorin',
    bike: 'Halage',
    themes: [],
    arrives,
    fades: Number.MAX_SAFE_INTEGER,
    style: { ...STYLE, signs: 0 },
  };
}
