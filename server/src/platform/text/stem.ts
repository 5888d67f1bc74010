type Endings = readonly (readonly [ending: RegExp, becomes: string])[];

/** Of each list the first ending that fits is applied, once. */
const FRENCH: readonly Endings[] = [
  [
    [/(?<=.{2})eaux$/, 'eau'],
    [/(?<=.{2}y)aux$/, 'au'],
    [/(?<=.{3})aux$/, 'al'],
    [/(?:us|ss)$/, '$&'],
    [/(?<=.{3})[sx]$/, ''],
  ],
  [
    [/(?<=.{3})euse$/, 'eur'],
    [/(?<=.{3})trice$/, 'teur'],
    [/(?<=.{3})ee$/, 'e'],
    [/(?<=.{3})(?:nn|tt|ll)e$/, '$&'],
    [/(?<=.{3}[^aeiou])e$/, ''],
  ],
];

const ENGLISH: readonly Endings[] = [
  [
    [/(?<=.{2})ies$/, 'y'],
    [/(?:ss|us|is|as|os)$/, '$&'],
    [/(?<=.(?:sh|ch|x|ss|zz))es$/, ''],
    [/(?<=.{2})s$/, ''],
  ],
];

/**
 * A light stem of a folded word: number goes, in French gender too, the rest stays, so that two words that mean
 * different things seldom become one. stem.test.ts measures it against PostgreSQL's snowball stems.
 */
export function stemOf(folded: string, language: string): string {
  if (folded.length < 4) return folded;
  if (language === 'fr') return cut(folded, FRENCH);
  return language === 'en' ? cut(folded, ENGLISH) : folded;
}

function cut(word: string, lists: readonly Endings[]): string {
  let stem = word;
  for (const endings of lists) {
    const found = endings.find(([ending]) => ending.test(stem));
    if (found !== undefined)
      stem = stem.replace(
        found[0],
        found[1].replace('$&', () => '$&'),
      );
  }
  return stem;
}
