import { isNamed, isTelling, stemOf, wordsIn } from '#platform/text/index.ts';
import type { Word } from '#platform/text/index.ts';
import type { Form, Spoken, TextHead } from './model.ts';
import { Numbered } from './numbered.ts';
import { tieBetween } from './tie.ts';

export interface CorpusLimits {
  readonly texts: number;
  readonly words: number;
}

/** Some 40 MB at most: enough for any theme of a community to show, however many messages it has. */
const LIMITS: CorpusLimits = { texts: 200_000, words: 4_000_000 };
/** A text says what it is about long before. */
const WORDS_OF_A_TEXT = 300;
/** Texts as numbers: which telling words, in which order, by whom, where. No text is kept. */
export class Corpus {
  readonly texts: TextHead[] = [];
  readonly forms: Form[] = [];
  readonly #limits: CorpusLimits;
  readonly #stems = new Numbered();
  readonly #links = new Numbered();
  readonly #authors = new Numbered();
  readonly #talks = new Numbered();
  readonly #formNumbers = new Numbered();
  /** Two numbers a word: its form; twice its tie to the word before (0: none), and one more where it is named as a thing. */
  #words = new Int32Array(4096);
  #size = 0;

  constructor(limits: CorpusLimits = LIMITS) {
    this.#limits = limits;
    this.#links.numberOf('');
  }

  get stems(): readonly string[] {
    return this.#stems.all;
  }

  get links(): readonly string[] {
    return this.#links.all;
  }

  get isFull(): boolean {
    return this.texts.length >= this.#limits.texts || this.#size >= this.#limits.words * 2;
  }

  /** Takes a text; when it is full, nothing more. */
  hear({ text, language, author, talk }: Spoken): void {
    if (this.isFull) return;
    const start = this.#size;
    let previous: Word | undefined;
    let before: Word | undefined;
    for (const word of wordsIn(text)) {
      const isThing = isNamed(text, before, word);
      before = word;
      if (!isTelling(word)) continue;
      const tie = previous === undefined ? 0 : this.#linkOf(text, previous.end, word.start);
      this.#put(this.#formOf(word, language), tie * 2 + (isThing ? 1 : 0));
      previous = word;
      if (this.#size - start >= WORDS_OF_A_TEXT * 2) break;
    }
    const [by, at] = [this.#authors.numberOf(author), this.#talks.numberOf(talk)];
    this.texts.push({ start, end: this.#size, language, author: by, talk: at });
  }

  /** The form of the word at a place of the run, and the tie to the word before it. */
  formAt(at: number): Form | undefined {
    return this.forms[this.#words[at] ?? -1];
  }

  linkAt(at: number): number {
    return (this.#words[at + 1] ?? 0) >> 1;
  }

  /** Whether the word stands after a determiner. */
  isNamedAt(at: number): boolean {
    return ((this.#words[at + 1] ?? 0) & 1) === 1;
  }

  #put(form: number, tie: number): void {
    if (this.#size + 2 > this.#words.length) {
      const larger = new Int32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[this.#size] = form;
    this.#words[this.#size + 1] = tie;
    this.#size += 2;
  }

  #formOf(word: Word, language: string): number {
    const written = word.written.toLowerCase();
    const number = this.#formNumbers.numberOf(`${language} ${written}`);
    let form = this.forms[number];
    if (form === undefined) {
      const stem = this.#stems.numberOf(stemOf(word.folded, language));
      form = { written, language, stem, count: 0, capitals: 0 };
      this.forms.push(form);
    }
    form.count += 1;
    if (!word.first && !word.written.startsWith(written.slice(0, 1))) form.capitals += 1;
    return number;
  }

  #linkOf(text: string, from: number, until: number): number {
    const tie = tieBetween(text, from, until);
    return tie === undefined ? 0 : this.#links.numberOf(tie);
  }
}
