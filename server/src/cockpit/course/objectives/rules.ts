import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Act, Around, End, Objective, ObjectiveState } from './model.ts';

export type ActCode =
  | 'objective/not_a_draft'
  | 'objective/not_live'
  | 'objective/ended'
  | 'objective/owner_left'
  | 'objective/horizon_past'
  | 'objective/why_missing'
  | 'objective/nothing_measured'
  | 'objective/not_reached'
  | 'objective/all_reached'
  | 'objective/too_early';

type Standing = Pick<Objective, 'state' | 'horizon'>;

/** Where an act leads, or why it may not be done: draft → live → reached | missed | dropped. */
export function afterAct(objective: Standing, act: Act, around: Around): Result<ObjectiveState, ActCode> {
  if (isOver(objective.state)) return no('objective/ended');
  return act.is === 'start' ? started(objective, around) : ended(objective, act.as, act.why, around);
}

export function isOver(state: ObjectiveState): boolean {
  return state !== 'draft' && state !== 'live';
}

function started({ state, horizon }: Standing, { today, ownerHasLeft }: Around): Result<ObjectiveState, ActCode> {
  if (state !== 'draft') return no('objective/not_a_draft');
  if (ownerHasLeft) return no('objective/owner_left');
  if (horizon <= today) return no('objective/horizon_past');
  return yes('live');
}

function ended(
  { state, horizon }: Standing,
  as: End,
  why: string | undefined,
  around: Around,
): Result<ObjectiveState, ActCode> {
  if (as !== 'dropped' && state !== 'live') return no('objective/not_live');
  const refusal = as === 'reached' ? notReached(around) : as === 'missed' ? notMissed(horizon, around) : undefined;
  if (refusal !== undefined) return refusal;
  return as !== 'reached' && why === undefined ? no('objective/why_missing') : yes(as);
}

/** Reached is what the figures say, not what somebody says. */
function notReached({ keyResults, reached }: Around): Result<never, ActCode> | undefined {
  if (keyResults === 0) return no('objective/nothing_measured');
  return reached < keyResults ? no('objective/not_reached', { open: keyResults - reached }) : undefined;
}

function notMissed(horizon: string, { today, keyResults, reached }: Around): Result<never, ActCode> | undefined {
  if (keyResults > 0 && reached === keyResults) return no('objective/all_reached');
  return today < horizon ? no('objective/too_early', { horizon }) : undefined;
}

const FIELDS = ['title', 'reason', 'kind', 'ownKind', 'sponsorId', 'ownerId', 'horizon'] as const;
export type ObjectiveField = (typeof FIELDS)[number];

/** What of the words is different, in the order of the form. */
export function changedFields(before: Objective, after: Objective): readonly ObjectiveField[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}

/** A kind of one's own has words; any other has none. */
export function tidyKind<T extends Pick<Objective, 'kind' | 'ownKind'>>(words: T): T {
  return words.kind === 'own' ? words : { ...words, ownKind: null };
}
