import { addDays, dayIn } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import type { CheckDeps } from '#rocket/check/index.ts';
import { checkNow } from '#rocket/check/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { PROOF_STEPS, STEPS } from './model.ts';
import { doneProof, doneSteps } from './rules.ts';
import { effortOf, heardAndDecided, pathFacts, reviewedObjectives } from './views.ts';
import type { PathView, ReviewView } from './wire.ts';

/** Days a first review looks back over. */
const SPAN = 90;

/** Both paths, each step as the data show it. */
export async function paths(deps: CheckDeps, scope: Scope): Promise<PathView> {
  const { check, traces } = await checkNow(deps, scope);
  const facts = await deps.database.inScope(scope, pathFacts);
  const known = { check, facts, declaredPilots: traces.pilot.declared };
  const [steps, proof] = [doneSteps(known), doneProof(known)];
  return {
    steps: STEPS.map(({ id, act }) => ({ id, act, done: steps[id] })),
    proof: PROOF_STEPS.map(({ id, act }) => ({ id, act, done: proof[id] })),
  };
}

/** What a first review shows of the last 90 days, today included. */
export function firstReview({ database, clock }: CheckDeps, scope: Scope): Promise<ReviewView> {
  return database.inScope(scope, async (db) => {
    const { name, zone } = await settingsOf(db);
    const until = addDays(dayIn(zone, clock.now()), 1);
    const days = { window: { from: addDays(until, -SPAN), until }, zone };
    return {
      space: name,
      window: days.window,
      objectives: await reviewedObjectives(db, days),
      insights: await heardAndDecided(db, days),
      signals: (await pathFacts(db)).signals,
      effort: await effortOf(db, days),
    };
  });
}
