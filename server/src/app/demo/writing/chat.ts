import { createHash } from 'node:crypto';
import { localDay } from '../calendar.ts';
import type { Demo, Message, Person, Thread } from '../model.ts';
import { accountIn, fullName } from '../people/namesakes.ts';
import type { TextFile } from './file.ts';
import { isGreeting } from './forum.ts';
import { slackText } from './words.ts';

const CHANNELS: readonly (readonly [name: string, purpose: string])[] = [
  ['general', 'Tout et le reste'],
  ['entraide', 'Une panne, une question'],
  ['balades', 'On se retrouve où ?'],
  ['english', 'For those who prefer English'],
  ['annonces', "Les nouvelles de l'atelier"],
  ['forum', 'Ce qui se dit sur le forum'],
];

/** The chat as Slack exports it: people, channels, and one file for each day of a channel. */
export function chatFiles({ people, threads, from }: Demo): TextFile[] {
  const users = people.filter(({ places }) => places.includes('chat')).map((person) => user(person));
  const created = Date.parse(`${from}T00:00:00Z`) / 1000;
  const channels = CHANNELS.map(([name, value], nth) => ({
    id: channelId(nth),
    name,
    created,
    is_archived: false,
    purpose: { value },
  }));
  return [
    { path: 'users.json', text: JSON.stringify(users) },
    { path: 'channels.json', text: JSON.stringify(channels) },
    ...days(threads.filter(({ place }) => place === 'chat')),
  ];
}

function days(threads: readonly Thread[]): TextFile[] {
  const entries = new Map<string, { readonly at: number; readonly entry: object }[]>();
  for (const thread of threads) {
    const stamps = thread.messages.map((message) => stampOf(thread, message));
    for (const [position, message] of thread.messages.entries()) {
      const path = `${thread.channel}/${localDay(message.at)}.json`;
      const day = entries.get(path) ?? [];
      day.push({ at: message.at, entry: entryOf(thread, message, position, stamps) });
      entries.set(path, day);
    }
  }
  return [...entries].map(([path, day]) => ({
    path,
    text: JSON.stringify(day.sort((one, other) => one.at - other.at).map(({ entry }) => entry)),
  }));
}

/** Slack tells messages of a channel apart by the microsecond: the decimals come from what is said. */
function stampOf({ channel }: Thread, { at, by, text }: Message): string {
  const decimals = createHash('sha256').update(`${channel} ${by.index} ${text}`).digest().readUInt32BE(0) % 1_000_000;
  return `${Math.floor(at / 1000)}.${String(decimals).padStart(6, '0')}`;
}

function entryOf(thread: Thread, message: Message, position: number, stamps: readonly string[]): object {
  const { by, reactions } = message;
  const replies = thread.threaded ? stamps.slice(1) : [];
  return {
    type: 'message',
    user: userId(by),
    ...(by.temper === 'bot' ? { bot_id: `B0${pad(by)}` } : {}),
    text: textOf(message),
    ts: stamps[position],
    ...(replies.length === 0 ? {} : { thread_ts: stamps[0] }),
    ...(replies.length === 0 || position > 0 ? {} : opening(thread, replies)),
    ...(reactions.length === 0
      ? {}
      : {
          reactions: reactions.map(({ emoji, by: users }) => ({
            name: emoji,
            users: users.map(userId),
            count: users.length,
          })),
        }),
  };
}

function opening({ messages }: Thread, replies: readonly string[]): object {
  return {
    reply_count: replies.length,
    reply_users: [...new Set(messages.slice(1).map(({ by }) => userId(by)))],
    replies: replies.map((ts, nth) => ({ user: userOf(messages[nth + 1]), ts })),
    latest_reply: replies.at(-1),
  };
}

function userOf(message: Message | undefined): string {
  return message === undefined ? '' : userId(message.by);
}

function textOf({ text, names }: Message): string {
  const mention = names === undefined || isGreeting(text) ? '' : `<@${userId(names)}> `;
  return mention + slackText(text);
}

function user(person: Person): object {
  const { temper, email, showsName, arrives } = person;
  const handle = accountIn(person, 'chat');
  const isStaff = temper === 'staff';
  const name = showsName ? fullName(person) : handle;
  return {
    id: userId(person),
    name: handle,
    deleted: temper === 'spammer',
    real_name: name,
    tz: 'Europe/Paris',
    updated: Math.floor(arrives / 1000),
    is_bot: temper === 'bot',
    is_admin: isStaff,
    is_owner: isStaff && person.index === 0,
    profile: { real_name: name, display_name: handle, ...(email === '' ? {} : { email }) },
  };
}

function userId(person: Person): string {
  return `U0${pad(person)}`;
}

function pad({ index }: Person): string {
  return String(index + 1).padStart(8, '0');
}

function channelId(nth: number): string {
  return `C0${String(nth + 1).padStart(8, '0')}`;
}
