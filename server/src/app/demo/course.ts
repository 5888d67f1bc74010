import type { Desk } from './desk.ts';
import type { Language, Message, Person, Place } from './model.ts';
import type { Random } from './random.ts';
import { turnOf } from './roles.ts';
import type { Role, Subject } from './roles.ts';
import type { Said, Theme } from './themes/index.ts';

export interface Opening {
  readonly place: Place;
  readonly opener: Person;
  readonly language: Language;
  readonly at: number;
  readonly random: Random;
  readonly isFirst: boolean;
}

/** A conversation as it unfolds: what was said, and what somebody still waits for. */
export interface Course extends Opening, Subject {
  readonly theme: Theme;
  readonly isCalm: boolean;
  readonly messages: Message[];
  readonly heard: Set<string>;
  readonly cures: Map<string, number>;
  answer: string | undefined;
  /** Positions of what can be answered. */
  asked?: number;
  advised?: number;
  thanked: boolean;
  solved?: number;
}

/** What had been said when the record ends. */
export function until(end: number, messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ at }) => at < end);
}

/** Who has nothing to ask back advises; who has nothing left to say is silent. */
export function add(desk: Desk, course: Course, role: Role, by: Person, at: number): void {
  const { messages } = course;
  const answers = answeredBy(course, role);
  const to = messages[answers]?.by;
  const hasSpoken = messages.some((message) => message.by === by);
  const voice = { ...course, speaker: by, ...(to === undefined ? {} : { to }), at, hasSpoken };
  const turn = turnOf(desk, voice, role, course);
  if (turn.text === '') {
    if (role === 'ask') add(desk, course, by.temper === 'staff' ? 'staff' : 'advice', by, at);
    return;
  }
  if (messages.some(({ text }) => text === turn.text)) return;
  const remedy = role === 'outcome' ? remedyOf(course, turn.phrase) : undefined;
  write(course, { by, at, text: turn.text, ...(role === 'nudge' ? {} : { answers: remedy ?? answers }) });
  remember(course, role, turn.phrase, remedy);
}

interface Words {
  readonly by: Person;
  readonly at: number;
  readonly text: string;
  readonly answers?: number;
}

/** Adds a message with the habits of its place: mails quote what they answer, people are named now and then. */
export function write({ random, place, messages }: Course, words: Words): void {
  const { by, answers } = words;
  const to = answers === undefined ? undefined : messages[answers]?.by;
  const quotes = to !== undefined && random.chance(QUOTED[place]);
  const isNamed = to !== undefined && to !== by && !quotes && random.chance(0.16);
  messages.push({
    ...words,
    quotes,
    ...(isNamed ? { names: to } : {}),
    signed: random.chance(by.style.signs * (place === 'forum' ? 0.5 : 1)),
    edited: place === 'forum' && random.chance(0.04),
    reactions: [],
  });
}

const QUOTED: Readonly<Record<Place, number>> = { forum: 0.13, chat: 0, list: 0.5 };

/** The position a message answers: the last advice, the question back, or the opening. */
function answeredBy(course: Course, role: Role): number {
  switch (role) {
    case 'fact':
      return course.asked ?? 0;
    case 'thanks':
    case 'agree':
    case 'doubt':
    case 'outcome':
      return course.advised ?? 0;
    case 'last':
      return course.solved ?? 0;
    default:
      return 0;
  }
}

function remedyOf({ cures }: Course, phrase: Said | undefined): number | undefined {
  return phrase?.cure === undefined ? undefined : cures.get(phrase.cure);
}

function remember(course: Course, role: Role, phrase: Said | undefined, remedy: number | undefined): void {
  const position = course.messages.length - 1;
  switch (role) {
    case 'ask':
      course.asked = position;
      course.answer = phrase?.answer;
      return;
    case 'fact':
      delete course.asked;
      return;
    case 'advice':
    case 'staff':
    case 'agree':
      advised(course, phrase, position);
      return;
    case 'thanks':
      course.thanked = true;
      return;
    case 'outcome':
      solved(course, position, remedy ?? course.advised);
      return;
    default:
  }
}

/** Who only agrees advises nothing; what helps is remembered where it was said first. */
function advised(course: Course, phrase: Said | undefined, position: number): void {
  if (phrase === undefined && course.messages[position]?.by.temper !== 'staff') return;
  course.advised = position;
  if (phrase?.cure !== undefined && !course.cures.has(phrase.cure)) course.cures.set(phrase.cure, position);
}

function solved(course: Course, position: number, solution: number | undefined): void {
  course.solved = position;
  const message = solution === undefined ? undefined : course.messages[solution];
  if (solution !== undefined && message !== undefined) course.messages[solution] = { ...message, accepted: true };
}
