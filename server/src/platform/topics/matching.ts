import { isTelling, stemOf, wordsIn } from '#platform/text/index.ts';
import type { Word } from '#platform/text/index.ts';
import { tieBetween } from './tie.ts';

/** Answers which topics a text mentions, by their place in the list the matcher was made of, each once, in that order. */
export type Matcher = (text: string, language: string) => readonly number[];

/** Words met again and again are not worked out again; beyond so many, forgotten and begun anew. */
const MOST_KEPT = 100_000;

/** For topics given by the keys of their terms. A term belongs to the first topic that has it. */
export function matcherOf(topics: readonly (readonly string[])[]): Matcher {
  const topicOf = new Map<string, number>();
  const heads = new Set<string>();
  for (const [topic, keys] of topics.entries()) {
    for (const key of keys) {
      if (!topicOf.has(key)) topicOf.set(key, topic);
      if (key.includes(' ')) heads.add(key.slice(0, key.indexOf(' ')));
    }
  }
  const stems = new Map<string, string>();
  const keyOf = (word: Word, language: string): string => {
    const written = `${language} ${word.folded}`;
    let key = stems.get(written);
    if (key === undefined) {
      if (stems.size >= MOST_KEPT) stems.clear();
      key = isTelling(word) ? stemOf(word.folded, language) : '';
      stems.set(written, key);
    }
    return key;
  };
  return (text, language) => {
    const found = new Set<number>();
    let previous: { readonly key: string; readonly end: number } | undefined;
    for (const word of wordsIn(text)) {
      const key = keyOf(word, language);
      if (key === '') continue;
      const topic = topicOf.get(key);
      if (topic !== undefined) found.add(topic);
      if (previous !== undefined && heads.has(previous.key)) {
        const pair = topicOf.get(`${previous.key} ${key}`);
        if (pair !== undefined && tieBetween(text, previous.end, word.start) !== undefined) found.add(pair);
      }
      previous = { key, end: word.end };
    }
    return [...found].sort((a, b) => a - b);
  };
}
