import type { ImportState, Raw } from './contract.ts';
import { stableText } from './merge.ts';

interface Known {
  version: string;
  /** Its payload as JSON. */
  readonly content: string;
}

const MOST_KNOWN = 500_000;

/**
 * Whether a raw met again and again in one run (a person, a channel, a thread) is worth giving: it is new, or would
 * win over the copy given before. The oldest are forgotten beyond half a million; one given twice does no harm.
 */
export function isNews(state: ImportState, raw: Raw): boolean {
  const known = knownOf(state, raw.kind);
  const before = known.get(raw.externalId);
  if (before !== undefined && raw.version < before.version) return false;
  const content = JSON.stringify(raw.payload) ?? 'null';
  if (before?.content === content) {
    before.version = raw.version;
    return false;
  }
  if (before?.version === raw.version && stableText(raw.payload) <= stableText(JSON.parse(before.content)))
    return false;
  known.set(raw.externalId, { version: raw.version, content });
  if (known.size > MOST_KNOWN) forgetOldest(known);
  return true;
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
