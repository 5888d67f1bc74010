import type { Language } from '#kernel/language.ts';
import type { News } from './model.ts';

/** The name of the prepared answer for news, and what fills it. */
export function preparedAs(
  news: News,
  dayOf: (day: string) => string,
): { readonly name: string; readonly details: Readonly<Record<string, string>> } {
  const { statement, option, reason, until, deliveredOn, deliveryText, deliveryUrl } = news;
  const about = { statement: unpointed(statement), reason, option: option ?? 'none' };
  if (news.deliveryId !== null) {
    const there = { day: dayOf(deliveredOn ?? ''), text: deliveryText ?? '', url: deliveryUrl ?? 'none' };
    return { name: 'delivered', details: { ...about, ...there } };
  }
  return { name: news.answer, details: { ...about, until: until === null ? '' : dayOf(until) } };
}

/** A sentence set into another leaves its full stop behind. */
function unpointed(text: string): string {
  return text.trim().replace(/[.\s]+$/u, '');
}

/** The language of an answer in a thread: that of the thread, else that of the workspace. */
export function answerLanguage(threadLanguage: string, house: Language): Language {
  return threadLanguage === 'fr' || threadLanguage === 'en' ? threadLanguage : house;
}
