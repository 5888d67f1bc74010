/** At most `count` requests within `ms`. */
export interface Pace {
  readonly count: number;
  readonly ms: number;
}

/** How fast each kind of caller may go. */
export interface Paces {
  /** A signed-in person, over all his sessions; both hold. */
  readonly person: readonly Pace[];
  /** An address nobody has signed in from. */
  readonly stranger: readonly Pace[];
}

/** Well above what a page with twenty panels does, well below what a runaway script does. */
export const PACES: Paces = {
  person: [
    { count: 150, ms: 10_000 },
    { count: 600, ms: 60_000 },
  ],
  stranger: [
    { count: 60, ms: 10_000 },
    { count: 200, ms: 60_000 },
  ],
};
