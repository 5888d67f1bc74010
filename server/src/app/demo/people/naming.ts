import type { Language } from '../model.ts';
import type { Random } from '../random.ts';
import { FIRST_NAMES, nicknames, plainLetters, surnames } from './names.ts';

const HOSTS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['courriel.example', 'boite.example', 'postale.example'],
  en: ['inbox.example', 'letterbox.example'],
};

export interface Name {
  readonly firstName: string;
  readonly lastName: string;
  readonly handle: string;
  readonly email: string;
}

/** Gives every newcomer a name, an account and an address that nobody else bears. */
export interface Names {
  next(language: Language): Name;
  /** Another account of the same person. */
  otherHandle(firstName: string): string;
}

export function createNames(random: Random): Names {
  const last = { fr: random.shuffled(surnames('fr')), en: random.shuffled(surnames('en')) };
  const nicks = random.shuffled(nicknames);
  const taken = new Set<string>();

  function unique(handle: string): string {
    let free = handle;
    while (taken.has(free)) free = `${handle}${random.between(2, 99)}`;
    taken.add(free);
    return free;
  }

  function handleOf(firstName: string, lastName: string): string {
    const nick = random.chance(0.22) ? nicks.pop() : undefined;
    if (nick !== undefined) return unique(nick);
    const short = plainLetters(firstName);
    const long = plainLetters(lastName);
    const forms = [
      `${short}.${long}`,
      `${short}_${long.slice(0, 3)}`,
      `${short.slice(0, 1)}${long}`,
      `${short}${random.between(33, 91)}`,
    ];
    return unique(random.pick(forms) ?? short);
  }

  return {
    next(language) {
      const firstName = random.pick(FIRST_NAMES[language]) ?? '';
      const lastName = last[language].pop() ?? '';
      const host = random.pick(HOSTS[language]) ?? '';
      const email = `${plainLetters(firstName)}.${plainLetters(lastName)}@${host}`;
      return { firstName, lastName, handle: handleOf(firstName, lastName), email };
    },
    otherHandle: (firstName) => unique(`${plainLetters(firstName)}-velo`),
  };
}
