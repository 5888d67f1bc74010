import type { WordKey } from '#web/i18n/index.ts';

/** One line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** What tells it from its namesakes: a place, a date. */
  readonly detail?: string;
  /** Where it leads: an address inside the workspace, `/members/42`. */
  readonly path: `/${string}`;
}

/** Something that answers what is typed in the palette from the server: members, places, threads. */
export interface PaletteProvider {
  readonly id: string;
  readonly heading: WordKey;
  /** At most five items, best first; `typed` has two letters or more. */
  readonly search: (typed: string, signal: AbortSignal) => Promise<readonly PaletteItem[]>;
}

/** Who answers. A feature adds its provider here. */
export const PROVIDERS: readonly PaletteProvider[] = [];
