import { followedOf, paceOf } from '#cockpit/course/key-results/lookup.ts';
import { objectives } from '#cockpit/course/objectives/lookup.ts';
import { askingOf, confirmations, visions } from '#cockpit/course/visions/lookup.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import type { Scoped } from '#platform/db/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';

export interface LiveObjective {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly sponsorId: string | null;
  readonly horizon: string;
  /** How many key results it has, and how many of them have a value that still says something on that day. */
  readonly keyResults: number;
  readonly fed: number;
}

/** The objectives under way, by horizon, with how many of their key results are fed live. */
export async function liveObjectives(db: Scoped, today: string): Promise<readonly LiveObjective[]> {
  const live = (await objectives(db)).filter(({ state }) => state === 'live');
  if (live.length === 0) return [];
  const followed = await followedOf(db, { objectives: live.map(({ id }) => id), most: 1 });
  const counted = Map.groupBy(followed, ({ objectiveId }) => objectiveId);
  return live.map(({ id, title, ownerId, sponsorId, horizon }) => {
    const own = counted.get(id) ?? [];
    const fed = own.filter((one) => !SILENT.has(paceOf(one, one.readings.at(-1), today).because));
    return { id, title, ownerId, sponsorId, horizon, keyResults: own.length, fed: fed.length };
  });
}

const SILENT: ReadonlySet<string | null> = new Set(['not_measured', 'missing', 'old']);

/** Somebody of the team, as what awaits him is counted. */
export interface Awaited {
  readonly colleagueId: string;
  readonly functions: readonly FunctionName[];
}

/** How much of the course awaits somebody: a vision to confirm, and his own objectives whose horizon has come. */
export async function awaiting(db: Scoped, person: Awaited, now: Date): Promise<number> {
  const { zone } = await settingsOf(db);
  const today = dayIn(zone, now);
  const over = (await objectives(db)).filter(
    ({ state, ownerId, horizon }) => state === 'live' && ownerId === person.colleagueId && horizon <= today,
  );
  return over.length + (person.functions.includes('sponsor') && (await isVisionDue(db, today, zone)) ? 1 : 0);
}

async function isVisionDue(db: Scoped, today: string, zone: string): Promise<boolean> {
  const [latest] = await visions(db);
  return latest !== undefined && askingOf(latest, await confirmations(db), { today, zone }).isDue;
}
