import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#kernel/language.ts';
import { LANGUAGES } from '#kernel/language.ts';

/**
 * Words the server itself says: refusals, problems of imports, mails, command line. One JSON file per area and language
 * under `fr/` and `en/`; a message's key is `<area>/<name>`, as refusal codes are.
 */
const messages = new Map<string, IntlMessageFormat>();

for (const language of LANGUAGES) {
  const folder = new URL(`./${language}/`, import.meta.url);
  for (const file of readdirSync(folder)) {
    const area = file.replace(/\.json$/, '');
    const words = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>;
    for (const [name, text] of Object.entries(words)) {
      messages.set(`${language} ${area}/${name}`, new IntlMessageFormat(text, language));
    }
  }
}

/** The sentence for a code in the reader's language; the code itself where nobody has written one (a test refuses that). */
export function say(language: Language, code: string, details: Readonly<Record<string, string | number>> = {}): string {
  const message = messages.get(`${language} ${code}`);
  return message === undefined ? code : String(message.format(details));
}

/** Whether both languages have words for a code. */
export function isSayable(code: string): boolean {
  return LANGUAGES.every((language) => messages.has(`${language} ${code}`));
}

/** A day (YYYY-MM-DD) as people say it. */
export function sayDay(language: Language, day: string): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
