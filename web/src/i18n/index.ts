export type { Area, WordKey } from './areas.ts';
export { isLoaded, loadLanguage, textOf } from './catalogue.ts';
export type { Values } from './catalogue.ts';
export type { Formatter } from './format.ts';
export { useFormat, useLanguage, useWords, WordsProvider } from './words.tsx';
export type { Translate } from './words.tsx';
