import { createHash } from 'node:crypto';
import { addDays } from '#kernel/day.ts';
import { plainText } from '#kernel/plainly.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Act, Doer, Expectation, Ground, Mandate, MandateState, Terms } from './model.ts';
import { ACTS } from './model.ts';

interface Step {
  readonly from: readonly MandateState[];
  readonly to: MandateState;
  /** `host`: whom the mandate is for; `pilot`: whoever pilots. */
  readonly by: 'pilot' | 'host';
  readonly action: string;
}

/** The state machine: nothing else changes the state of a mandate. */
export const STEPS = {
  give: { from: ['draft'], to: 'given', by: 'pilot', action: 'mandate.given' },
  accept: { from: ['given', 'discussed'], to: 'accepted', by: 'host', action: 'mandate.accepted' },
  discuss: { from: ['given'], to: 'discussed', by: 'host', action: 'mandate.discussed' },
  answer: { from: ['discussed'], to: 'given', by: 'pilot', action: 'mandate.answered' },
  start: { from: ['accepted'], to: 'active', by: 'host', action: 'mandate.started' },
  finish: { from: ['active'], to: 'done', by: 'host', action: 'mandate.finished' },
  judge: { from: ['done'], to: 'judged', by: 'pilot', action: 'mandate.judged' },
  withdraw: {
    from: ['draft', 'given', 'accepted', 'discussed', 'active'],
    to: 'withdrawn',
    by: 'pilot',
    action: 'mandate.withdrawn',
  },
} as const satisfies Readonly<Record<Act, Step>>;

export type StepCode =
  | 'mandate/not_allowed'
  | 'mandate/wrong_state'
  | 'mandate/not_yet'
  | 'mandate/has_proof'
  | 'mandate/over'
  | 'mandate/objective_not_live'
  | 'mandate/host_left';

type Steppable = Pick<Mandate, 'state' | 'hostId' | 'fromDay' | 'untilDay' | 'proofId'>;

/** The state an act leads to, or why it may not be done now. `today` is a day of the workspace. */
export function stepOf(act: Act, mandate: Steppable, doer: Doer, today: string): Result<MandateState, StepCode> {
  const { from, to, by }: Step = STEPS[act];
  if (!mayDo(by, mandate, doer)) return no('mandate/not_allowed');
  if (!from.includes(mandate.state)) return no('mandate/wrong_state', { state: mandate.state });
  if (act === 'judge' && mandate.proofId !== null) return no('mandate/has_proof');
  return dayProblem(act, mandate, today) ?? yes(to);
}

/** Why an act does not fit the days of a mandate. */
function dayProblem(
  act: Act,
  { fromDay, untilDay }: Steppable,
  today: string,
): Result<never, 'mandate/not_yet' | 'mandate/over'> | undefined {
  if (act === 'start' && today < fromDay) return no('mandate/not_yet', { day: fromDay });
  const isGiven = act === 'give' || act === 'answer' || act === 'accept';
  return isGiven && today >= untilDay ? no('mandate/over', { day: addDays(untilDay, -1) }) : undefined;
}

function mayDo(by: Step['by'], { hostId }: Pick<Mandate, 'hostId'>, { colleagueId, functions }: Doer): boolean {
  return by === 'pilot' ? functions.includes('pilot') : functions.includes('host') && colleagueId === hostId;
}

/** Why a mandate cannot be given to this host for this objective, or undefined. */
export function groundProblem({ objectiveState, hostHolds }: Ground): StepCode | undefined {
  if (objectiveState !== 'live') return 'mandate/objective_not_live';
  return hostHolds ? undefined : 'mandate/host_left';
}

/** What the reader may do with a mandate as it is; `change`: its terms, as long as it is a draft. */
export function abilities(mandate: Steppable, doer: Doer, today: string): Readonly<Record<Act | 'change', boolean>> {
  const can = Object.fromEntries(ACTS.map((act) => [act, stepOf(act, mandate, doer, today).ok])) as Record<
    Act,
    boolean
  >;
  return { ...can, change: mandate.state === 'draft' && doer.functions.includes('pilot') };
}

/** Whose turn it is: a mandate that waits for nobody waits for no one's answer. */
export function waitsFor(state: MandateState): 'host' | 'pilot' | null {
  if (state === 'given') return 'host';
  return state === 'discussed' || state === 'done' ? 'pilot' : null;
}

/** SHA-256 over what is expected and of which mandate: the record keeps it from the day it was given. */
export function fingerprintOf(mandateId: string, expects: Expectation): string {
  return createHash('sha256').update(plainText({ mandateId, expects })).digest('hex');
}

/** Which of the terms differ, by name. */
export function changedIn(before: Partial<Terms>, after: Partial<Terms>): readonly string[] {
  const names = Object.keys(after) as (keyof Terms)[];
  return names.filter((name) => plainText(before[name]) !== plainText(after[name]));
}
