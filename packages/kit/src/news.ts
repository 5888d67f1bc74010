import type { ImportState, Raw } from './contract.ts';
import { stableText } from './merge.ts';

interface Known {
  version: string;
  /** Its payload as JSON. */
  readonly content: string;
}

const MOST_KNOWN = 500_000;
const MOST_CHARACTERS = 48 * 1024 * 1024;

interface Memory {
  readonly known: Map<string, Known>;
  characters: number;
}

/**
 * Whether a raw met again and again in one run (a person, a channel, a thread) is worth giving: it is new, or would
 * win over the copy given before. The oldest are forgotten beyond half a million or 48 Mi characters; one given twice
 * does no harm.
 */
export function isNews(state: ImportState, raw: Raw): boolean {
  const memory = memoryOf(state, raw.kind);
  const before = memory.known.get(raw.externalId);
  if (before !== undefined && raw.version < before.version) return false;
  const content = JSON.stringify(raw.payload) ?? 'null';
  if (before?.content === content) {
    before.version = raw.version;
    return false;
  }
  if (before?.version === raw.version && isSettledFor(before, raw)) return false;
  remember(memory, raw.externalId, { version: raw.version, content });
  return true;
}

/** Of two equal versions the content decides, as it does for the host. */
function isSettledFor(before: Known, raw: Raw): boolean {
  return stableText(raw.payload) <= stableText(JSON.parse(before.content));
}

function memoryOf(state: ImportState, kind: string): Memory {
  const found = state.get(`news:${kind}`);
  if (found !== undefined) return found as Memory;
  const made: Memory = { known: new Map(), characters: 0 };
  state.set(`news:${kind}`, made);
  return made;
}

/** Keeps what was given last; the oldest go where it is too much. */
function remember(memory: Memory, key: string, news: Known): void {
  memory.characters += news.content.length - (memory.known.get(key)?.content.length ?? -key.length);
  memory.known.set(key, news);
  for (const [id, { content }] of memory.known) {
    if (memory.known.size <= MOST_KNOWN && memory.characters <= MOST_CHARACTERS) return;
    memory.known.delete(id);
    memory.characters -= id.length + content.length;
  }
}
