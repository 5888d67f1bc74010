import type { PathFacts, ProofStepId, StepId } from './model.ts';
import { PROOF_STEPS, STEPS } from './model.ts';
import type { PathView } from './wire.ts';

/** What the check found, as far as the steps go by it. */
interface Checked {
  readonly indicators: readonly {
    readonly indicator: { readonly id: string };
    readonly state: string;
    readonly found: { readonly is: string };
  }[];
}

interface Known {
  readonly check: Checked;
  readonly facts: PathFacts;
  readonly declaredPilots: number;
}

/** Which steps the data show as done. The later ones are done when their indicator is in place, so that the last step leads to the whole rocket. */
export function doneSteps({ check, facts, declaredPilots }: Known): Readonly<Record<StepId, boolean>> {
  const isInPlace = (id: string): boolean =>
    check.indicators.some(({ indicator, state }) => indicator.id === id && state === 'in_place');
  return {
    listen: facts.places > 0,
    team: facts.staff > 0,
    charter: declaredPilots > 0,
    vision: facts.visions > 0,
    // One that nothing measures is a wish: posing it and measuring it are one step.
    objective: isInPlace('objectives') && isInPlace('key_results'),
    mandate: facts.givenMandates > 0,
    // That every host has one is the check's to say: whoever holds all functions need not give himself a mandate.
    accepted: facts.acceptedMandates > 0,
    tied: isInPlace('tied'),
    signals: isInPlace('signals'),
    decided: isInPlace('decided'),
    told: isInPlace('loop'),
    value: isInPlace('value_model'),
  };
}

/** Which steps of the proof path are done, each after the one before it. */
function doneProof({ check, facts }: Known): Readonly<Record<ProofStepId, boolean>> {
  const hasObjective = check.indicators.some(
    ({ indicator, found }) => indicator.id === 'objectives' && found.is === 'value',
  );
  const listen = facts.places > 0;
  const expect = listen && hasObjective && facts.expectations > 0;
  return { listen, expect, review: expect && facts.signals > 0 && facts.decisions > 0 };
}

/** Both paths, each step as the data show it. */
export function pathOf(known: Known): PathView {
  const [steps, proof] = [doneSteps(known), doneProof(known)];
  return {
    steps: STEPS.map(({ id, act }) => ({ id, act, done: steps[id] })),
    proof: PROOF_STEPS.map(({ id, act }) => ({ id, act, done: proof[id] })),
  };
}
