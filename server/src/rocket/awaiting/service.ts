import { awaiting as awaitingDecisions } from '#bridge/decisions/lookup.ts';
import { awaitingInsights } from '#bridge/insights/lookup.ts';
import { awaiting as awaitingLoop } from '#bridge/loop/lookup.ts';
import { awaiting as awaitingMandates } from '#bridge/mandates/lookup.ts';
import { awaitingSignals } from '#bridge/signals/lookup.ts';
import { awaiting as awaitingCourse, awaitingRows as awaitingCourseRows } from '#cockpit/course/lookup.ts';
import type { By, FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Answers, Scoped } from '#platform/db/index.ts';
import { together } from '#platform/db/index.ts';
import type { Bands, CheckDeps } from '#rocket/check/index.ts';
import { checkNow } from '#rocket/check/index.ts';
import { lateFor, newestEvent, unclosedMandates } from './views.ts';
import { house } from '#workspace/spaces/lookup.ts';
import type { AwaitingView } from './wire.ts';

/** Every page asks; where nobody changed anything, what the stages are changes with what comes in. Milliseconds. */
const KEPT_FOR = 30_000;

/** A key awaits nothing, and asks for the stages alone. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Asker {
  readonly colleagueId: string;
  readonly functions: readonly FunctionName[];
}

/** What the pages of somebody are told from, to be read together. */
function pageRows(db: Scoped, { colleagueId, functions }: Asker, now: Date) {
  const caller = { colleagueId, isSponsor: functions.includes('sponsor'), isPilot: functions.includes('pilot') };
  return {
    houses: house(db),
    ...awaitingCourseRows(db),
    mandates: awaitingMandates(db, { colleagueId, functions }),
    unclosed: unclosedMandates(db, caller, now),
    signals: awaitingSignals(db),
    insights: awaitingInsights(db, colleagueId),
    decisions: awaitingDecisions(db, colleagueId, now),
    late: lateFor(db, caller, now),
  };
}

type Known = Answers<ReturnType<typeof pageRows>>;

/** What awaits somebody, by page: his own, and what awaits whoever has the function for it. */
function pagesOf(known: Known, asker: Asker, now: Date, toTell: number): AwaitingView['pages'] {
  const zone = known.houses[0]?.zone ?? 'UTC';
  const sorts = asker.functions.some((one) => one === 'pilot' || one === 'host');
  const count = ([row]: readonly { readonly n: number }[]): number => row?.n ?? 0;
  const counts: Readonly<Record<string, number>> = {
    course: awaitingCourse(known, asker, { today: dayIn(zone, now), zone }),
    mandates: count(known.mandates) + count(known.unclosed),
    signals: sorts ? count(known.signals) : 0,
    insights: count(known.insights),
    decisions: count(known.decisions),
    loop: sorts ? toTell : 0,
  };
  const late: Readonly<Record<string, boolean>> = { ...known.late[0] };
  const pages: AwaitingView['pages'] = {};
  for (const [page, n] of Object.entries(counts)) if (n > 0) pages[page] = { count: n, late: late[page] === true };
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
  const standingOf = async (scope: Scope, event: string): Promise<Standing> => {
    const now = clock.now().getTime();
    const known = kept.get(scope.workspaceId);
    if (known !== undefined && known.until > now && known.event === event) return known;
    const [{ check }, toTell] = await Promise.all([checkNow(deps, scope), database.inScope(scope, awaitingLoop)]);
    const standing = { until: now + KEPT_FOR, event, bands: check.bands, toTell };
    kept.set(scope.workspaceId, standing);
    return standing;
  };
  return {
    async ofCaller(scope: Scope, by: By, functions: readonly FunctionName[]): Promise<AwaitingView> {
      const now = clock.now();
      const asker = { colleagueId: by.kind === 'person' ? by.colleagueId : NOBODY, functions };
      const known = await database.inScope(scope, (db) =>
        together(db, { events: newestEvent(db), ...pageRows(db, asker, now) }),
      );
      const { bands, toTell } = await standingOf(scope, known.events[0]?.number ?? '0');
      return { pages: by.kind === 'person' ? pagesOf(known, asker, now, toTell) : {}, stages: { ...bands } };
    },
  };
}
