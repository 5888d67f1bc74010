/** Characters that no database text may hold: their row is refused with its reason, the rest is kept. */

export type BadCharacter = 'nul_character' | 'lone_surrogate';

/** Looks into strings, arrays and objects (keys too). */
export function badCharacter(value: unknown): BadCharacter | undefined {
  if (typeof value === 'string') return badCharacterIn(value);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = badCharacterIn(key) ?? badCharacter(member);
    if (found !== undefined) return found;
  }
  return undefined;
}

function badCharacterIn(text: string): BadCharacter | undefined {
  if (text.includes('\0')) return 'nul_character';
  return text.isWellFormed() ? undefined : 'lone_surrogate';
}

/** At most `most` characters, never half a surrogate pair, with an ellipsis when something was left out. */
export function clip(text: string, most = 200): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${isHighSurrogate(cut.charCodeAt(cut.length - 1)) ? cut.slice(0, -1) : cut}…`;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
