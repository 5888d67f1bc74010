import { HOUR } from '../calendar.ts';
import type { Demo, Message, Person, Thread } from '../model.ts';
import { STAFF_DOMAIN } from '../people/house.ts';
import { accountIn, fullName } from '../people/namesakes.ts';
import type { TextFile } from './file.ts';
import { signature, slug } from './words.ts';

const CATEGORIES: Readonly<Record<string, { readonly id: number; readonly name: string }>> = {
  annonces: { id: 4, name: "Annonces de l'atelier" },
  presentations: { id: 5, name: 'Présentations' },
  entraide: { id: 6, name: 'Entraide technique' },
  quotidien: { id: 7, name: 'Vie quotidienne' },
  boutique: { id: 8, name: 'Pièces et boutique' },
  idees: { id: 9, name: 'Prix, idées et retours' },
  english: { id: 10, name: 'English corner' },
};
const HOST = `forum.${STAFF_DOMAIN}`;
const FIRST_TOPIC = 101;

/** The forum as Discourse gives it: the list of categories and one page of posts to a topic. */
export function forumFiles({ threads }: Demo): TextFile[] {
  const topics = threads.filter(({ place }) => place === 'forum');
  const ids = postIds(topics);
  const pages = topics.map((thread, nth) => {
    const topic = FIRST_TOPIC + nth;
    return { path: `t/${topic}.json`, text: JSON.stringify(page(thread, topic, ids)) };
  });
  const categories = Object.values(CATEGORIES).map(({ id, name }) => ({ id, name, slug: slug(name) }));
  return [{ path: 'categories.json', text: JSON.stringify({ category_list: { categories } }) }, ...pages];
}

/** Posts are numbered in the order in which they were written, whatever their topic. */
function postIds(topics: readonly Thread[]): ReadonlyMap<Message, number> {
  const messages = topics.flatMap((thread) => thread.messages);
  return new Map(messages.sort((one, other) => one.at - other.at).map((message, nth) => [message, nth + 1]));
}

function page(thread: Thread, topic: number, ids: ReadonlyMap<Message, number>): object {
  const { messages, title, labels, closed, channel } = thread;
  return {
    post_stream: { posts: messages.map((message, at) => post(thread, topic, at, ids.get(message) ?? 0)) },
    id: topic,
    title,
    slug: slug(title),
    archetype: 'regular',
    category_id: CATEGORIES[channel]?.id,
    tags: labels,
    closed,
    posts_count: messages.length,
    created_at: isoOf(messages[0]),
    last_posted_at: isoOf(messages.at(-1)),
  };
}

function isoOf(message: Message | undefined): string {
  return new Date(message?.at ?? 0).toISOString();
}

function post(thread: Thread, topic: number, at: number, id: number): object {
  const message = thread.messages[at];
  if (message === undefined) throw new Error('no such post');
  const { by, answers, edited, hidden, accepted, reactions } = message;
  const username = accountIn(by, 'forum');
  const isStaff = by.temper === 'staff';
  return {
    id,
    name: by.showsName ? fullName(by) : '',
    username,
    avatar_template: `/user_avatar/${HOST}/${username}/{size}/${by.index + 1}_2.png`,
    user_id: by.temper === 'bot' ? -1 : by.index + 1,
    created_at: isoOf(message),
    updated_at: new Date(message.at + (edited === true ? HOUR / 5 : 0)).toISOString(),
    post_number: at + 1,
    post_type: 1,
    topic_id: topic,
    topic_slug: slug(thread.title),
    raw: rawOf(thread, topic, message),
    ...(answers === undefined || answers === 0 ? {} : { reply_to_post_number: answers + 1 }),
    version: edited === true ? 2 : 1,
    reactions: reactions.map((reaction) => ({ id: reaction.emoji, type: 'emoji', count: reaction.by.length })),
    admin: isStaff && by.index === 0,
    moderator: isStaff,
    staff: isStaff,
    trust_level: trustOf(by),
    hidden: hidden === true,
    accepted_answer: accepted === true,
  };
}

function trustOf({ temper }: Person): number {
  const levels: Readonly<Record<Person['temper'], number>> = {
    staff: 4,
    bot: 4,
    core: 3,
    regular: 2,
    occasional: 1,
    passer_by: 1,
    silent: 0,
    spammer: 0,
  };
  return levels[temper];
}

function rawOf({ messages }: Thread, topic: number, message: Message): string {
  const { text, answers, quotes, names } = message;
  const quoted = quotes === true && answers !== undefined ? messages[answers] : undefined;
  const author = quoted === undefined ? '' : accountIn(quoted.by, 'forum');
  const quote =
    quoted === undefined
      ? ''
      : `[quote="${author}, post:${(answers ?? 0) + 1}, topic:${topic}"]\n${lastThought(quoted.text)}\n[/quote]\n\n`;
  const mention = names === undefined || isGreeting(text) ? '' : `@${accountIn(names, 'forum')} `;
  return `${quote}${mention}${text}${signature(message)}`;
}

/** What people quote: the longest paragraph, not the greeting. */
export function lastThought(text: string): string {
  const [longest = text] = text.split('\n\n').sort((one, other) => other.length - one.length);
  return longest;
}

export function isGreeting(text: string): boolean {
  return /^(?:Bonjour|Bonsoir|Salut|Coucou|Hello|Hi|Hey|Dear|Good morning)\b/.test(text);
}
