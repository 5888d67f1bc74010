/** The twelve steps from a field without a cockpit to the whole rocket; each is seen in the data, none is ticked by hand. */
export const STEPS = [
  { id: 'listen', act: '/places' },
  { id: 'team', act: '/settings/staff' },
  { id: 'charter', act: '/charter' },
  { id: 'vision', act: '/course' },
  { id: 'objective', act: '/course' },
  { id: 'mandate', act: '/mandates' },
  { id: 'accepted', act: '/mandates' },
  { id: 'tied', act: '/actions' },
  { id: 'signals', act: '/threads' },
  { id: 'decided', act: '/insights' },
  { id: 'told', act: '/loop' },
  { id: 'value', act: '/value' },
] as const;
export type StepId = (typeof STEPS)[number]['id'];

/** For somebody without a mandate yet. */
export const PROOF_STEPS = [
  { id: 'listen', act: '/health' },
  { id: 'expect', act: '/mandates' },
  { id: 'review', act: '/rocket/review' },
] as const;
export type ProofStepId = (typeof PROOF_STEPS)[number]['id'];

/** What is counted for the steps beside the check. */
export interface PathFacts {
  readonly places: number;
  readonly staff: number;
  readonly visions: number;
  readonly givenMandates: number;
  /** Those whose host said yes, also when they are over. */
  readonly acceptedMandates: number;
  /** Given mandates with what would show that they worked. */
  readonly expectations: number;
  readonly signals: number;
  readonly decisions: number;
}
