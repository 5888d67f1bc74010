import { answerMoment, localTime } from './calendar.ts';
import { memberShare } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Message, Person, Thread } from './model.ts';
import { scenes } from './phrases/scenes.ts';
import type { Scene } from './phrases/scenes.ts';
import { someMember, someStaff } from './presence.ts';
import { until } from './course.ts';
import type { Opening } from './course.ts';
import { titled } from './titles.ts';
import { fits } from './themes/index.ts';
import { joined, paragraphs, phrasesOf, speak, styled, utter } from './voice.ts';
import type { Voice } from './voice.ts';

/** The share of those who say who they are that nobody welcomes, and the median hours until somebody joins a talk. */
const UNWELCOMED = 0.07;
const TALK_HOURS = 6;

/** A thread without a problem: who spoke so far, and which phrases were heard. */
interface Round extends Opening {
  readonly messages: Message[];
  readonly heard: Set<string>;
}

/** Somebody says who he is and is welcomed, by members or by the team. */
export function introductionThread(desk: Desk, opening: Opening): Thread {
  const { random, opener, at, language, place } = opening;
  const round: Round = { ...opening, messages: [], heard: new Set() };
  const voice = voiceOf(round, opener, at);
  const phrases = phrasesOf(voice);
  const who = joined(
    speak(desk, voice, phrases.introWho),
    random.chance(0.8) ? speak(desk, voice, phrases.introWhy) : '',
  );
  say(round, opener, at, styled(desk, voice, paragraphs(who, speak(desk, voice, phrases.introEnds)), true));
  if (!random.chance(UNWELCOMED)) welcome(desk, round);
  return {
    place,
    channel: place === 'forum' ? (language === 'en' ? 'english' : 'presentations') : 'list',
    kind: 'introduction',
    language,
    title: titled(desk, voice, phrases.introTitles),
    labels: [],
    closed: false,
    threaded: true,
    messages: until(desk.closesAt, round.messages),
  };
}

/** Who welcomes first, and when, as `introductionThread` draws it, without a word being written; undefined: nobody. */
export function firstToWelcome(desk: Desk, opening: Opening): First | undefined {
  if (opening.random.chance(UNWELCOMED)) return undefined;
  return welcomesFirst(desk, { ...opening, messages: [{ by: opening.opener }] });
}

/** The same of a talk; undefined: nobody has anything to say to it, and it is none. */
export function firstToTalk(desk: Desk, opening: Opening): First | undefined {
  if (sceneOf(opening, isTitled) === undefined) return undefined;
  const { at, random, opener } = opening;
  const by = someone(desk, { ...opening, messages: [{ by: opener }] }, at);
  return by === undefined ? undefined : { by, at: answerMoment(random, at, false, TALK_HOURS) };
}

interface First {
  readonly by: Person;
  readonly at: number;
}

/** A round as far as it matters for who speaks next. */
interface Circle extends Opening {
  readonly messages: readonly { readonly by: Person }[];
}

function welcomesFirst(desk: Desk, round: Circle): First | undefined {
  const { random, place, at } = round;
  const isMember = random.chance(memberShare(desk, at));
  const by = (isMember ? someone(desk, round, at) : undefined) ?? someStaff(random, desk.team, place);
  return by === undefined ? undefined : { by, at: answerMoment(random, at, by.temper === 'staff', 5) };
}

function welcome(desk: Desk, round: Round): void {
  const { random, opener } = round;
  const found = welcomesFirst(desk, round);
  if (found === undefined) return;
  const first = found.by;
  welcomes(desk, round, first, found.at);
  const more = random.poisson(1.7);
  for (let nth = 0; nth < more; nth++) {
    const last = lastOf(round);
    const next = someone(desk, round, last);
    if (next !== undefined) welcomes(desk, round, next, answerMoment(random, last, false, 5));
  }
  if (!random.chance(0.5)) return;
  const back = answerMoment(random, lastOf(round), false, 9);
  const voice = { ...voiceOf(round, opener, back), to: first };
  const text = styled(desk, voice, speak(desk, voice, phrasesOf(voice).introAnswers), false);
  say(round, opener, back, text, round.messages.length - 1);
}

