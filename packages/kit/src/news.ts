import type { ImportState } from './contract.ts';

interface Known {
  version: string;
  readonly content: string;
}

const MOST_KNOWN = 200_000;

/**
 * For what every message repeats (its author, its channel, its thread): one raw of its own, told as seldom as possible.
 * Whether a person, channel or thread met again and again in one run is worth a raw: it is new, or a greater `version`
 * says something else. `content` is `stableText(payload)`, so that equal versions are settled as `winnerOf` does.
 * The oldest are forgotten beyond two hundred thousand; one told twice does no harm.
 */
export function isNews(state: ImportState, kind: string, id: string, version: string, content = ''): boolean {
  const known = knownOf(state, kind);
  const before = known.get(id);
  if (before !== undefined && isOlder(before, version, content)) return false;
  if (before?.content === content) {
    before.version = version;
    return false;
  }
  known.set(id, { version, content });
  if (known.size > MOST_KNOWN) forgetOldest(known);
  return true;
}

function isOlder(before: Known, version: string, content: string): boolean {
  return version < before.version || (version === before.version && content <= before.content);
}

function knownOf(state: ImportState, kind: string): Map<string, Known> {
  const found = state.get(`news:${kind}`);
  if (found instanceof Map) return found as Map<string, Known>;
  const made = new Map<string, Known>();
  state.set(`news:${kind}`, made);
  return made;
}

function forgetOldest(known: Map<string, Known>): void {
  for (const id of known.keys()) {
    known.delete(id);
    return;
  }
}
