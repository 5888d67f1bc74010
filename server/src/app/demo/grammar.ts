import type { Random } from './random.ts';

export interface Speech {
  /** The two say « vous » to each other. */
  readonly formal: boolean;
  /** What stands for `<name>`. */
  readonly slot: (name: string) => string | undefined;
}

/**
 * One phrase as one person says it: `{this|that}` by chance, `[tu|vous]` by how the two speak, `<slot>` by what is
 * known. Throws on a slot nobody knows, which is a slip of the pen in the phrases.
 */
export function say(random: Random, phrase: string, speech: Speech): string {
  const chosen = phrase
    .replace(/\{([^{}]*)\}/g, (_, options: string) => random.pick(options.split('|')) ?? '')
    .replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_, familiar: string, formal: string) =>
      speech.formal ? formal : familiar,
    );
  const filled = chosen.replace(/<(\w+)>/g, (_, name: string) => {
    const value = speech.slot(name);
    if (value === undefined) throw new Error(`nobody knows <${name}>`);
    return value;
  });
  return capitals(
    filled
      .replace(/ {2,}/g, ' ')
      .replace(/ ([,.])/g, '$1')
      .trim(),
  );
}

/** A sentence that a slot or a choice began in lower case. */
function capitals(text: string): string {
  return text.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Remembers when each phrase was last said, so that those silent for longest come first. */
export class Shelf {
  readonly #said = new Map<string, number>();
  #turns = 0;

  /** One of `items`, not among `except`, from the half that was silent for longest; undefined when none is left. */
  take<Item extends Phrase>(random: Random, items: readonly Item[], except: ReadonlySet<string>): Item | undefined {
    const left = items.filter((item) => !except.has(wordsOf(item)));
    const rested = left
      .map((item) => ({ item, said: this.#said.get(wordsOf(item)) ?? -1 }))
      .sort((one, other) => one.said - other.said)
      .slice(0, Math.ceil(left.length / 2));
    const taken = random.pick(rested)?.item;
    if (taken !== undefined) this.#said.set(wordsOf(taken), this.#turns++);
    return taken;
  }
}

/** A phrase, alone or with what is known about it. */
export type Phrase = string | { readonly text: string; readonly about?: readonly string[] };

export function wordsOf(phrase: Phrase): string {
  return typeof phrase === 'string' ? phrase : phrase.text;
}
