import { DAY } from './calendar.ts';
import type { Desk } from './desk.ts';
import type { Phrases } from './phrases/model.ts';
import { SEEKS, fits } from './themes/index.ts';
import type { Matter, Said } from './themes/index.ts';
import { joined, paragraphs, phrasesOf, speak, styled, utter } from './voice.ts';
import type { Voice } from './voice.ts';

/** What a message does in a conversation that began with a question. */
export type Role =
  | 'ask'
  | 'fact'
  | 'advice'
  | 'same'
  | 'agree'
  | 'doubt'
  | 'staff'
  | 'thanks'
  | 'outcome'
  | 'last'
  | 'nudge'
  | 'late';

/** What the thread is about, and what was said of it so far. */
export interface Subject {
  readonly matter: Matter;
  readonly problem: Said;
  /** Marks of the advice given. */
  readonly cures: ReadonlyMap<string, number>;
  /** What the opener can answer to the question that was put to him. */
  readonly answer: string | undefined;
}

export interface Turn {
  readonly text: string;
  /** The phrase of the theme that was said. */
  readonly phrase?: Said;
}

const SILENT: Turn = { text: '' };

/** What somebody writes in a role; an empty text when all there is to say was said. */
export function turnOf(desk: Desk, voice: Voice, role: Role, subject: Subject): Turn {
  const { matter, problem } = subject;
  switch (role) {
    case 'ask':
      return ask(desk, voice, fitting(matter.asks, problem));
    case 'advice':
      return advice(desk, voice, fitting(matter.advice, problem));
    case 'staff':
      return staff(desk, voice, fitting(matter.staff, problem));
    case 'agree':
      return agree(desk, voice, fitting(matter.advice, problem));
    case 'outcome':
      return outcome(desk, voice, subject);
    default:
      return plain(desk, voice, bodyOf(desk, voice, role, subject));
  }
}

function bodyOf(
  desk: Desk,
  voice: Voice,
  role: keyof typeof KINDS | 'fact' | 'same' | 'thanks',
  subject: Subject,
): string {
  switch (role) {
    case 'fact':
      return subject.answer === undefined ? '' : speak(desk, voice, [subject.answer]);
    case 'same':
      return say(desk, voice, subject.problem.about.includes(SEEKS) ? 'follows' : 'sameHere');
    case 'thanks':
      return joined(say(desk, voice, 'thanks'), maybe(0.6, desk, voice, 'thanksEnds'));
    default:
      return say(desk, voice, KINDS[role]);
  }
}

function ask(desk: Desk, voice: Voice, phrases: readonly Said[]): Turn {
  const asked = utter(desk, voice, phrases);
  return asked === undefined ? SILENT : { text: styled(desk, voice, asked.text, false), phrase: asked.phrase };
}

const KINDS = { doubt: 'doubts', last: 'lastWords', nudge: 'nudges', late: 'late' } as const;

type Kind = keyof Phrases;

function fitting(phrases: readonly Said[], problem: Said): readonly Said[] {
  return phrases.filter((phrase) => fits(phrase, problem));
}

function say(desk: Desk, voice: Voice, kind: Kind): string {
  return speak(desk, voice, phrasesOf(voice)[kind]);
}

function maybe(probability: number, desk: Desk, voice: Voice, kind: Kind): string {
  return voice.random.chance(probability) ? say(desk, voice, kind) : '';
}

function plain(desk: Desk, voice: Voice, body: string): Turn {
  return body === '' ? SILENT : { text: styled(desk, voice, body, false) };
}

/** The first message: who one is, what is wrong, what one hopes for. */
export function question(desk: Desk, voice: Voice, problem: Said): string {
  const { place, random, speaker, at } = voice;
  if (place === 'chat') {
    const hello = maybe(0.4, desk, voice, 'helloChat');
    const body = joined(hello, speak(desk, voice, [problem]), maybe(0.55, desk, voice, 'questionEndsChat'));
    return styled(desk, voice, body, true);
  }
  const isNew = at - speaker.arrives < 20 * DAY;
  const who = isNew && random.chance(0.6) ? say(desk, voice, 'newcomer') : '';
  const told = speak(desk, voice, [problem]);
  const end = maybe(0.72, desk, voice, 'questionEnds');
  const body = random.chance(0.45) ? paragraphs(who, told, end) : paragraphs(joined(who, told), end);
  return styled(desk, voice, body, true);
}

function advice(desk: Desk, voice: Voice, phrases: readonly Said[]): Turn {
  const { place, random } = voice;
  const first = utter(desk, voice, phrases);
  if (first === undefined) return SILENT;
  const lead = maybe(place === 'chat' ? 0.15 : 0.4, desk, voice, 'adviceLeads');
  const end = maybe(place === 'chat' ? 0.12 : 0.33, desk, voice, 'adviceEnds');
  const workshop = voice.at >= desk.campaign.startsAt && random.chance(0.07) ? say(desk, voice, 'workshopEnds') : '';
  const body = paragraphs(joined(lead, first.text), workshop === '' ? end : workshop);
  return { text: styled(desk, voice, body, false), phrase: first.phrase };
}

function staff(desk: Desk, voice: Voice, phrases: readonly Said[]): Turn {
  const precise = utter(desk, voice, phrases);
  const line = precise?.text ?? say(desk, voice, 'staffAny');
  if (line === '') return SILENT;
  const hello = voice.hasSpoken === true ? '' : say(desk, voice, 'staffHello');
  const ends = voice.place === 'chat' ? '' : maybe(0.6, desk, voice, 'staffEnds');
  const text = voice.place === 'chat' ? joined(hello, line) : paragraphs(hello, line, ends);
  return precise === undefined ? { text } : { text, phrase: precise.phrase };
}

/** What helped is what had been advised; where nothing of that kind was, an ending that tells no remedy. */
function outcome(desk: Desk, voice: Voice, { matter, problem, cures }: Subject): Turn {
  const fit = fitting(matter.outcomes, problem);
  const helped = fit.filter(({ cure }) => cure !== undefined && cures.has(cure));
  const neutral = fit.filter(({ cure, about }) => cure === undefined && about.length > 0);
  const ending = utter(desk, voice, helped.length > 0 ? helped : voice.random.chance(0.5) ? neutral : []);
  const text = ending?.text ?? say(desk, voice, 'outcomes');
  const thanked = ending === undefined ? '' : maybe(0.3, desk, voice, 'thanks');
  const turn = plain(desk, voice, joined(thanked, text));
  return ending === undefined ? turn : { ...turn, phrase: ending.phrase };
}

function agree(desk: Desk, voice: Voice, phrases: readonly Said[]): Turn {
  const more = voice.random.chance(0.3) ? utter(desk, voice, phrases) : undefined;
  const turn = plain(desk, voice, joined(say(desk, voice, 'agrees'), more?.text ?? ''));
  return more === undefined ? turn : { ...turn, phrase: more.phrase };
}
