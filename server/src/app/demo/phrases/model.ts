import type { Said } from '../themes/model.ts';

/**
 * What people say around the matter itself, in one language. Same signs as in the themes; `(trouble)` is only said where
 * something is wrong, `(calm)` only where nothing is.
 */
export interface Phrases {
  readonly hello: readonly Said[];
  readonly helloFormal: readonly Said[];
  readonly helloChat: readonly Said[];
  /** Who one is, said along with a first question. */
  readonly newcomer: readonly Said[];
  readonly questionEnds: readonly Said[];
  readonly questionEndsChat: readonly Said[];
  readonly adviceLeads: readonly Said[];
  readonly adviceEnds: readonly Said[];
  /** Said by who came to an evening workshop. */
  readonly workshopEnds: readonly Said[];
  readonly sameHere: readonly Said[];
  /** Curious, without the problem. */
  readonly follows: readonly Said[];
  readonly agrees: readonly Said[];
  readonly doubts: readonly Said[];
  readonly thanks: readonly Said[];
  readonly thanksEnds: readonly Said[];
  readonly nudges: readonly Said[];
  readonly lastWords: readonly Said[];
  readonly late: readonly Said[];
  readonly staffHello: readonly Said[];
  readonly staffEnds: readonly Said[];
  /** What the team says where it has no more precise answer, and how things end where nothing more precise helped. */
  readonly staffAny: readonly Said[];
  readonly outcomes: readonly Said[];
  readonly introTitles: readonly Said[];
  readonly introWho: readonly Said[];
  readonly introWhy: readonly Said[];
  readonly introEnds: readonly Said[];
  readonly welcomes: readonly Said[];
  readonly staffWelcomes: readonly Said[];
  readonly introAnswers: readonly Said[];
  /** Ends of letters, above the name. */
  readonly closings: readonly Said[];
}
