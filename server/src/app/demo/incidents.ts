import { HOUR, MINUTE, answerMoment, dayAfter, startOfDay } from './calendar.ts';
import type { Desk } from './desk.ts';
import { liveliness } from './presence.ts';
import type { Message, Person, Thread, Truth } from './model.ts';
import { QUARREL, SPAM } from './phrases/house.ts';

export interface Incidents {
  readonly threads: readonly Thread[];
  readonly told: Truth['incidents'];
}

const QUARREL_DAY = 247;

/** A spammer who posts in one breath and is hidden, another in the chat, and a quarrel that the team ends. */
export function incidents(desk: Desk): Incidents {
  const spams = desk.people.filter(({ temper }) => temper === 'spammer').map((spammer) => spam(desk, spammer));
  const quarrel = quarrelThread(desk);
  return {
    threads: [...spams.flat(), quarrel],
    told: [
      ...spams.flatMap(([first]) =>
        first === undefined ? [] : [{ on: dayOf(first), kind: 'spam' as const, place: first.place }],
      ),
      { on: dayOf(quarrel), kind: 'quarrel', place: 'forum' },
    ],
  };
}

function dayOf({ messages }: Thread): string {
  return new Date(messages[0]?.at ?? 0).toISOString().slice(0, 10);
}

function spam(desk: Desk, spammer: Person): Thread[] {
  const [place = 'forum'] = spammer.places;
  const random = desk.random.fork(spammer.handle);
  return SPAM.slice(0, place === 'forum' ? 5 : 2).map((text, nth) => {
    const at = spammer.arrives + 3 * HOUR + nth * random.between(2, 6) * MINUTE;
    return {
      place,
      channel: place === 'forum' ? 'quotidien' : 'general',
      kind: 'incident',
      language: 'fr',
      title: text.split(/[,!.]/)[0] ?? text,
      labels: [],
      closed: place === 'forum',
      threaded: place === 'forum',
      messages: [
        { by: spammer, at, text, hidden: place === 'forum', reactions: [] },
        ...(place === 'chat' && nth === 1 ? [sorryFor(desk, at)] : []),
      ],
    };
  });
}

function sorryFor(desk: Desk, after: number): Message {
  const by = desk.team.find(({ places }) => places.includes('chat'));
  if (by === undefined) throw new Error('nobody of the team is in the chat');
  const text = 'Compte bloqué, désolé pour le bruit. Merci à ceux qui nous ont prévenus.';
  return { by, at: after + 47 * MINUTE, text, reactions: [] };
}

function quarrelThread(desk: Desk): Thread {
  const random = desk.random.fork('quarrel');
  const start = startOfDay(dayAfter(desk.from, QUARREL_DAY)) + 18.4 * HOUR;
  const there = random
    .shuffled(desk.members.filter((person) => person.places.includes('forum') && person.languages.includes('fr')))
    .sort((one, other) => liveliness(other, start) - liveliness(one, start));
  const cast = castOf(desk, there);
  const messages: Message[] = [];
  let at = start;
  for (const turn of QUARREL.turns) {
    const [who = '', text = ''] = turn.split(' | ');
    const by = cast(who.slice(0, 1));
    if (messages.length > 0)
      at = by.temper === 'staff' ? answerMoment(random, at, true, 2) : at + random.between(6, 95) * MINUTE;
    const answers = messages.length === 0 ? {} : { answers: messages.length - 1 };
    messages.push({ by, at, text, hidden: who.endsWith('!'), ...answers, reactions: [] });
  }
  return {
    place: 'forum',
    channel: 'quotidien',
    kind: 'incident',
    language: 'fr',
    title: QUARREL.title,
    labels: [],
    closed: true,
    threaded: true,
    messages,
  };
}

/** The two who quarrel, the team, and each time another member who is tired of it. */
function castOf(desk: Desk, there: readonly Person[]): (who: string) => Person {
  const [a, b, ...calm] = there;
  const s = desk.team[0];
  if (a === undefined || b === undefined || s === undefined) throw new Error('nobody is there to quarrel');
  const known: Readonly<Record<string, Person>> = { a, b, s };
  return (who) => known[who] ?? calm.shift() ?? a;
}
