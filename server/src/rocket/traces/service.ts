import { tiedShare } from '#bridge/actions/lookup.ts';
import { decidedWithinDue } from '#bridge/decisions/lookup.ts';
import { loopClosure } from '#bridge/loop/lookup.ts';
import { liveObjectiveRows, liveObjectives } from '#cockpit/course/lookup.ts';
import type { FigureQuery, Figures, FigureValue } from '#cockpit/figures/index.ts';
import { allPlaces, type Selection } from '#cockpit/figures/lookup.ts';
import { valueStanding } from '#cockpit/value/lookup.ts';
import { proofCounts } from '#cockpit/proof/lookup.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Window } from '#kernel/window.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Answers, Database, Scoped } from '#platform/db/index.ts';
import { pilotTraces } from '#rocket/charter/index.ts';
import { deeds, holdings } from '#rocket/charter/lookup.ts';
import { house } from '#workspace/spaces/lookup.ts';
import { colleagueRows } from '#workspace/team/lookup.ts';
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

/** The moment traces are gathered at, and before which day: of all there is, unless it is said. */
export interface Moment {
  readonly now: Date;
  readonly until?: string;
}

/** What the traces of the days before a moment are told from, to be read with other things. */
export function traceRows(db: Scoped, { now, until }: Moment, zone: string) {
  const today = dayIn(zone, now);
  const end = until ?? addDays(today, 1);
  const window = { from: addDays(end, -SPAN), until: end, zone };
  return {
    houses: house(db),
    places: allPlaces(db),
    own: ownCounts(db, window, today),
    shares: tiedShare(db, window),
    decided: decidedWithinDue(db, window, now),
    ...liveObjectiveRows(db),
    colleagues: colleagueRows(db),
    proofs: proofCounts(db, window),
    holdings: holdings(db),
    deeds: deeds(db, window),
    value: valueStanding(db, window),
    loop: loopClosure(db, window),
  };
}

/** What those questions found. */
type Known = Answers<ReturnType<typeof traceRows>>;

/** What figures say of the same days. They end where the facts end, so that an old export is judged on its own last days. */
function figuresOf(deps: TracesDeps, scope: Scope, known: Known, until?: string): Promise<FiguresFound> {
  const asked: FigureQuery =
    until === undefined ? { days: '90', compare: 'none' } : { from: addDays(until, -SPAN), until, compare: 'none' };
  const everywhere: Selection = { zone: zoneIn(known), places: known.places, slice: () => ({}) };
  return figuresFor(deps, scope, asked, everywhere);
}

const zoneIn = (known: Known): string => known.houses[0]?.zone ?? 'UTC';

/** The traces of the 90 days before a moment, from what was read. What colleagues did counts today in. */
export async function tracesOf(deps: TracesDeps, scope: Scope, known: Known, { now, until }: Moment): Promise<Traces> {
  const { values, figuresWindow } = await figuresOf(deps, scope, known, until);
  const today = dayIn(zoneIn(known), now);
  const end = until ?? addDays(today, 1);
  const counts = countsIn(known, today);
  const pilot = pilotTraces(known);
  const found = {
    ...fromCounts(counts, messagesIn(values.get(CONTRIBUTIONS)), pilot),
    value_model: fromValue(known.value[0], end),
    reply_coverage: fromFigure(values.get(FIGURE_OF.reply_coverage), 'no_traces'),
    clocks: fromFigure(values.get(FIGURE_OF.clocks), 'no_clocks'),
    welcomed: fromFigure(values.get(FIGURE_OF.welcomed), 'no_traces'),
    presence: fromFigure(values.get(FIGURE_OF.presence), 'no_traces'),
  };
  return { found, counts, pilot, window: { from: addDays(end, -SPAN), until: end }, figuresWindow, today };
}

/** Each stage tells its own counts; the check adds what none of them is asked for. */
function countsIn(known: Known, today: string): Counts {
  const [[own], [shares], [decided], [proofs], [loop]] = [
    known.own,
    known.shares,
    known.decided,
    known.proofs,
    known.loop,
  ];
  if (!own || !shares || !decided || !proofs || !loop) throw new Error('a question of counts always has its row');
  return {
    ...own,
    ...loop,
    ...courseIn(known, today),
    tied: shares.mandate,
    offPlan: shares.offplan + shares.unsorted,
    insightsDue: decided.due,
    insightsInTime: decided.within,
    finished: proofs.finished,
    verdicts: proofs.judged,
  };
}

/** A sponsor who left sponsors nothing. */
function courseIn(known: Known, today: string) {
  const live = liveObjectives(known, today);
  const here = new Set(known.colleagues.flatMap(({ id, hasLeft }) => (hasLeft ? [] : [id])));
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
async function figuresFor(
  deps: TracesDeps,
  scope: Scope,
  asked: FigureQuery,
  selection: Selection,
): Promise<FiguresFound> {
  const mine = kept.get(deps.figures) ?? new Map<string, { key: string; found: FiguresFound }>();
  kept.set(deps.figures, mine);
  const lent = await deps.figures.lend(scope, CONTRIBUTIONS, asked, async ({ key }) => key, false, selection);
  const key = lent.ok ? lent.value : undefined;
  const before = mine.get(scope.workspaceId);
  if (key !== undefined && before?.key === key) return before.found;
  const found = await answeredFigures(deps, scope, asked, selection);
  if (key !== undefined) mine.set(scope.workspaceId, { key, found });
  return found;
}

async function answeredFigures(
  { figures }: TracesDeps,
  scope: Scope,
  asked: FigureQuery,
  selection: Selection,
): Promise<FiguresFound> {
  const ids = [...Object.values(FIGURE_OF), CONTRIBUTIONS];
  const answered = await figures.answer(scope, asked, 'fr', ids, true, selection);
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
