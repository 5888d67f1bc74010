/** Shorter names are in too many words to be looked for. */
const SHORTEST = 3;
/** A name that stands in more texts than this is an everyday word too. */
export const EVERYDAY = 500;

/** The forms under which an identity is written about: longest first, so that a full name goes before a first name. */
export function namesOf(
  identities: readonly {
    readonly handle: string;
    readonly displayName: string | null;
    readonly email: string | null;
  }[],
): string[] {
  const names = new Set<string>();
  for (const identity of identities) {
    for (const name of [identity.handle, identity.displayName, identity.email]) {
      const trimmed = name?.trim() ?? '';
      if (trimmed.length >= SHORTEST) names.add(trimmed);
    }
  }
  return [...names].toSorted((one, other) => other.length - one.length || one.localeCompare(other));
}

/** A PostgreSQL regular expression that finds the name as a whole word. */
export function wholeWord(name: string): string {
  return `(?<![[:alnum:]_])${escaped(name)}(?![[:alnum:]_])`;
}

/** The name where it is plainly a mention: `@name`, or alone between tags as forums write mentions and quotes. */
export function asMention(name: string): string {
  return `(?<=@)${escaped(name)}(?![[:alnum:]_])|(?<=>\\s?@?)${escaped(name)}(?=\\s*</)`;
}

function escaped(name: string): string {
  return name.replaceAll(/[\\^$.|?*+()[\]{}-]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
}
