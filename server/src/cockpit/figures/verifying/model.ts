import type { Window } from '#kernel/window.ts';

/** A figure on which the engines do not agree. */
export interface Difference {
  readonly figure: string;
  readonly window: Window;
  readonly duckdb: unknown;
  readonly postgres: unknown;
}

export interface Verification {
  /** Answers compared: figures × windows. */
  readonly checked: number;
  /** Another process holds the copy: nothing could be compared, and that is no proof of anything. */
  readonly heldElsewhere: boolean;
  readonly differences: readonly Difference[];
}
