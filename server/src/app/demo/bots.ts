import { DAY, HOUR, WEEKS } from './calendar.ts';
import { weekOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Message, Person, Thread } from './model.ts';
import { accountIn } from './people/namesakes.ts';

const RELAYED = 4;

/** What the two programs write, from what people wrote: a weekly summary in the forum, news of the forum in the chat. */
export function botThreads(desk: Desk, threads: readonly Thread[]): Thread[] {
  const [watcher, relay] = desk.people.filter(({ temper }) => temper === 'bot');
  if (watcher === undefined || relay === undefined) throw new Error('the bots are missing');
  const forum = threads.filter(({ place, messages }) => place === 'forum' && messages.length > 0);
  const weeks = byWeek(desk, forum);
  const summaries: Message[] = [];
  for (const [nth, week] of weeks.entries()) {
    const at = desk.opensAt + (nth + 1) * 7 * DAY + 6 * HOUR;
    if (at < desk.closesAt) summaries.push({ by: watcher, at, text: summary(week), reactions: [] });
  }
  const relayed = forum
    .filter(({ kind }, nth) => kind === 'question' && nth % RELAYED === 0)
    .map((thread) => news(thread, { by: relay, at: (thread.messages[0]?.at ?? 0) + 90_000 }))
    .filter(({ messages }) => (messages[0]?.at ?? 0) < desk.closesAt);
  return [botThread('forum', 'annonces', 'Le résumé de la semaine', summaries), ...relayed];
}

interface Week {
  opened: number;
  written: number;
  readonly authors: Set<Person>;
  readonly titles: Map<string, number>;
}

function byWeek(desk: Desk, forum: readonly Thread[]): readonly Week[] {
  const weeks = Array.from({ length: WEEKS }, (): Week => ({
    opened: 0,
    written: 0,
    authors: new Set(),
    titles: new Map(),
  }));
  for (const { title, messages } of forum) {
    for (const [position, { at, by }] of messages.entries()) {
      const week = weeks[weekOf(desk, at)];
      if (week === undefined) continue;
      week.opened += position === 0 ? 1 : 0;
      week.written += 1;
      week.authors.add(by);
      week.titles.set(title, (week.titles.get(title) ?? 0) + 1);
    }
  }
  return weeks;
}

function summary({ opened, written, authors, titles }: Week): string {
  const counts = `Cette semaine : ${opened} nouveaux sujets, ${written} messages, ${authors.size} personnes.`;
  const [liveliest] = [...titles].sort(([, one], [, other]) => other - one);
  return liveliest === undefined ? counts : `${counts}\n\nLe sujet le plus suivi : « ${liveliest[0]} ».`;
}

function news({ title, messages }: Thread, { by, at }: Pick<Message, 'by' | 'at'>): Thread {
  const author = messages[0] === undefined ? '' : ` par ${accountIn(messages[0].by, 'forum')}`;
  return botThread('chat', 'forum', '', [
    { by, at, text: `Nouveau sujet sur le forum : « ${title} »${author}`, reactions: [] },
  ]);
}

function botThread(place: Thread['place'], channel: string, title: string, messages: readonly Message[]): Thread {
  return {
    place,
    channel,
    kind: 'announcement',
    language: 'fr',
    title,
    labels: [],
    closed: false,
    threaded: place === 'forum',
    messages,
  };
}
