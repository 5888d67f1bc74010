import { answerMoment, localTime } from './calendar.ts';
import { add, until, write } from './course.ts';
import type { Course, Opening } from './course.ts';
import { memberShare, weekOf } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Person, Place, Thread } from './model.ts';
import { someMember, someStaff } from './presence.ts';
import type { Random } from './random.ts';
import { question } from './roles.ts';
import type { Role } from './roles.ts';
import { titled } from './titles.ts';
import { SEEKS, fits, themes } from './themes/index.ts';
import type { Said, Theme } from './themes/index.ts';

/** Median hours until somebody answers, and until the next message once people talk. */
const FIRST: Readonly<Record<Place, number>> = { forum: 2.6, chat: 0.5, list: 5 };
const NEXT: Readonly<Record<Place, number>> = { forum: 3.5, chat: 0.25, list: 7 };
const LENGTH: Readonly<Record<Place, number>> = { forum: 4.7, chat: 3, list: 2.8 };

/** Somebody asks, and is answered or not. */
export function questionThread(desk: Desk, opening: Opening): Thread {
  const { random, opener, at } = opening;
  const theme = themeOf(desk, opening);
  const matter = random.pick(theme.matters[opening.language]);
  if (matter === undefined) throw new Error(`nothing to ask about ${theme.id}`);
  const problem = problemOf(desk, random, matter.problems);
  const course: Course = {
    ...opening,
    theme,
    matter,
    problem,
    isCalm: problem.about.includes(SEEKS),
    cures: new Map(),
    answer: undefined,
    messages: [],
    heard: new Set(),
    thanked: false,
  };
  const voice = { ...course, speaker: opener };
  write(course, { by: opener, at, text: question(desk, voice, problem) });
  // A chat has no titles: none is used up there.
  const titles = opening.place === 'chat' ? [] : matter.titles.filter((each) => fits(each, problem));
  const title = titles.length === 0 ? '' : titled(desk, voice, titles);
  if (random.chance(silenceAfter(opening))) nudge(desk, course);
  else unfold(desk, course);
  const messages = until(desk.closesAt, course.messages);
  const isSolved = course.solved !== undefined && course.solved < messages.length;
  return {
    place: opening.place,
    channel: channelOf(opening, theme),
    kind: 'question',
    language: opening.language,
    title,
    labels: isSolved ? [theme.label, 'résolu'] : [theme.label],
    closed: isSolved && random.chance(0.12),
    threaded: true,
    messages: isSolved ? messages : messages.map((message) => ({ ...message, accepted: false })),
  };
}

function problemOf(desk: Desk, random: Random, problems: readonly Said[]): Said {
  const problem = desk.shelf.take(random, problems, new Set());
  if (problem === undefined) throw new Error('a matter without a problem');
  return problem;
}

function channelOf({ place, language }: Opening, theme: Theme): string {
  if (place === 'list') return 'list';
  if (language === 'en') return 'english';
  return place === 'chat' ? 'entraide' : theme.category;
}

/** What is spoken of at that time of the year, or because it came up these weeks. */
function themeOf(desk: Desk, { random, at, language }: Opening): Theme {
  const { month } = localTime(at);
  const week = weekOf(desk, at);
  const theme = random.weighted(themes, ({ months, wave, matters }) => {
    const isUp = wave !== undefined && week >= wave.from && week < wave.from + wave.weeks;
    const times = wave === undefined ? 1 : isUp ? wave.times : wave.before;
    return (months[month] ?? 1) * times * matters[language].length ** 0.5;
  });
  if (theme === undefined) throw new Error('nothing is spoken of');
  return theme;
}

/** English waits longer for fewer people; August is empty; newcomers are looked after. */
function silenceAfter({ place, language, at, isFirst }: Opening): number {
  const summer = localTime(at).month === 7 ? 0.12 : 0;
  return 0.11 + (language === 'en' ? 0.13 : 0) + (place === 'list' ? 0.08 : 0) + summer - (isFirst ? 0.03 : 0);
}

function nudge(desk: Desk, course: Course): void {
  if (!course.random.chance(0.28)) return;
  add(desk, course, 'nudge', course.opener, answerMoment(course.random, course.at, false, 90));
}

/** Who answers it first, and when, as `questionThread` draws it, without a word being written; undefined: nobody. */
export function firstToAnswer(desk: Desk, opening: Opening): First | undefined {
  const theme = themeOf(desk, opening);
  if (opening.random.chance(silenceAfter(opening))) return undefined;
  return firstOf(desk, { ...opening, theme, messages: [{ by: opening.opener }] });
}

interface First {
  readonly by: Person;
  readonly at: number;
}

