/** What stands for a name. */
const SOMEBODY = '[…]';
const SHORTEST = 3;

/**
 * A text without the names of people: whole names, accounts, and their words where they begin with a capital: who writes
 * as flore85 signs Flore. Whoever may not know who wrote must not read it in what others answered. Longer names go first; capitals matter, so that a
 * flower stays where a Rose goes.
 */
export function unnamed(text: string, names: readonly string[]): string {
  const words = names.flatMap((name) => [
    name,
    ...name.split(/[^\p{L}\p{N}]+/u).filter((part) => /^\p{Lu}/u.test(part)),
    ...name.split(/[^\p{L}]+/u).map(capitalised),
  ]);
  const known = [...new Set(words)].filter((word) => word.length >= SHORTEST).toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return text;
  const pattern = known.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join('|');
  return text
    .replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'), SOMEBODY)
    .replaceAll(/\[…\](?:\s+\[…\])+/g, SOMEBODY);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
