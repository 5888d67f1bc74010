export { languageDetector } from './language.ts';
export type { LanguageOf } from './language.ts';
