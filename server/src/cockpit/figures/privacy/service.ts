import type { Given } from '#cockpit/figures/counting/index.ts';
import type { FigureQuery, Frame, Measured, Plan } from '#cockpit/figures/index.ts';
import { selectionOf, type Selection } from '#cockpit/figures/lookup.ts';
import { hasTwin, sharedSegments, type AskedSegment } from '#cockpit/segments/lookup.ts';
import { addDays, daysBetween } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Window } from '#kernel/window.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Scoped as Facts } from '#platform/projection/index.ts';
import { smallestGroupOf } from '#workspace/privacy/lookup.ts';
import type { Crowd, Guard } from './model.ts';
import type { Hidden } from './rules.ts';
import { hiddenOf, inWeeks, mayCut, trimmed, wholesOf } from './rules.ts';
import { crowdsBehind, weeksOf } from './views.ts';

/** What must be known of a question to keep numbers of a few persons back. */
export interface Watch {
  readonly k: number;
  readonly own: Selection;
  readonly wholes: readonly Selection[];
  readonly segment: AskedSegment | undefined;
  /** The other segments whoever asks can ask for. */
  readonly others: readonly AskedSegment[];
}

type Refused = 'figure/too_fine' | 'figure/segment_gone' | 'http/not_found';

/** What is asked about, with what must be known to keep numbers of a few persons back from whoever may not see them. */
export async function watchedSelection(
  db: Scoped,
  query: FigureQuery,
  isGuarded: boolean,
): Promise<Result<{ readonly selection: Selection; readonly watch?: Watch }, Refused>> {
  const selection = await selectionOf(db, query);
  if (!selection.ok) return selection;
  if (!isGuarded) return yes({ selection: selection.value });
  const watch = await watchOf(db, query, selection.value);
  return watch.ok ? yes({ selection: selection.value, watch: watch.value }) : watch;
}

/** Refuses what cuts too finely, and segments that are not shared; reads what the question is a part of. */
async function watchOf(db: Scoped, query: FigureQuery, own: Selection): Promise<Result<Watch, Refused>> {
  const may = mayCut(query);
  if (!may.ok) return may;
  const shared = query.segment === undefined ? [] : await sharedSegments(db);
  const segment = shared.find(({ id }) => id === query.segment);
  if (query.segment !== undefined && segment === undefined) return no('figure/segment_gone');
  const wholes: Selection[] = [];
  for (const whole of wholesOf(query)) {
    const selection = await selectionOf(db, whole);
    if (!selection.ok) return selection;
    wholes.push(selection.value);
  }
  const others = shared.filter(({ id }) => id !== query.segment);
  return yes({ k: await smallestGroupOf(db), own, wholes, segment, others });
}

/** A frame in whole weeks, with what is to be kept back in it. */
export async function guardedFrame(facts: Facts, watch: Watch, framed: Frame): Promise<Frame> {
  const { k, own, segment, others, wholes } = watch;
  const window = inWeeks(framed.window, framed.today);
  const frame = { ...framed, window, slice: own.slice(window.until) };
  const weeks = await weeksOf(facts, givenIn(frame), farBack(window));
  const cuts = wholes.map(({ places, slice }) => ({ places, slice: slice(window.until) }));
  const isTwin = segment !== undefined && (await hasTwin(facts, segment, others, { asOf: window.until, k }));
  // The members of a segment are told as of the end: another end would mean others.
  const kept = segment === undefined ? trimmed(window, weeks, k) : window;
  return { ...frame, window: kept, guard: { k, weeks, wholes: cuts, hasTwin: isTwin, crowds: new Map() } };
}

function givenIn({ places, slice, window: { from, until } }: Frame): Given {
  return { places, slice, asked: [], looked: [], since: from, firstDay: from, lastDay: until };
}

/** As far back as a window is set against others. */
function farBack({ from, until }: Window): Window {
  return { from: addDays(from, -Math.max(daysBetween(from, until), 366)), until };
}

/** Which windows of a plan, and whether their parts, are kept back. */
export async function hiddenIn(
  facts: Facts,
  { figure, asked, unavailable }: Plan,
  guard: Guard,
  given: Given,
  measured: readonly Measured[],
): Promise<Hidden> {
  if (unavailable !== undefined) return { values: new Set(), parts: false };
  const crowds = await crowdsOf(facts, figure.needs, guard, given);
  const windows = asked.flatMap((window, w) => {
    const found = measured[w];
    return found === undefined ? [] : [{ ...window, measured: found, crowds: crowds.map((one) => one[w] ?? NOBODY) }];
  });
  return hiddenOf(figure, windows, guard);
}

const NOBODY: Crowd = { part: 0, whole: 0, rest: 0, largest: 0 };

function crowdsOf(
  facts: Facts,
  needs: Plan['figure']['needs'],
  { wholes, crowds }: Guard,
  given: Given,
): Promise<readonly (readonly Crowd[])[]> {
  const windows = given.asked.map(({ from, until }) => [from, until]);
  const key = JSON.stringify([given.places.map(({ id }) => id), windows]);
  const known = crowds.get(key);
  if (known !== undefined) return known;
  const found = Promise.all(
    wholes.map(({ places, slice }) => {
      const able = places.filter(({ gives }) => needs.every((need) => gives[need]));
      return crowdsBehind(facts, given, { places: able, slice });
    }),
  );
  crowds.set(key, found);
  return found;
}
