/** What a signal says. */
export const KINDS = ['need', 'problem', 'idea', 'praise', 'risk', 'question'] as const;
export type Kind = (typeof KINDS)[number];

export const STATES = ['raised', 'merged', 'dismissed'] as const;
export type State = (typeof STATES)[number];

/** One thing heard, raised in one gesture. */
export interface Signal {
  readonly id: string;
  readonly kind: Kind;
  readonly line: string;
  readonly state: State;
  /** With 'merged': into which insight. */
  readonly insightId: string | null;
  /** With 'dismissed': why. */
  readonly why: string | null;
  readonly version: number;
  readonly raisedBy: string;
  readonly raisedAt: Date;
}

/** What sorting a signal makes of it. */
export type Sorted = Pick<Signal, 'state' | 'insightId' | 'why'>;

/** What signals may be alike in. `words`: as the texts write them. */
export interface SimilarRow {
  readonly id: string;
  readonly kind: Kind;
  readonly line: string;
  readonly state: State;
  readonly insight_id: string | null;
  readonly statement: string | null;
  readonly raised_at: Date;
  readonly same_message: boolean;
  readonly same_thread: boolean;
  readonly themes: readonly { readonly fr: string; readonly en: string }[];
  readonly words: readonly string[];
}

export interface SignalRow extends Signal {
  readonly statement: string | null;
  readonly insightState: string | null;
  readonly raisedByName: string;
  readonly mandateId: string | null;
  readonly intention: string | null;
}
