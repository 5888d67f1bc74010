import { tiedShare } from '#bridge/actions/lookup.ts';
import { decidedWithinDue } from '#bridge/decisions/lookup.ts';
import { loopClosure } from '#bridge/loop/lookup.ts';
import { liveObjectives } from '#cockpit/course/lookup.ts';
import type { FigureQuery, Figures, FigureValue } from '#cockpit/figures/index.ts';
import { valueStanding } from '#cockpit/value/lookup.ts';
import { proofCounts } from '#cockpit/proof/lookup.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Window } from '#kernel/window.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { pilotTraces } from '#rocket/charter/lookup.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { colleagues } from '#workspace/team/lookup.ts';
import type { Counts, FoundAll, PilotTraces } from './model.ts';
import { FIGURE_OF, fromCounts, fromFigure, fromValue } from './rules.ts';
import { ownCounts } from './views.ts';

export interface TracesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly figures: Pick<Figures, 'answer' | 'lend'>;
}

/** Days the check looks back over. */
export const SPAN = 90;

/** All that was found, and over which days. */
export interface Traces {
  readonly found: FoundAll;
  readonly counts: Counts;
  readonly pilot: PilotTraces;
  /** What colleagues did: the last days, today included. */
  readonly window: Window;
  /** What members did: up to the newest activity, as every figure. Null while there is none. */
  readonly figuresWindow: Window | null;
  readonly today: string;
}

/**
 * Gathers the traces of the 90 days before a day, or up to now. What colleagues did counts today in; figures end where
 * the facts end, so that an old export is judged on its own last days.
 */
export async function gatherTraces(deps: TracesDeps, scope: Scope, until?: string): Promise<Traces> {
  const { database, clock } = deps;
  const { zone } = await database.inScope(scope, settingsOf);
  const today = dayIn(zone, clock.now());
  const end = until ?? addDays(today, 1);
  const window = { from: addDays(end, -SPAN), until: end };
  const asked: FigureQuery = until === undefined ? { days: '90', compare: 'none' } : { ...window, compare: 'none' };
  const days = { window, zone, today };
  // Beside one another: who asked and was told takes as long as all the rest.
  const [{ own, pilot, value }, loop, { values, figuresWindow }] = await Promise.all([
    database.inScope(scope, async (db) => ({
      own: await countsOf(db, days, clock.now()),
      pilot: await pilotTraces(db, days),
      value: await valueStanding(db, { until: end, zone }),
    })),
    database.inScope(scope, (db) => loopClosure(db, window)),
    figuresOf(deps, scope, asked),
  ]);
  const counts = { ...own, ...loop };
  const messages = messagesIn(values.get(CONTRIBUTIONS));
  const found = {
    ...fromCounts(counts, messages, pilot),
    value_model: fromValue(value, end),
    reply_coverage: fromFigure(values.get(FIGURE_OF.reply_coverage), 'no_traces'),
    clocks: fromFigure(values.get(FIGURE_OF.clocks), 'no_clocks'),
    welcomed: fromFigure(values.get(FIGURE_OF.welcomed), 'no_traces'),
    presence: fromFigure(values.get(FIGURE_OF.presence), 'no_traces'),
  };
  return { found, counts, pilot, window, figuresWindow, today };
}

/** Each stage tells its own counts; the check adds what none of them is asked for. */
async function countsOf(
  db: Scoped,
  days: { readonly window: Window; readonly zone: string; readonly today: string },
  now: Date,
): Promise<Omit<Counts, 'askers' | 'told'>> {
  const own = await ownCounts(db, days);
  const { mandate, offplan, unsorted } = await tiedShare(db, days.window);
  const { due, within } = await decidedWithinDue(db, days.window, now);
  const course = await courseOf(db, days.today);
  const proofs = await proofCounts(db, days.window);
  return {
    ...own,
    ...course,
    tied: mandate,
    offPlan: offplan + unsorted,
    insightsDue: due,
    insightsInTime: within,
    finished: proofs.finished,
    verdicts: proofs.judged,
  };
}

/** A sponsor who left sponsors nothing. */
async function courseOf(db: Scoped, today: string) {
  const live = await liveObjectives(db, today);
  const here = new Set((await colleagues(db)).flatMap(({ id, hasLeft }) => (hasLeft ? [] : [id])));
  return {
    liveObjectives: live.length,
    sponsoredObjectives: live.filter(({ sponsorId }) => sponsorId !== null && here.has(sponsorId)).length,
    unmeasured: live.filter(({ keyResults }) => keyResults === 0).length,
    keyResults: live.reduce((sum, { keyResults }) => sum + keyResults, 0),
    fedKeyResults: live.reduce((sum, { fed }) => sum + fed, 0),
  };
}

interface FiguresFound {
  readonly values: ReadonlyMap<string, FigureValue>;
  readonly figuresWindow: Window | null;
}

/** What figures said, as long as they are asked the same of the same facts; one answer for each workspace. */
const kept = new WeakMap<TracesDeps['figures'], Map<string, { readonly key: string; readonly found: FiguresFound }>>();

/** The figures of the check; counted over months, they are counted again only where the facts, or the days, are others. */
async function figuresOf(deps: TracesDeps, scope: Scope, asked: FigureQuery): Promise<FiguresFound> {
  const mine = kept.get(deps.figures) ?? new Map<string, { key: string; found: FiguresFound }>();
  kept.set(deps.figures, mine);
  const lent = await deps.figures.lend(scope, CONTRIBUTIONS, asked, async ({ key }) => key);
  const key = lent.ok ? lent.value : undefined;
  const before = mine.get(scope.workspaceId);
  if (key !== undefined && before?.key === key) return before.found;
  const found = await answeredFigures(deps, scope, asked);
  if (key !== undefined) mine.set(scope.workspaceId, { key, found });
  return found;
}

async function answeredFigures({ figures }: TracesDeps, scope: Scope, asked: FigureQuery): Promise<FiguresFound> {
  const answered = await figures.answer(scope, asked, 'fr', [...Object.values(FIGURE_OF), CONTRIBUTIONS], true);
  if (!answered.ok) throw new Error(`figures of the check are refused: ${answered.refusal.code}`);
  const [first] = answered.value;
  const isEmpty = first?.value.state === 'unavailable' && first.value.reason === 'no_places';
  return {
    values: new Map(answered.value.map(({ figure, value }) => [figure.id, value])),
    figuresWindow: first === undefined || isEmpty ? null : { from: first.window.from, until: first.window.until },
  };
}

/** Its value is a share of all contributions of persons over the days asked: of so many. */
const CONTRIBUTIONS = 'top1_share';

function messagesIn(value: FigureValue | undefined): number | undefined {
  return value === undefined || value.state === 'unavailable' ? undefined : value.of;
}
