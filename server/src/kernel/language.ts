export const LANGUAGES = ['fr', 'en'] as const;
/** The languages of the interface. Messages of members may be in any other. */
export type Language = (typeof LANGUAGES)[number];

/** The first language of the house that an Accept-Language header asks for; French when it asks for none. */
export function preferredLanguage(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === 'fr' || tag === 'en') return tag;
  }
  return 'fr';
}
