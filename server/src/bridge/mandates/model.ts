export const STATES = ['draft', 'given', 'accepted', 'discussed', 'active', 'done', 'judged', 'withdrawn'] as const;
export type MandateState = (typeof STATES)[number];

export const ACTS = ['give', 'accept', 'discuss', 'answer', 'start', 'finish', 'judge', 'withdraw'] as const;
/** What somebody does with a mandate; each leads to one state. */
export type Act = (typeof ACTS)[number];

/** What is said of a finished mandate: nulls are verdicts too. */
export const VERDICTS = ['shown', 'not_shown', 'cannot_tell'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** For whom: everybody where neither is said. */
export interface Audience {
  /** A segment by its id, or one of those there always are. */
  readonly segment?: string | undefined;
  readonly channels: readonly string[];
}

/** Which acts found in the data are proposed for it: all that is said must fit, and where nothing is said, none. */
export interface ProposalRule {
  readonly channels: readonly string[];
  /** Tags of threads; one of them is enough. */
  readonly labels: readonly string[];
  /** Members of the team. */
  readonly authors: readonly string[];
}

/** The part of the community a figure is taken of, in the words of the figures' own query. */
export interface ExpectedSlice {
  readonly place?: readonly string[] | undefined;
  readonly channel?: readonly string[] | undefined;
  readonly segment?: string | undefined;
  readonly theme?: readonly string[] | undefined;
  readonly language?: readonly string[] | undefined;
  readonly kind?: 'question' | 'other' | undefined;
}

/** What would show that it worked: written before, and kept as it is from the day the mandate is given. */
export interface Expectation {
  readonly figure: string;
  readonly slice: ExpectedSlice;
  readonly direction: 'up' | 'down';
  /** By how much at least, in the unit of the figure. */
  readonly size: number;
}

/** What is asked. `fromDay` is in, `untilDay` is out. */
export interface Terms {
  readonly objectiveId: string;
  readonly intention: string;
  readonly audience: Audience;
  readonly freedom: string;
  readonly effortHours: number;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly hostId: string;
  readonly rule: ProposalRule;
  readonly expects: Expectation | null;
}

/** The part of the terms that a discussion may change. */
export type OpenTerms = Omit<Terms, 'expects' | 'hostId' | 'objectiveId'>;

export interface Mandate extends Terms {
  readonly id: string;
  readonly state: MandateState;
  readonly version: number;
  /** What judges it once it is done; null: the pilot. */
  readonly proofId: string | null;
}

/** What a mandate said before a discussion changed it. */
export type FormerTerms = Pick<
  Terms,
  'intention' | 'audience' | 'freedom' | 'effortHours' | 'fromDay' | 'untilDay' | 'rule'
>;

/** Who acts: the colleague, and what he may do here. */
export interface Doer {
  readonly colleagueId: string | undefined;
  readonly functions: readonly string[];
}

/** What must be known of others before a mandate is given. */
export interface Ground {
  readonly objectiveState: string;
  /** Whether its host has a place here and is a host. */
  readonly hostHolds: boolean;
}
