import type { ImportState } from '@passerelle/kit';

/** What the lists of an export said, for its days. Lists are read first. */
export interface Known {
  /** Names of people by id, with the version of the copy they come from. */
  readonly names: Map<string, { readonly name: string; readonly version: string }>;
  /** Ids of channels by root and folder, and by folder alone with the version of the copy. */
  readonly channels: Map<string, string>;
  readonly byFolder: Map<string, { readonly id: string; readonly version: string }>;
  /** Folders of private conversations, by root. */
  readonly hidden: Set<string>;
  /** Roots that hold private conversations. */
  readonly rootsWithPrivate: Set<string>;
}

const MOST_NAMES = 500_000;
const MOST_FOLDERS = 500_000;

export function knownOf(state: ImportState): Known {
  const found = state.get('slack:known');
  if (isKnown(found)) return found;
  const made: Known = {
    names: new Map(),
    channels: new Map(),
    byFolder: new Map(),
    hidden: new Set(),
    rootsWithPrivate: new Set(),
  };
  state.set('slack:known', made);
  return made;
}

/** Only `knownOf` writes there. */
function isKnown(value: unknown): value is Known {
  return value !== undefined;
}

/** Beyond half a million people a mention shows an id instead of a name. */
export function rememberName({ names }: Known, id: string, name: string, version: string): void {
  const before = names.get(id);
  if (before === undefined && names.size >= MOST_NAMES) return;
  if (before === undefined || version > before.version || (version === before.version && name > before.name)) {
    names.set(id, { name, version });
  }
}

/** A folder without list in its own root is looked up in the newest list that names it. */
export function rememberChannel(
  known: Known,
  root: string,
  channel: { readonly id: string; readonly name: string },
  version: string,
): void {
  const { id, name } = channel;
  if (known.channels.size < MOST_FOLDERS) known.channels.set(`${root}/${name}`, id);
  const before = known.byFolder.get(name);
  if (before === undefined || version > before.version || (version === before.version && id > before.id)) {
    known.byFolder.set(name, { id, version });
  }
}

export function rememberPrivate(
  known: Known,
  root: string,
  conversation: { readonly id: string; readonly name: string | undefined },
): void {
  if (known.hidden.size >= MOST_FOLDERS) return;
  known.hidden.add(`${root}/${conversation.id}`);
  if (conversation.name !== undefined) known.hidden.add(`${root}/${conversation.name}`);
}

/**
 * The channel a folder belongs to; undefined when it is private, or may be: no list names it and the export holds
 * private conversations.
 */
export function channelOf(known: Known, root: string, folder: string): string | undefined {
  const listed = known.channels.get(`${root}/${folder}`);
  if (listed !== undefined) return listed;
  const isPrivate = known.hidden.has(`${root}/${folder}`) || /^(?:D[A-Z0-9]{7,}|mpdm-.+)$/.test(folder);
  if (isPrivate || known.rootsWithPrivate.has(root)) return undefined;
  return known.byFolder.get(folder)?.id ?? folder;
}
