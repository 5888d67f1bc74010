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
async function pagesOf(db: Scoped, { colleagueId, functions }: Caller, now: Date): Promise<AwaitingView['pages']> {
  const caller = { colleagueId, isSponsor: functions.includes('sponsor'), isPilot: functions.includes('pilot') };
  const sorts = functions.some((one) => one === 'pilot' || one === 'host');
  const counts: Readonly<Record<string, number>> = {
    course: await awaitingCourse(db, { colleagueId, functions }, now),
    mandates: (await awaitingMandates(db, { colleagueId, functions })) + (await unclosedMandates(db, caller, now)),
    signals: sorts ? await awaitingSignals(db) : 0,
    insights: await awaitingInsights(db, colleagueId),
    decisions: await awaitingDecisions(db, colleagueId, now),
    loop: sorts ? await awaitingLoop(db) : 0,
  };
  const late: Readonly<Record<string, boolean>> = await lateFor(db, caller, now);
  const pages: AwaitingView['pages'] = {};
  for (const [page, count] of Object.entries(counts)) if (count > 0) pages[page] = { count, late: late[page] === true };
  return pages;
}

/** What awaits somebody, and how the stages stand. */
export function createAwaiting(deps: CheckDeps) {
  const kept = new Map<string, { readonly until: number; readonly event: string; readonly bands: Bands }>();
  const bandsOf = async (scope: Scope): Promise<Bands> => {
    const now = deps.clock.now().getTime();
    const known = kept.get(scope.workspaceId);
    const event = await deps.database.inScope(scope, newestEvent);
    if (known !== undefined && known.until > now && known.event === event) return known.bands;
    // The months of a workspace that was opened since the start are kept from its first visitor on.
    if (known === undefined) await deps.database.inScope(scope, (db) => watchMonths(db, deps.clock.now()));
    const { check } = await checkNow(deps, scope);
    kept.set(scope.workspaceId, { until: now + KEPT_FOR, event, bands: check.bands });
    return check.bands;
  };
  return {
    async ofCaller(scope: Scope, by: By, functions: readonly FunctionName[]): Promise<AwaitingView> {
      const stages = { ...(await bandsOf(scope)) };
      if (by.kind !== 'person') return { pages: {}, stages };
      const caller = { colleagueId: by.colleagueId, functions };
      return { pages: await deps.database.inScope(scope, (db) => pagesOf(db, caller, deps.clock.now())), stages };
    },
  };
}
