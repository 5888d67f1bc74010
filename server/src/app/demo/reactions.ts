import type { Desk } from './desk.ts';
import type { Message, Person, Reaction, Thread, ThreadKind } from './model.ts';
import { liveliness } from './presence.ts';
import type { Random } from './random.ts';

const EMOJI = ['heart', '+1', 'heart', '+1', 'bike', 'clap', 'joy', 'tada', 'raised_hands', 'open_mouth'] as const;
/** How many reactions a message of a kind gets. */
const USUAL: Readonly<Record<ThreadKind, number>> = {
  question: 0.6,
  introduction: 1.2,
  announcement: 2.4,
  talk: 0.7,
  incident: 0.2,
  campaign: 1,
};

/** A mailing list has none; elsewhere solutions and openings please most. Members without a word react in the chat too. */
export function withReactions(desk: Desk, random: Random, thread: Thread): Thread {
  const opening = thread.messages[0];
  if (thread.place === 'list' || opening === undefined) return thread;
  const around = desk.members
    .map((person) => ({ person, weight: eagerness(person, thread, opening.at) }))
    .filter(({ weight }) => weight > 0);
  const messages = thread.messages.map((message, position) => {
    const times = (message.accepted === true ? 2.5 : 1) * (position === 0 && thread.kind !== 'question' ? 1.6 : 1);
    const isOwed = message.hidden !== true && message.by.temper !== 'bot' && message.by.temper !== 'spammer';
    const count = isOwed ? random.poisson(USUAL[thread.kind] * times) : 0;
    return count === 0 ? message : { ...message, reactions: reactions(random, around, message, count) };
  });
  return { ...thread, messages };
}

interface Around {
  readonly person: Person;
  readonly weight: number;
}

function eagerness(person: Person, { place }: Thread, at: number): number {
  if (!person.places.includes(place)) return 0;
  return person.temper === 'silent' && at > person.arrives ? 0.03 : liveliness(person, at);
}

function reactions(random: Random, around: readonly Around[], message: Message, count: number): readonly Reaction[] {
  const given = new Map<string, Person[]>();
  const present = new Set<Person>([message.by]);
  for (let nth = 0; nth < count; nth++) {
    const by = random.weighted(around, ({ person, weight }) => (present.has(person) ? 0 : weight))?.person;
    if (by === undefined) break;
    present.add(by);
    const emoji = random.pick(EMOJI);
    given.set(emoji, [...(given.get(emoji) ?? []), by]);
  }
  return [...given].map(([emoji, by]) => ({ emoji, by }));
}
