/** What stands for a name. */
const SOMEBODY = '[…]';
const SHORTEST = 3;

/**
 * A text without the names of people: whole names, accounts, and those of their words that begin with a capital. Whoever
 * may not know who wrote must not read it in what others answered. Longer names go first; capitals matter, so that a
 * flower stays where a Rose goes.
 */
export function unnamed(text: string, names: readonly string[]): string {
  const words = names.flatMap((name) => [
    name,
    ...name.split(/[^\p{L}\p{N}]+/u).filter((part) => /^\p{Lu}/u.test(part)),
  ]);
  const known = [...new Set(words)].filter((word) => word.length >= SHORTEST).toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return text;
  const pattern = known.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join('|');
  return text
    .replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'), SOMEBODY)
    .replaceAll(/\[…\](?:\s+\[…\])+/g, SOMEBODY);
}
