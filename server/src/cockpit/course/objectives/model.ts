/** A business aim with a sponsor and a horizon moves from left to right and never back. */
export const OBJECTIVE_STATES = ['draft', 'live', 'reached', 'missed', 'dropped'] as const;
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];

/** Why communities exist; `own`: in words of the house. */
export const OBJECTIVE_KINDS = [
  'support',
  'product',
  'acquisition',
  'contribution',
  'engagement',
  'success',
  'own',
] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

/** What its author says of an objective. Colleagues by their ids; the horizon is a day of the workspace's zone. */
export interface ObjectiveWords {
  readonly title: string;
  readonly reason: string;
  readonly kind: ObjectiveKind;
  /** The kind in words of the house; null unless it is `own`. */
  readonly ownKind: string | null;
  readonly sponsorId: string | null;
  readonly ownerId: string;
  readonly horizon: string;
}

export interface Objective extends ObjectiveWords {
  readonly id: string;
  readonly state: ObjectiveState;
  readonly why: string | null;
  readonly version: number;
  readonly madeAt: Date;
  readonly liveAt: Date | null;
  readonly endedAt: Date | null;
}

export type End = 'reached' | 'missed' | 'dropped';

/** What may be done to an objective. */
export type Act = { readonly is: 'start' } | { readonly is: 'end'; readonly as: End; readonly why: string | undefined };

/** What a transition looks at besides the objective. */
export interface Around {
  readonly today: string;
  readonly ownerHasLeft: boolean;
  /** How many key results it has, and how many of them are measured at their target. */
  readonly keyResults: number;
  readonly reached: number;
}
