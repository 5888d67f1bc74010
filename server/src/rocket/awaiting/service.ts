import { awaiting as awaitingDecisions } from '#bridge/decisions/lookup.ts';
import { awaitingInsights } from '#bridge/insights/lookup.ts';
import { awaiting as awaitingLoop } from '#bridge/loop/lookup.ts';
import { awaiting as awaitingMandates } from '#bridge/mandates/lookup.ts';
import { awaitingSignals } from '#bridge/signals/lookup.ts';
import { awaiting as awaitingCourse } from '#cockpit/course/lookup.ts';
import type { By, FunctionName } from '#kernel/actor.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Bands, CheckDeps } from '#rocket/check/index.ts';
import { checkNow, watchMonths } from '#rocket/check/index.ts';
import { lateFor, newestEvent, unclosedMandates } from './views.ts';
import type { AwaitingView } from './wire.ts';

/** Every page asks; where nobody changed anything, what the stages are changes with what comes in. Milliseconds. */
const KEPT_FOR = 30_000;

interface Caller {
  readonly colleagueId: string;
  readonly functions: readonly FunctionName[];
}

/** What awaits somebody, by page: his own, and what awaits whoever has the function for it. */
async function pagesOf(
  db: Scoped,
  { colleagueId, functions }: Caller,
  now: Date,
  toTell: number,
): Promise<AwaitingView['pages']> {
  const caller = { colleagueId, isSponsor: functions.includes('sponsor'), isPilot: functions.includes('pilot') };
  const sorts = functions.some((one) => one === 'pilot' || one === 'host');
  const counts: Readonly<Record<string, number>> = {
    course: await awaitingCourse(db, { colleagueId, functions }, now),
    mandates: (await awaitingMandates(db, { colleagueId, functions })) + (await unclosedMandates(db, caller, now)),
    signals: sorts ? await awaitingSignals(db) : 0,
    insights: await awaitingInsights(db, colleagueId),
    decisions: await awaitingDecisions(db, colleagueId, now),
    loop: sorts ? toTell : 0,
  };
  const late: Readonly<Record<string, boolean>> = await lateFor(db, caller, now);
  const pages: AwaitingView['pages'] = {};
  for (const [page, count] of Object.entries(counts)) if (count > 0) pages[page] = { count, late: late[page] === true };
  return pages;
}

/** What is the same for everybody of a workspace, and the record it was found under. */
interface Standing {
  readonly until: number;
  readonly event: string;
  readonly bands: Bands;
  /** Insights with members who are still to be told. */
  readonly toTell: number;
}

/** What awaits somebody, and how the stages stand. */
export function createAwaiting(deps: CheckDeps) {
  const { database, clock } = deps;
  const kept = new Map<string, Standing>();
  const standingOf = async (scope: Scope): Promise<Standing> => {
    const now = clock.now().getTime();
    const known = kept.get(scope.workspaceId);
    const event = await database.inScope(scope, newestEvent);
    if (known !== undefined && known.until > now && known.event === event) return known;
    // The months of a workspace that was opened since the start are kept from its first visitor on.
    if (known === undefined) await database.inScope(scope, (db) => watchMonths(db, clock.now()));
    const [{ check }, toTell] = await Promise.all([checkNow(deps, scope), database.inScope(scope, awaitingLoop)]);
    const standing = { until: now + KEPT_FOR, event, bands: check.bands, toTell };
    kept.set(scope.workspaceId, standing);
    return standing;
  };
  return {
    async ofCaller(scope: Scope, by: By, functions: readonly FunctionName[]): Promise<AwaitingView> {
      const { bands, toTell } = await standingOf(scope);
      const stages = { ...bands };
      if (by.kind !== 'person') return { pages: {}, stages };
      const caller = { colleagueId: by.colleagueId, functions };
      const pages = await database.inScope(scope, (db) => pagesOf(db, caller, clock.now(), toTell));
      return { pages, stages };
    },
  };
}
