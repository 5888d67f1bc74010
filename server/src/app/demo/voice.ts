import type { Desk } from './desk.ts';
import { say, wordsOf } from './grammar.ts';
import type { Phrase } from './grammar.ts';
import type { Place } from './model.ts';
import { english } from './phrases/english.ts';
import { french } from './phrases/french.ts';
import type { Phrases } from './phrases/model.ts';
import type { Random } from './random.ts';
import { slotsOf } from './slots.ts';
import type { Situation } from './slots.ts';

const EMOJI = ['🙂', '😅', '👍', '🚲', '😊', '🙏', '🤞', '😉'] as const;

/** One person about to say something in one thread. */
export interface Voice extends Situation {
  readonly place: Place;
  readonly random: Random;
  /** Nobody has a problem: what is only said of trouble is not said. */
  readonly isCalm: boolean;
  /** This person has written in the thread before. */
  readonly hasSpoken?: boolean;
  /** Phrases already heard in this thread. */
  readonly heard: Set<string>;
}

export function phrasesOf({ language }: Situation): Phrases {
  return language === 'fr' ? french : english;
}

/** One of `phrases` that this thread has not heard, with its choices made and its slots filled; empty when none is left. */
export function speak(desk: Desk, voice: Voice, phrases: readonly Phrase[]): string {
  return utter(desk, voice, phrases)?.text ?? '';
}

/** The same, with the phrase it came from. */
export function utter<Item extends Phrase>(
  desk: Desk,
  voice: Voice,
  phrases: readonly Item[],
): { readonly text: string; readonly phrase: Item } | undefined {
  const unfit = voice.isCalm ? 'trouble' : 'calm';
  const sayable = phrases.filter((phrase) => typeof phrase === 'string' || phrase.about?.includes(unfit) !== true);
  const phrase = desk.shelf.take(voice.random, sayable, voice.heard);
  if (phrase === undefined) return undefined;
  voice.heard.add(wordsOf(phrase));
  const slot = slotsOf(voice.random, voice);
  return { text: say(voice.random, wordsOf(phrase), { formal: isFormal(voice), slot }), phrase };
}

function isFormal({ place, speaker, to }: Voice): boolean {
  if (speaker.style.formal || to?.style.formal === true) return true;
  return place === 'list' && speaker.temper !== 'core';
}

/** Sentences one after the other; one that leads (« De mon côté, ») is followed by a small letter. */
export function joined(...sentences: readonly string[]): string {
  let text = '';
  for (const sentence of sentences) {
    if (sentence === '') continue;
    if (text === '') text = sentence;
    else text += ` ${/[,:]$/.test(text) ? lowered(sentence) : sentence}`;
  }
  return text;
}

/** « Rentre la batterie » after a comma; names, codes and the English « I » keep their capital. */
function lowered(sentence: string): string {
  const keeps = /^(?:[A-Z\d][A-Z\d]|I\b|Dégrippant|Halage|Chaland|Bercail|E\d)/.test(sentence);
  return keeps ? sentence : sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The habits of a person laid over what is said: a greeting, an emoji, the end of a letter, small letters in a chat. */
export function styled(desk: Desk, voice: Voice, body: string, opens: boolean): string {
  const { random, place, speaker } = voice;
  const withEmoji = random.chance(speaker.style.emoji) && /[.!?)]$/.test(body) ? `${body} ${random.pick(EMOJI)}` : body;
  if (place === 'chat') return chatty(voice, withEmoji);
  const greeting =
    opens || random.chance(speaker.style.greets * (place === 'list' ? 0.9 : 0.22)) ? greetingOf(desk, voice) : '';
  const closing =
    place === 'list' && random.chance(0.55)
      ? speak(desk, { ...voice, heard: new Set() }, phrasesOf(voice).closings)
      : '';
  return paragraphs(greeting, withEmoji, closing);
}

function greetingOf(desk: Desk, voice: Voice): string {
  if (voice.hasSpoken === true && voice.random.chance(0.75)) return '';
  const { helloFormal, hello } = phrasesOf(voice);
  if (!voice.random.chance(0.35 + voice.speaker.style.greets * 0.65)) return '';
  const { to, random } = voice;
  const person = to === undefined || to.firstName === '' || !random.chance(0.45) ? undefined : to.firstName;
  if (person !== undefined)
    return `${voice.language === 'fr' ? random.pick(['Bonjour', 'Salut', 'Bonjour']) : 'Hi'} ${person},`;
  return speak(desk, { ...voice, heard: new Set() }, voice.place === 'list' ? helloFormal : hello);
}

function chatty({ speaker }: Voice, body: string): string {
  const line = body.replaceAll('\n\n', ' ');
  if (!speaker.style.lowerCase || speaker.temper === 'staff') return line;
  const small = line.slice(0, 1).toLowerCase() + line.slice(1);
  return /^[^.]*\.$/.test(small) && !/^(?:i\b|[a-z]\d)/.test(small) ? small.slice(0, -1) : small;
}
