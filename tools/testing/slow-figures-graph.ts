import type { MadeCommunity, MadeMessage } from './made-community.ts';
import { actsOf, counts, dayOf, isChosen, memberOf, openingOf, type SlowQuestion } from './slow-figures.ts';

/** Who answered whom again, reply by reply, from the definition alone. */

export interface SlowReply {
  readonly from: number;
  readonly to: number;
  readonly day: string;
}

/** Whom a message answers: the author of what it replies to, or else the opener of its thread. */
function askerOf(made: MadeCommunity, message: MadeMessage): number | undefined {
  const answered = message.repliesTo === undefined ? undefined : made.messages[message.repliesTo];
  if (answered !== undefined && counts(answered)) return memberOf(made, answered.account);
  if (message.thread === undefined) return undefined;
  const inside = [...made.messages.entries()].filter(([, other]) => other.thread === message.thread);
  const opening = openingOf(inside);
  return opening === undefined || !counts(opening) ? undefined : memberOf(made, opening.account);
}

export function slowAnswers(made: MadeCommunity, asked: SlowQuestion): SlowReply[] {
  const isPerson = (member: number): boolean => made.members[member]?.kind === 'person';
  return made.messages.flatMap((message) => {
    if (!counts(message) || message.opens === true || !isChosen(made, message, asked)) return [];
    const [from, to] = [memberOf(made, message.account), askerOf(made, message)];
    if (to === undefined || from === to || !isPerson(from) || !isPerson(to)) return [];
    const day = dayOf(message.when, asked.zone);
    return day >= asked.from && day < asked.until ? [{ from, to, day }] : [];
  });
}

/** The figure: ties, those returned, those kept up over several days. */
export function slowGraph(made: MadeCommunity, asked: SlowQuestion) {
  const answers = slowAnswers(made, asked);
  const ties = [...new Set(answers.map(({ from, to }) => `${from} ${to}`))].map((tie) => tie.split(' ').map(Number));
  const has = (from: number, to: number): boolean => ties.some((tie) => tie[0] === from && tie[1] === to);
  const daysOf = (from: number, to: number): number =>
    new Set(answers.filter((one) => one.from === from && one.to === to).map(({ day }) => day)).size;
  const tied = new Set(ties.flat());
  const wrote = actsOf(made, asked).filter(({ day }) => day >= asked.from && day < asked.until);
  const persons = new Set([...tied, ...wrote.map(({ member }) => member)]);
  const mutual = ties.filter(([from = -1, to = -1]) => has(to, from)).length;
  return {
    persons: persons.size,
    tied: tied.size,
    ties: ties.length,
    mutual,
    recurring: ties.filter(([from = -1, to = -1]) => daysOf(from, to) > 1).length,
    answers: answers.length,
    density: persons.size < 2 ? 0 : ties.length / (persons.size * (persons.size - 1)),
  };
}

export const SLOW_GRAPH: Readonly<
  Record<string, (made: MadeCommunity, asked: SlowQuestion) => Readonly<Record<string, number | null>>>
> = {
  reply_graph: (made, asked) => {
    const { mutual, ties, ...parts } = slowGraph(made, asked);
    return { n: mutual, of: ties, ties, value: mutual / ties, ...parts };
  },
};
