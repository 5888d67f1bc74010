import type { Row, Scoped } from '#platform/projection/index.ts';
import type { Given } from '#cockpit/figures/counting/index.ts';
import { compose } from '#cockpit/figures/counting/index.ts';
import { hiddenIn } from '#cockpit/figures/privacy/index.ts';
import type { Frame, Measured, Plan, Slice, Span, Sql, Watched } from './model.ts';
import { givenOf } from './rules.ts';

const SPANS = `
select span.place_id::text as place_id,
  least(span.first_day, (span.first_instant at time zone plain_zone.zone)::date)::text as first_day,
  greatest(span.last_day, (span.last_instant at time zone plain_zone.zone)::date)::text as last_day,
  floor(extract(epoch from span.last_instant))::double precision as last_second
from fact_span span cross join plain_zone
where span.place_id in (select unnest($1::uuid[]))`;

/** From when to when something happened in each place. Arrivals do not count: people may be older than what was received. */
export async function spansOf(facts: Scoped, placeIds: readonly string[]): Promise<ReadonlyMap<string, Span>> {
  const rows = await facts.query(SPANS, [placeIds]);
  return new Map(rows.map((row) => [String(row['place_id']), toSpan(row)]));
}

function toSpan({ first_day: firstDay, last_day: lastDay, last_second: second }: Row): Span {
  const day = String(lastDay);
  if (typeof second !== 'number') return { firstDay: String(firstDay), lastDay: day, end: null, newest: { day } };
  return {
    firstDay: String(firstDay),
    lastDay: day,
    end: new Date((second + 1) * 1000).toISOString(),
    newest: { at: new Date(second * 1000).toISOString() },
  };
}

/** The same facts, asked each question once: what several figures are read from is counted for all of them. */
export function askedOnce(facts: Scoped): Scoped {
  const answers = new Map<string, Promise<readonly Row[]>>();
  return {
    ...facts,
    query: async (text, params) => {
      const question = JSON.stringify([text, params]);
      const answer = answers.get(question) ?? facts.query(text, params);
      answers.set(question, answer);
      return await answer;
    },
  };
}

/** The rows of a figure, sorted into the windows of its plan. */
export async function rowsOf(facts: Scoped, plan: Plan, frame: Frame): Promise<readonly (readonly Row[])[]> {
  const sorted: Row[][] = plan.asked.map(() => []);
  const { text, params } = compose(plan.figure, givenOf(plan, frame));
  for (const row of await facts.query(text, params)) sorted[Number(row['w'])]?.push(row);
  return sorted;
}

/** The rows of each question of a detail; `other`: asked of other windows or relations than the plan's. */
export async function detailRowsOf(
  facts: Scoped,
  questions: readonly Sql[],
  plan: Plan,
  frame: Frame,
  other: Partial<Given> = {},
): Promise<readonly (readonly Row[])[]> {
  const found: (readonly Row[])[] = [];
  for (const question of questions) {
    const { text, params } = compose(question, { ...givenOf(plan, frame), ...other });
    found.push(await facts.query(text, params));
  }
  return found;
}

/** Whether nobody ever contributed anything that lies in a slice; a slice that cuts nothing is never empty. */
export async function isEmptySlice(facts: Scoped, places: readonly Watched[], slice: Slice): Promise<boolean> {
  if (Object.keys(slice).length === 0 || places.length === 0) return false;
  const day = '2000-01-01';
  const { text, params } = compose(
    { reads: 'days', select: '\nselect 1 as one from days limit 1' },
    { places, slice, asked: [{ from: day, until: day }], looked: [], since: day, firstDay: day, lastDay: day },
  );
  return (await facts.query(text, params)).length === 0;
}

/** Whether the value itself is kept back, and what is drawn beside it with it. */
export async function isHiddenNow(facts: Scoped, plan: Plan, frame: Frame): Promise<boolean> {
  if (frame.guard === undefined || plan.unavailable !== undefined) return false;
  const rows = await rowsOf(facts, plan, frame);
  const measured = plan.asked.map((_, w) => plan.figure.finish(rows[w] ?? []));
  return (await guarded(facts, plan, frame, measured)).plan.asked[0]?.isHidden === true;
}

/** The plan with the windows marked whose values are kept back, and whether what they are made of is. */
export async function guarded(
  facts: Scoped,
  plan: Plan,
  frame: Frame,
  measured: readonly Measured[],
): Promise<{ readonly plan: Plan; readonly hidesParts: boolean }> {
  if (frame.guard === undefined) return { plan, hidesParts: false };
  const { values, parts } = await hiddenIn(facts, plan, frame.guard, givenOf(plan, frame), measured);
  const asked = plan.asked.map((window, w) => (values.has(w) ? { ...window, isHidden: true } : window));
  return { plan: { ...plan, asked }, hidesParts: parts };
}
