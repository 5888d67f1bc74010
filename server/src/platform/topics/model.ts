/** A text among others. */
export interface Spoken {
  readonly text: string;
  /** ISO 639-1, or 'und'. */
  readonly language: string;
  readonly author: string;
  /** The conversation it belongs to. */
  readonly talk: string;
}

export interface TextHead {
  readonly start: number;
  readonly end: number;
  readonly language: string;
  readonly author: number;
  readonly talk: number;
}

/** A word as it is written, in one language. */
export interface Form {
  readonly written: string;
  readonly language: string;
  readonly stem: number;
  count: number;
  /** How often with a capital letter where none is due. */
  capitals: number;
}

/** A word, or two that belong together, with how it is used. */
export interface Unit {
  /** Stems joined by a space. */
  readonly key: string;
  readonly stems: readonly number[];
  /** How often it is said in all. */
  times: number;
  /** How far it stands where things are named, from 0 to 1, by the measure usual in the language. */
  thing: number;
  /** Texts that say it; conversations and authors it is found in. */
  texts: number;
  talks: number;
  authors: number;
}

/** Texts as lists of units: `of[starts[n]]` up to `of[starts[n + 1]]` are those of the n-th text, repeats included. */
export interface UnitTexts {
  readonly units: readonly Unit[];
  readonly of: Int32Array;
  readonly starts: Int32Array;
}

export interface Salient {
  readonly unit: number;
  readonly score: number;
}

/** A term of a topic: what texts are compared by, and how people write it. */
export interface Term {
  /** Stems joined by a space. */
  readonly key: string;
  /** As it is written most often in French texts, in English ones, in all. */
  readonly written: { readonly fr: string | undefined; readonly en: string | undefined; readonly any: string };
  /** How many of the texts say it. */
  readonly texts: number;
}

/** Terms that are said together; the first leads. */
export interface Topic {
  readonly terms: readonly Term[];
}
