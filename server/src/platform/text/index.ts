export { languageDetector } from './language.ts';
export type { LanguageOf } from './language.ts';
export { stemOf } from './stem.ts';
export { foldAccents, isStopWord } from './stop-words.ts';
export { isNamed, isTelling, ownWords, wordsIn } from './words.ts';
export type { Word } from './words.ts';