/** A conversation as far as it matters for who speaks next. */
interface Asked extends Opening {
  readonly theme: Theme;
  readonly messages: readonly { readonly by: Person }[];
}

function firstOf(desk: Desk, asked: Asked): First {
  const { random, place, at } = asked;
  const isMember = random.chance(memberShare(desk, at));
  const by = pick(desk, asked, !isMember, at);
  const isStaff = by.temper === 'staff';
  return { by, at: answerMoment(random, at, isStaff, FIRST[place] * (isStaff ? 1.6 : 1)) };
}

function unfold(desk: Desk, course: Course): void {
  const { random, place } = course;
  const first = firstOf(desk, course);
  add(desk, course, firstRole(random, first.by), first.by, first.at);
  const length = 1 + random.poisson(LENGTH[place]);
  while (course.messages.length <= length && course.solved === undefined) continues(desk, course);
  if (course.advised !== undefined && course.solved === undefined && random.chance(0.3)) solve(desk, course);
  epilogue(desk, course);
}

function pick(desk: Desk, course: Asked, isStaff: boolean, at: number): Person {
  const circle = { ...course, theme: course.theme.id, present: course.messages.map(({ by }) => by) };
  const { place, random } = course;
  const staff = () =>
    course.messages.map(({ by }) => by).find(({ temper }) => temper === 'staff') ?? someStaff(random, desk.team, place);
  const found = isStaff ? staff() : (someMember(random, desk.membersIn[place], at, circle) ?? staff());
  if (found === undefined) throw new Error(`nobody is there to answer in ${place}`);
  return found;
}

function firstRole(random: Random, first: Person): Role {
  if (first.temper === 'staff') return random.chance(0.25) ? 'ask' : 'staff';
  return (
    random.weighted<Role>(['advice', 'ask', 'same'], (role) => (role === 'advice' ? 6 : role === 'ask' ? 2.4 : 1.2)) ??
    'advice'
  );
}

/** One more message. */
function continues(desk: Desk, course: Course): void {
  const { random, place } = course;
  const last = course.messages.at(-1)?.at ?? course.at;
  if (course.asked !== undefined && random.chance(0.8)) {
    add(desk, course, 'fact', course.opener, answerMoment(random, last, false, NEXT[place]));
  } else if (course.advised !== undefined && !course.thanked && random.chance(0.34)) {
    add(desk, course, 'thanks', course.opener, answerMoment(random, last, false, NEXT[place]));
  } else if (course.thanked && random.chance(0.3)) solve(desk, course);
  else others(desk, course, last);
}

const OTHERS: readonly Role[] = ['advice', 'same', 'ask', 'agree', 'doubt', 'staff'];

function others(desk: Desk, course: Course, last: number): void {
  const { random, place } = course;
  const role = random.weighted(OTHERS, (each) => likelihood(course, each)) ?? 'advice';
  const by = pick(desk, course, role === 'staff', last);
  const isStaff = by.temper === 'staff';
  add(
    desk,
    course,
    isStaff ? 'staff' : role,
    by,
    answerMoment(random, last, isStaff, NEXT[place] * (isStaff ? 1.8 : 1)),
  );
}

function likelihood(course: Course, role: Role): number {
  const { messages, asked, thanked } = course;
  switch (role) {
    case 'advice':
      return 5;
    case 'same':
      return messages.length < 4 ? 1.2 : 0.3;
    case 'ask':
      return asked === undefined && !thanked ? 0.9 : 0;
    case 'staff':
      return 0.9;
    default:
      return echo(course, role);
  }
}

/** Members agree with an advice; they only doubt each other's. */
function echo({ messages, advised }: Course, role: Role): number {
  if (advised === undefined) return 0;
  if (role === 'agree') return 1.1;
  return messages[advised]?.by.temper === 'staff' ? 0 : 0.6;
}

function solve(desk: Desk, course: Course): void {
  const last = course.messages.at(-1)?.at ?? course.at;
  add(
    desk,
    course,
    'outcome',
    course.opener,
    answerMoment(course.random, last, false, course.place === 'chat' ? 8 : 44),
  );
}

/** Last words once it is solved, and somebody who finds the thread much later. */
function epilogue(desk: Desk, course: Course): void {
  const { random, place } = course;
  const last = course.messages.at(-1);
  if (last === undefined) return;
  if (course.solved !== undefined && random.chance(0.45)) {
    const by = course.messages[course.advised ?? 0]?.by ?? last.by;
    add(desk, course, 'last', by, answerMoment(random, last.at, by.temper === 'staff', NEXT[place]));
  }
  if (place !== 'forum' || !random.chance(0.07)) return;
  const at = answerMoment(random, last.at, false, 32 * 24);
  if (at < desk.closesAt) add(desk, course, 'late', pick(desk, course, false, at), at);
}
