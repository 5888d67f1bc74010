/** What people say around the matter itself, in one language. Same signs as in the themes. */
export interface Phrases {
  readonly hello: readonly string[];
  readonly helloFormal: readonly string[];
  readonly helloChat: readonly string[];
  /** Who one is, said along with a first question. */
  readonly newcomer: readonly string[];
  readonly questionEnds: readonly string[];
  readonly questionEndsChat: readonly string[];
  readonly adviceLeads: readonly string[];
  readonly adviceEnds: readonly string[];
  /** Said by who came to an evening workshop. */
  readonly workshopEnds: readonly string[];
  readonly sameHere: readonly string[];
  /** Curious, without the problem. */
  readonly follows: readonly string[];
  readonly agrees: readonly string[];
  readonly doubts: readonly string[];
  readonly thanks: readonly string[];
  readonly thanksEnds: readonly string[];
  readonly nudges: readonly string[];
  readonly lastWords: readonly string[];
  readonly late: readonly string[];
  readonly staffHello: readonly string[];
  readonly staffEnds: readonly string[];
  /** What the team says where it has no more precise answer, and how things end where nothing more precise helped. */
  readonly staffAny: readonly string[];
  readonly outcomes: readonly string[];
  readonly introTitles: readonly string[];
  readonly introWho: readonly string[];
  readonly introWhy: readonly string[];
  readonly introEnds: readonly string[];
  readonly welcomes: readonly string[];
  readonly staffWelcomes: readonly string[];
  readonly introAnswers: readonly string[];
  /** Ends of letters, above the name. */
  readonly closings: readonly string[];
}
