import type { Desk } from './desk.ts';
import type { Phrase } from './grammar.ts';
import { speak } from './voice.ts';
import type { Voice } from './voice.ts';

const TRIES = 12;

/** A title nobody has given yet, as far as a few tries find one; then with the bike or the town of who asks. */
export function titled(desk: Desk, voice: Voice, titles: readonly Phrase[]): string {
  let title = '';
  for (let tries = 0; tries < TRIES; tries++) {
    title = speak(desk, { ...voice, heard: new Set() }, titles).replace(/ ,/g, ',');
    if (!desk.titles.has(title)) break;
  }
  const { bike, town } = voice.speaker;
  const clues = [bike, town, `${bike}, ${town}`].map((clue) => `${title} (${clue})`);
  if (desk.titles.has(title)) title = clues.find((each) => !desk.titles.has(each)) ?? title;
  desk.titles.add(title);
  return title;
}
