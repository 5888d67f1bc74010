import { localTime } from './calendar.ts';
import type { Language, Person } from './model.ts';
import { CHILDREN } from './phrases/slots.ts';
import type { Random } from './random.ts';

/** The month before each month of the year, and one more. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'décembre janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'December January February March April May June July August September October November December'.split(' '),
};

/** A bike shows the same code every time. */
const CODES = ['E07', 'E12', 'E21'];

/** Of whom and to whom something is said. */
export interface Situation {
  readonly speaker: Person;
  /** Who is spoken to: the opener of the thread, or the one answered. */
  readonly to?: Person;
  readonly language: Language;
  readonly at: number;
}

/** What stands for each `<name>` in the phrases. The team speaks of the bike and the town of whom it answers. */
export function slotsOf(
  random: Random,
  { speaker, to, language, at }: Situation,
): (name: string) => string | undefined {
  const subject = speaker.temper === 'staff' && to !== undefined ? to : speaker;
  const number = (low: number, high: number): string => String(random.between(low, high));
  const large = (low: number, high: number, step: number): string =>
    thousands(random.between(low / step, high / step) * step, language);
  const known: Readonly<Record<string, () => string>> = {
    modele: () => subject.bike,
    ville: () => subject.town,
    moi: () => speaker.firstName,
    prenom: () => to?.firstName ?? '',
    enfant: () => random.pick(CHILDREN[language]) ?? '',
    froid: () => `-${number(2, 9)}`,
    km: () => number(9, 22),
    km2: () => number(36, 61),
    km3: () => number(3, 9),
    km4: () => large(1_200, 14_000, 100),
    pct: () => number(30, 60),
    pct2: () => number(8, 17),
    mois: () => number(3, 17),
    semaines: () => number(3, 9),
    semaines3: () => number(2, 6),
    ans: () => number(2, 5),
    euros: () => number(95, 240),
    euros2: () => number(9, 48),
    euros3: () => number(350, 890),
    prixVelo: () => large(4_600, 6_900, 10),
    version: () => `${number(3, 4)}.${number(0, 8)}`,
    code: () => CODES[subject.index % CODES.length] ?? '',
    moisEcoule: () => MONTHS[language][localTime(at).month] ?? '',
    ceMois: () => MONTHS[language][localTime(at).month + 1] ?? '',
  };
  return (name) => known[name]?.();
}

function thousands(value: number, language: Language): string {
  return String(value).replace(/(\d)(\d{3})$/, language === 'fr' ? '$1 $2' : '$1,$2');
}
