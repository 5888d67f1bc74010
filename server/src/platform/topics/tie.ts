/** What may stand between the two words of a pair, articles elided or not. */
const LINK = /^[ \u00a0]+(?:(?:de|du|des|d['’]|à|au|aux|en|la|le|les|l['’]|of|the)[ \u00a0]?){0,2}$/i;
const LONGEST = 9;

/** What ties two words of a text into one expression, as it stands between them; undefined where nothing does. */
export function tieBetween(text: string, from: number, until: number): string | undefined {
  if (until - from > LONGEST) return undefined;
  const between = text.slice(from, until);
  return LINK.test(between) ? between.toLowerCase().replaceAll('\u00a0', ' ') : undefined;
}
