export const ANSWERS = ['yes', 'no', 'later', 'need_more'] as const;
export type Answer = (typeof ANSWERS)[number];

export type InsightState = 'draft' | 'submitted' | 'decided' | 'delivered' | 'told';

/** What may be done with an insight follows from this. */
export interface Course {
  readonly state: InsightState;
  readonly version: number;
  readonly options: readonly string[];
  /** A colleague; null: somebody outside, or nobody yet. */
  readonly ownerId: string | null;
  readonly outsideName: string | null;
  readonly decidedAt: Date | null;
  readonly deliveredAt: Date | null;
  /** The last answer given; none: null. */
  readonly last: { readonly id: string; readonly answer: Answer; readonly until: string | null } | null;
}

/** What somebody answers. */
export interface Given {
  readonly answer: Answer;
  readonly until: string | undefined;
  readonly option: string | undefined;
  readonly reason: string;
}

/** Who answers: a colleague, or somebody outside by his link. */
export type Decider = { readonly colleagueId: string } | { readonly outside: string };
