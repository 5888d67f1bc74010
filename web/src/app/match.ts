/** A text as the palette compares it: no case, no accent, apostrophes and dashes as spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/œ/gu, 'oe')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * How well `words` answer what was typed: 0 is not at all, more is better. Every typed word must be found: at the
 * start of a word (best), inside one, or letter by letter in order (worst).
 */
export function score(typed: string, words: string): number {
  const text = plain(words);
  let total = 1;
  for (const part of plain(typed).split(' ')) {
    if (part === '') continue;
    const points = pointsOf(part, text);
    if (points === 0) return 0;
    total += points;
  }
  // Among equals the shorter name is the nearer one.
  return total + 1 / (1 + text.length);
}

function pointsOf(part: string, text: string): number {
  if (text === part) return 50;
  if (text.startsWith(part)) return 30;
  if (` ${text}`.includes(` ${part}`)) return 20;
  if (text.includes(part)) return 10;
  return part.length > 2 && inOrder(part, text) ? 2 : 0;
}

function inOrder(part: string, text: string): boolean {
  let from = 0;
  for (const letter of part) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

/** The entries that answer, best first; all of them, in their order, when nothing is typed. */
export function ranked<Entry>(
  typed: string,
  entries: readonly Entry[],
  wordsOf: (entry: Entry) => readonly string[],
): Entry[] {
  if (plain(typed) === '') return [...entries];
  return entries
    .map((entry) => ({ entry, points: Math.max(0, ...wordsOf(entry).map((words) => score(typed, words))) }))
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .map(({ entry }) => entry);
}
