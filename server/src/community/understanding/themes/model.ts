/** A theme as it is stored. */
export interface StoredTheme {
  readonly id: string;
  readonly nameFr: string;
  readonly nameEn: string;
  /** Keys of its terms (stems), the leading one first. */
  readonly terms: readonly string[];
  /** The same, as people write them. */
  readonly written: readonly string[];
  readonly namedBy: 'terms' | 'person';
  /** A person shaped it: its terms are not looked for again. */
  readonly held: boolean;
  readonly mergedInto: string | null;
  readonly splitFrom: string | null;
  readonly isRetired: boolean;
  readonly version: number;
}

/** What looking for themes again comes to. */
export interface Reconciled {
  readonly added: readonly ThemeBody[];
  readonly changed: readonly (ThemeBody & { readonly id: string })[];
  readonly removed: readonly string[];
}

export type ThemeBody = Pick<StoredTheme, 'nameFr' | 'nameEn' | 'terms' | 'written'>;

/** Threads a person put into themes, or took out of them: lists of themes by thread. */
export interface ByHand {
  readonly into: ReadonlyMap<string, readonly string[]>;
  readonly outOf: ReadonlyMap<string, readonly string[]>;
}

/** Themes looked for in texts at one time. */
export const MOST_THEMES = 60;