function welcomes(desk: Desk, round: Round, by: Person, at: number): void {
  const voice = { ...voiceOf(round, by, at), to: round.opener };
  const { welcomes: words, staffWelcomes } = phrasesOf(voice);
  const text = speak(desk, voice, by.temper === 'staff' ? staffWelcomes : words);
  if (text !== '') say(round, by, at, by.temper === 'staff' ? text : styled(desk, voice, text, false), 0);
}

/** Something people chat about in the forum or on the list. */
export function talkThread(desk: Desk, opening: Opening): Thread | undefined {
  const { random, opener, at, language, place } = opening;
  const scene = sceneOf(opening, isTitled);
  if (scene?.title === undefined) return undefined;
  const round: Round = { ...opening, messages: [], heard: new Set() };
  tell(desk, round, scene, 3 + random.poisson(3), TALK_HOURS);
  return {
    place,
    channel: place === 'list' ? 'list' : language === 'en' ? 'english' : 'quotidien',
    kind: 'talk',
    language,
    title: titled(desk, voiceOf(round, opener, at), variants(scene.title)),
    labels: [],
    closed: false,
    threaded: true,
    messages: until(desk.closesAt, round.messages),
  };
}

const isTitled = ({ title }: Scene): boolean => title !== undefined;

/** The same talk comes back every few weeks under a slightly other name. */
function variants(title: string): readonly string[] {
  return [title, `${title} (<ceMois>)`, `${title} (<ceMois>)`];
}

/** Small talk in the chat: some lines one below the other within the hour. */
export function smallTalk(desk: Desk, opening: Opening): Thread | undefined {
  const { random, language } = opening;
  const scene = sceneOf(opening, () => true);
  if (scene === undefined) return undefined;
  const round: Round = { ...opening, messages: [], heard: new Set() };
  tell(desk, round, scene, 1 + random.poisson(2.6), 0.07);
  return {
    place: 'chat',
    channel: language === 'en' ? 'english' : (scene.room ?? 'general'),
    kind: 'talk',
    language,
    title: '',
    labels: [],
    closed: false,
    threaded: false,
    messages: until(desk.closesAt, round.messages),
  };
}

function sceneOf({ random, language, at }: Opening, fits: (scene: Scene) => boolean): Scene | undefined {
  const { month } = localTime(at);
  return random.pick(
    scenes.filter((scene) => scene.language === language && (scene.months?.includes(month) ?? true) && fits(scene)),
  );
}

function tell(desk: Desk, round: Round, scene: Scene, answers: number, hours: number): void {
  const { random, opener, at } = round;
  const first = voiceOf(round, opener, at);
  const opens = utter(desk, first, scene.opens);
  if (opens === undefined) return;
  const answering = scene.answers.filter((answer) => fits(answer, opens.phrase));
  say(round, opener, at, styled(desk, first, opens.text, false));
  for (let nth = 0; nth < answers; nth++) {
    const last = lastOf(round);
    const by = someone(desk, round, last);
    if (by === undefined) return;
    const when = hours < 1 ? last + random.between(20, 600) * 1000 : answerMoment(random, last, false, hours);
    const voice = voiceOf(round, by, when);
    const text = speak(desk, voice, answering);
    if (text !== '') say(round, by, when, styled(desk, voice, text, false));
  }
}

function someone(desk: Desk, round: Circle, at: number): Person | undefined {
  return someMember(round.random, desk.membersIn[round.place], at, {
    ...round,
    present: round.messages.map(({ by }) => by),
  });
}

function voiceOf(round: Round, speaker: Person, at: number): Voice {
  return { ...round, speaker, at, isCalm: true, hasSpoken: round.messages.some(({ by }) => by === speaker) };
}

function lastOf({ messages, at }: Round): number {
  return messages.at(-1)?.at ?? at;
}

function say(round: Round, by: Person, at: number, text: string, answers?: number): void {
  const signed = round.random.chance(by.style.signs * 0.6);
  round.messages.push({ by, at, text, signed, ...(answers === undefined ? {} : { answers }), reactions: [] });
}
