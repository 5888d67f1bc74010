import type { MadeCommunity } from './made-community.ts';
import { counts, dayOf, isChosen, memberOf, type SlowQuestion } from './slow-figures.ts';

/** The figures about themes and tones again, message by message, from their definitions alone. */

type Numbers = Readonly<Record<string, number | null>>;

/** Messages of persons in the window, by number. */
export function writtenIn(made: MadeCommunity, asked: SlowQuestion): readonly number[] {
  return made.messages.flatMap((message, n) => {
    const day = dayOf(message.when, asked.zone);
    const isPerson = made.members[memberOf(made, message.account)]?.kind === 'person';
    const isIn = day >= asked.from && day < asked.until;
    return isIn && isPerson && counts(message) && isChosen(made, message, asked) ? [n] : [];
  });
}

export function personsOf(made: MadeCommunity, messages: readonly number[]): number {
  return new Set(messages.map((n) => memberOf(made, made.messages[n]?.account ?? -1))).size;
}

function mentioned(made: MadeCommunity, asked: SlowQuestion): Numbers {
  // Without themes nothing was read: that is not a share of 0.
  const written = (made.themes ?? []).length === 0 ? [] : writtenIn(made, asked);
  const about = written.filter((n) => made.mentions?.some(({ message }) => message === n) === true);
  return {
    n: about.length,
    of: written.length,
    value: about.length / written.length,
    persons: personsOf(made, written),
  };
}

function negative(made: MadeCommunity, asked: SlowQuestion): Numbers {
  const toneOf = new Map((made.tones ?? []).map(({ message, tone }) => [message, tone]));
  const judged = writtenIn(made, asked).filter((n) => toneOf.has(n));
  const of = (tone: number): number => judged.filter((n) => toneOf.get(n) === tone).length;
  const parts = { negative: of(-1), neutral: of(0), positive: of(1), persons: personsOf(made, judged) };
  return { n: of(-1), of: judged.length, value: of(-1) / judged.length, ...parts };
}

export const SLOW_THEMES: Readonly<Record<string, (made: MadeCommunity, asked: SlowQuestion) => Numbers>> = {
  themes: mentioned,
  sentiment: negative,
};
