import { DAY, HOUR, answerMoment, dayAfter, localTime, startOfDay } from './calendar.ts';
import type { Desk } from './desk.ts';
import type { Message, Person, Place, Thread } from './model.ts';
import { ANNOUNCEMENTS, ANNOUNCEMENT_ANSWERS, PHOTO, WORKSHOP } from './phrases/house.ts';
import { someMember } from './presence.ts';
import { until } from './course.ts';
import type { Random } from './random.ts';
import { speak, styled } from './voice.ts';
import type { Voice } from './voice.ts';

interface News {
  readonly place: Place;
  readonly random: Random;
  readonly at: number;
  readonly by: Person;
}

/** What the team tells each place: every second week in the forum and the chat, every month on the list. */
export function announcements(desk: Desk): Thread[] {
  const threads: Thread[] = [];
  const weeks = Math.floor((desk.closesAt - desk.opensAt) / (7 * DAY));
  for (let week = 0; week < weeks; week++) {
    for (const [place, every, offset] of [
      ['forum', 2, 0],
      ['chat', 2, 1],
      ['list', 4, 2],
    ] as const) {
      if (week % every !== offset) continue;
      const random = desk.random.fork(`news ${place} ${week}`);
      const day = dayAfter(desk.from, week * 7 + random.between(0, 6));
      const news = newsOf(desk, random, place, day);
      if (news !== undefined) threads.push(announcement(desk, news));
    }
  }
  return threads;
}

/** On a working day, in the morning, by somebody of the team. */
function newsOf(desk: Desk, random: Random, place: Place, day: string): News | undefined {
  const weekday = localTime(startOfDay(day)).weekday;
  const worked = dayAfter(day, weekday > 4 ? 4 - weekday : 0);
  const at = startOfDay(worked < desk.from ? desk.from : worked) + 9 * HOUR + random.between(0, 9_000) * 1000;
  const by = random.pick(desk.team.filter(({ places, index }) => index < 3 && places.includes(place)));
  return by === undefined || at >= desk.closesAt ? undefined : { place, random, at, by };
}

function announcement(desk: Desk, news: News): Thread {
  const { random, place, at, by } = news;
  const voice: Voice = { place, random, speaker: by, language: 'fr', at, heard: new Set() };
  const pair = speak(
    desk,
    voice,
    ANNOUNCEMENTS.map(([title, text]) => `${title} ~ ${text}`),
  );
  const [told = '', text = ''] = pair.split(' ~ ');
  const title = freeTitle(desk, told, at);
  const opening: Message = {
    by,
    at,
    text: place === 'chat' ? `*${title}*\n${text}` : text,
    signed: true,
    reactions: [],
  };
  const messages = [
    opening,
    ...answersTo(desk, news, ANNOUNCEMENT_ANSWERS, at, random.chance(0.4) ? random.between(1, 2) : 0),
  ];
  return houseThread(desk, news, 'announcement', title, messages);
}

function freeTitle(desk: Desk, title: string, at: number): string {
  const dated = desk.titles.has(title)
    ? `${title} (${new Date(at).toISOString().slice(0, 7).split('-').reverse().join('/')})`
    : title;
  desk.titles.add(dated);
  return dated;
}

/** The campaign that works and the one that does not: one long thread each in the forum and the chat, weekly reminders in it. */
export function campaigns(desk: Desk): Thread[] {
  const { startsAt, shamStartsAt } = desk.campaign;
  return (['forum', 'chat', 'list'] as const).flatMap((place) => [
    campaign(desk, place, WORKSHOP, startsAt),
    campaign(desk, place, PHOTO, shamStartsAt),
  ]);
}

function campaign(desk: Desk, place: Place, words: typeof WORKSHOP | typeof PHOTO, startsAt: number): Thread {
  const random = desk.random.fork(`${words.name} ${place}`);
  const by = desk.team.find(({ places }) => places.includes(place));
  if (by === undefined) throw new Error(`nobody of the team is in ${place}`);
  const start = startsAt + 9.5 * HOUR;
  const news: News = { place, random, at: start, by };
  const opening: Message = {
    by,
    at: start,
    text: place === 'chat' ? `*${words.title}*\n${words.opens.join(' ')}` : words.opens.join('\n\n'),
    signed: true,
    reactions: [],
  };
  const messages: Message[] = [opening];
  for (let at = start + 7 * DAY; at < desk.closesAt && place !== 'list'; at += 7 * DAY) {
    const voice: Voice = { place, random, speaker: by, language: 'fr', at, heard: new Set() };
    messages.push({ by, at, text: speak(desk, voice, words.weekly), reactions: [] });
    messages.push(
      ...answersTo(desk, news, words.answers, at, random.between(1, place === 'forum' ? 4 : 2)).filter(
        (answer) => answer.at < at + 6.9 * DAY,
      ),
    );
  }
  desk.titles.add(words.title);
  return houseThread(desk, news, 'campaign', words.title, messages);
}

function answersTo(desk: Desk, news: News, phrases: readonly string[], after: number, count: number): Message[] {
  const { place, random } = news;
  const messages: Message[] = [];
  const present: Person[] = [news.by];
  const heard = new Set<string>();
  let at = after;
  for (let nth = 0; nth < count; nth++) {
    at = answerMoment(random, at, false, place === 'chat' ? 2 : 8);
    const by = someMember(random, desk.members, at, { place, language: 'fr', present });
    if (by === undefined) break;
    const voice: Voice = { place, random, speaker: by, language: 'fr', at, heard };
    const text = speak(desk, voice, phrases);
    if (text === '') break;
    present.push(by);
    messages.push({ by, at, text: styled(desk, voice, text, false), reactions: [] });
  }
  return messages;
}

function houseThread(
  desk: Desk,
  { place }: News,
  kind: Thread['kind'],
  title: string,
  messages: readonly Message[],
): Thread {
  const channel = place === 'list' ? 'list' : 'annonces';
  return {
    place,
    channel,
    kind,
    language: 'fr',
    title,
    labels: [],
    closed: false,
    threaded: true,
    messages: until(desk.closesAt, messages),
  };
}
