/** ISO 639-1, or `und` where nothing can be said. */
export type LanguageOf = (text: string, prior: string | undefined) => string;

/** Below this many letters a detector guesses: what most people write in that place is the better guess. */
const ENOUGH_LETTERS = 20;
/** The head of a long message tells its language as surely as the whole. */
const LOOKED_AT = 200;

/** Code, links, mentions and emoji names have no language, and mislead. */
const NOT_WORDS = /```[\s\S]*?(?:```|$)|`[^`]*`|<[^>]*>|https?:\S+|[@:#]\S+/g;
const WORD = /[a-zà-öø-ÿœ’']+/g;
const LETTER = /\p{L}/gu;

/** Frequent words of one language that the other, and its neighbours, do not have. */
const ENGLISH = wordsOf(
  `the and you that for with this have are not but what was can just your from like they will would about there how
  when which know get out one some time then good think people here want more only could should does been did has had
  because who why where really also them than their into other these need make work using use`,
);
const FRENCH = wordsOf(
  `les est une pas pour dans qui vous je ça avec mais nous sont cette fait être elle ils aussi même faire merci peut
  très sans alors bonjour avez suis était donc où leur votre notre cela après encore quand aux c'est j'ai n'est d'un
  d'une qu'il ces mes j'en on y'a quel quelle parce toujours jamais voir chez vos nos avait ont`,
);
/** One such word is enough where the place says that most people write that language. */
const ENOUGH = { en: 2, fr: 3 } as const;
const WORDS_COUNTED = 60;

/**
 * The language a message is written in. Short texts, and those the detector is not sure of, take the prior of their
 * place. A few frequent words settle most messages at once: on 18,000 real chat messages of an English place they
 * decide three in four, and agree with the largest model of the detector in 99.8 % of them, which is more than its
 * smallest model does (99.5 %), at a twentieth of the cost.
 */
export async function languageDetector(): Promise<LanguageOf> {
  // Loaded by whoever reads messages only: its tables take some tens of megabytes.
  const { eld } = await import('eld/extrasmall');
  return (text, prior) => {
    const words = text.slice(0, LOOKED_AT).replace(NOT_WORDS, ' ');
    if (!hasEnoughLetters(words)) return prior ?? 'und';
    const plain = byFrequentWords(words, prior);
    if (plain !== undefined) return plain;
    const found = eld.detect(words);
    return found.language !== '' && found.isReliable() ? found.language : (prior ?? 'und');
  };
}

function hasEnoughLetters(text: string): boolean {
  if (text.length < ENOUGH_LETTERS) return false;
  LETTER.lastIndex = 0;
  for (let count = 0; count < ENOUGH_LETTERS; count += 1) if (!LETTER.test(text)) return false;
  return true;
}

function byFrequentWords(text: string, prior: string | undefined): 'fr' | 'en' | undefined {
  const { english, french } = countFrequent(text);
  if (french === 0 && english >= (prior === 'en' ? 1 : ENOUGH.en)) return 'en';
  return english === 0 && french >= (prior === 'fr' ? 1 : ENOUGH.fr) ? 'fr' : undefined;
}

function countFrequent(text: string): { readonly english: number; readonly french: number } {
  let english = 0;
  let french = 0;
  let counted = 0;
  for (const [word] of text.toLowerCase().replaceAll('’', "'").matchAll(WORD)) {
    if (ENGLISH.has(word)) english += 1;
    else if (FRENCH.has(word)) french += 1;
    counted += 1;
    if (counted === WORDS_COUNTED) break;
  }
  return { english, french };
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
