import { followed } from '#cockpit/course/key-results/lookup.ts';
import { objectives } from '#cockpit/course/objectives/lookup.ts';
import { confirmations, visions } from '#cockpit/course/visions/lookup.ts';
import type { Scoped } from '#platform/db/index.ts';

export { awaiting, liveObjectives } from '#cockpit/course/standing/index.ts';
export type { Awaited, LiveObjective } from '#cockpit/course/standing/index.ts';

/** What `liveObjectives` is told from, to be read together with other things. */
export function liveObjectiveRows(db: Scoped) {
  return { objectives: objectives(db), followed: followed(db, { states: ['live'], most: 1 }) };
}

/** What `awaiting` is told from, to be read together with other things. */
export function awaitingRows(db: Scoped) {
  return { objectives: objectives(db), visions: visions(db), said: confirmations(db) };
}
