/** A message as themes are looked for in it. */
export interface Heard {
  readonly text: string;
  readonly language: string;
  /** Who wrote it: what one person alone talks about is no theme of a community. */
  readonly author: string;
}

/** A word or a pair of words, by which a text is known to speak of something. */
export interface Term {
  /** Stems joined by a space: what texts are compared by. */
  readonly key: string;
  /** As people write it most often, in French, in English, and in any language; undefined where nobody does. */
  readonly written: Readonly<Record<'fr' | 'en' | 'any', string | undefined>>;
  /** How many of the messages heard say it. */
  readonly said: number;
}

/** A group of terms that people say together. The first names it. */
export interface FoundTheme {
  readonly terms: readonly Term[];
}
