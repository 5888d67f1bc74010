import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { moneyIn } from './numbers.ts';
import type { Speech } from './say-value.ts';

/** Words, numbers and money of one reader and one currency. */
export function useSpeech(currency: string): Speech {
  const language = useLanguage();
  return { t: useWords(), format: useFormat(), money: moneyIn(language, currency) };
}
