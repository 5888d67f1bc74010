/** What the check looks at, in the order of the page. */
export const INDICATOR_IDS = [
  'objectives',
  'key_results',
  'verdicts',
  'reviews',
  'value_model',
  'pilot',
  'tied',
  'hosts',
  'signals',
  'decided',
  'loop',
  'reply_coverage',
  'clocks',
  'welcomed',
  'moderation',
  'planned',
  'presence',
] as const;
export type IndicatorId = (typeof INDICATOR_IDS)[number];

/** Why an indicator has no value: unknown, which is not zero. */
export const LACKS = [
  'no_traces',
  'too_few',
  'no_clocks',
  'no_moderation',
  'no_calendar',
  'no_proof',
  'no_reviews',
  'no_actions',
  'no_hosts',
  'no_messages',
  'none_due',
  'nobody_asked',
  'no_places',
  'not_watched',
  'no_staff',
  'no_replies',
  'no_hours',
  'private',
] as const;
export type Lack = (typeof LACKS)[number];

/** Why there is nothing at all where something should be: this is missing, not unavailable. */
export const NOTHINGS = ['none_submitted', 'no_key_result', 'no_objective', 'no_value_model', 'nobody'] as const;
export type Nothing = (typeof NOTHINGS)[number];

/** What the traces say of one indicator. */
export type Found =
  | {
      readonly is: 'value';
      readonly value: number;
      readonly n: number;
      readonly of: number;
      /** Something else that is wanted is not there: never in place. */
      readonly isShort?: boolean;
    }
  | { readonly is: 'nothing'; readonly because: Nothing }
  | { readonly is: 'unavailable'; readonly because: Lack };

export type FoundAll = Readonly<Record<IndicatorId, Found>>;

/** What is counted on the bridge and in the course, all over the same days. */
export interface Counts {
  /** Actions that serve a mandate; those that serve none and are not keeping the house, whether somebody said so or not. */
  readonly tied: number;
  readonly offPlan: number;
  /** Colleagues who work in the field and left a trace; those of them with a mandate that runs. */
  readonly hosts: number;
  readonly mandatedHosts: number;
  readonly signals: number;
  /** Insights whose time came, by a decision or by their due day; those decided by then; those submitted at all. */
  readonly insightsDue: number;
  readonly insightsInTime: number;
  readonly insightsSubmitted: number;
  /** Members behind decided insights, once for each insight; those told. */
  readonly askers: number;
  readonly told: number;
  /** Actions to be proved that ended; those of them with a verdict. */
  readonly finished: number;
  readonly verdicts: number;
  /** As things stand now, not over days. */
  readonly liveObjectives: number;
  readonly sponsoredObjectives: number;
  /** Of those that live, without one key result. */
  readonly unmeasured: number;
  readonly keyResults: number;
  readonly fedKeyResults: number;
}

/** Who holds the pilot's responsibilities: as the charter says, as the record shows, and both at once. */
export interface PilotTraces {
  readonly declared: number;
  readonly acting: number;
  readonly both: number;
}
