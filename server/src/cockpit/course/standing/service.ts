import { paceOf, type Followed } from '#cockpit/course/key-results/lookup.ts';
import type { Objective } from '#cockpit/course/objectives/lookup.ts';
import { askingOf, type Confirmation, type Vision } from '#cockpit/course/visions/lookup.ts';
import type { FunctionName } from '#kernel/actor.ts';

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

interface Known {
  readonly objectives: readonly Objective[];
  readonly followed: readonly Followed[];
}

/** The objectives under way, by horizon, with how many of their key results are fed live. */
export function liveObjectives({ objectives: all, followed: known }: Known, today: string): readonly LiveObjective[] {
  const counted = Map.groupBy(known, ({ objectiveId }) => objectiveId);
  return all
    .filter(({ state }) => state === 'live')
    .map(({ id, title, ownerId, sponsorId, horizon }) => {
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

interface Waiting {
  readonly objectives: readonly Objective[];
  readonly visions: readonly Vision[];
  readonly said: readonly Confirmation[];
}

/** How much of the course awaits somebody: a vision to confirm, and his own objectives whose horizon has come. */
export function awaiting(
  { objectives: all, visions: [latest], said }: Waiting,
  { colleagueId, functions }: Awaited,
  days: { readonly today: string; readonly zone: string },
): number {
  const over = all.filter(
    ({ state, ownerId, horizon }) => state === 'live' && ownerId === colleagueId && horizon <= days.today,
  );
  const isVisionDue = functions.includes('sponsor') && latest !== undefined && askingOf(latest, said, days).isDue;
  return over.length + (isVisionDue ? 1 : 0);
}
