import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../server/src/community/understanding/sample');

/** A made-up text with what people hear in it. `held`: kept for measuring errors, never looked at while rules are made. */
export interface Labelled {
  readonly set: 'held' | 'dev';
  readonly tone: -1 | 0 | 1;
  readonly kind: 'question' | 'other';
  /** Empty where the text has none. */
  readonly title: string;
  readonly text: string;
}

const TONES: Readonly<Record<string, Labelled['tone']>> = { '+': 1, '0': 0, '-': -1 };

/** The sample of a language: one text a line, `set, tone, kind (q: question), title | text`, parted by tabs. */
export function labelledTexts(language: 'fr' | 'en'): readonly Labelled[] {
  const lines = readFileSync(join(FOLDER, `${language}.tsv`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line, n) => {
    const [set, sign = '', kind, whole = ''] = line.split('\t');
    const tone = TONES[sign];
    if ((set !== 'held' && set !== 'dev') || tone === undefined)
      throw new Error(`${language}.tsv, line ${String(n + 1)}`);
    const [first = '', second] = whole.split(' | ');
    const words = second === undefined ? { title: '', text: first } : { title: first, text: second };
    return { set, tone, kind: kind === 'q' ? 'question' : 'other', ...words };
  });
}
