import { DAY, DAYS, HOUR, MINUTE, answerMoment, dayAfter, localTime, startOfDay } from './calendar.ts';
import type { Desk } from './desk.ts';
import type { Message, Person, Place, Thread } from './model.ts';
import { ANNOUNCEMENT_ANSWERS, NEWS, PHOTO, WORKSHOP } from './phrases/house.ts';
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

/** Days from one piece of news to the next, and the share of them that other places than the forum are told. */
const EVERY = 12;
const TOLD: Readonly<Record<Place, number>> = { forum: 1, chat: 0.7, list: 0.5 };

/** What the team tells the places, each piece of news once and in its season. */
export function announcements(desk: Desk): Thread[] {
  const threads: Thread[] = [];
  const random = desk.random.fork('news');
  const left = random.shuffled(NEWS);
  for (let day = 2; day < DAYS; day += EVERY) {
    const at = morningOf(desk, random, dayAfter(desk.from, day + random.between(0, 5)));
    const month = String(localTime(at).month + 1);
    const nth = left.findIndex(([, , months]) => months.length === 0 || months.includes(month));
    const [told] = nth < 0 || at >= desk.closesAt ? [] : left.splice(nth, 1);
    if (told !== undefined) threads.push(...toldAround(desk, random, told, at));
  }
  return threads;
}

/** A working day, in the morning. */
function morningOf(desk: Desk, random: Random, day: string): number {
  const { weekday } = localTime(startOfDay(day));
  const worked = dayAfter(day, weekday > 4 ? 4 - weekday : 0);
  return startOfDay(worked < desk.from ? dayAfter(desk.from, 3) : worked) + 9 * HOUR + random.between(0, 9_000) * 1000;
}

function toldAround(desk: Desk, random: Random, told: (typeof NEWS)[number], at: number): Thread[] {
  return (['forum', 'chat', 'list'] as const).flatMap((place) => {
    const by = random.pick(desk.team.filter(({ places, index }) => index < 3 && places.includes(place)));
    if (by === undefined || !random.chance(TOLD[place])) return [];
    return [announcement(desk, { place, random, at: at + random.between(1, 40) * MINUTE, by }, told)];
  });
}

function announcement(desk: Desk, news: News, [title, text]: (typeof NEWS)[number]): Thread {
  const { random, place, at, by } = news;
  const opening: Message = {
    by,
    at,
    text: place === 'chat' ? `*${title}*\n${text}` : text,
    signed: true,
    reactions: [],
  };
  const count = random.chance(0.4) ? random.between(1, 2) : 0;
  return houseThread(desk, news, 'announcement', title, [
    opening,
    ...answersTo(desk, news, ANNOUNCEMENT_ANSWERS, at, count),
  ]);
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
    const voice: Voice = { place, random, speaker: by, language: 'fr', at, isCalm: true, heard: new Set() };
    messages.push({ by, at, text: speak(desk, voice, words.weekly), reactions: [] });
    messages.push(
      ...answersTo(desk, news, words.answers, at + TO_THE_EVENING, random.between(1, place === 'forum' ? 4 : 2)).filter(
        (answer) => answer.at < at + 6.9 * DAY,
      ),
    );
  }
  desk.titles.add(words.title);
  return houseThread(desk, news, 'campaign', words.title, messages);
}

/** From Monday morning to Tuesday night: nobody speaks of an evening before it was. */
const TO_THE_EVENING = DAY + 13 * HOUR;

function answersTo(desk: Desk, news: News, phrases: readonly string[], after: number, count: number): Message[] {
  const { place, random } = news;
  const messages: Message[] = [];
  const present: Person[] = [news.by];
  const heard = new Set<string>();
  let at = after;
  for (let nth = 0; nth < count; nth++) {
    at = answerMoment(random, at, false, place === 'chat' ? 2 : 8);
    const by = someMember(random, desk.membersIn[place], at, { place, language: 'fr', present });
    if (by === undefined) break;
    const voice: Voice = { place, random, speaker: by, language: 'fr', at, isCalm: true, heard };
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
