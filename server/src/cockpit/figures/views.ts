import type { Row, Scoped } from '#platform/projection/index.ts';
import type { Frame, Plan, Span } from './model.ts';
import { paramsOf, textOf } from './rules.ts';

const SPANS = `
with seen (place_id, first_instant, last_instant, first_day, last_day) as (
  select act.place_id, min(act.instant), max(act.instant), min(act.day), max(act.day)
  from fact_activity act
  where act.place_id = any($2::uuid[]) and act.kind <> 'joined'
  group by act.place_id
)
select seen.place_id::text as place_id,
  least(seen.first_day, (seen.first_instant at time zone $1)::date)::text as first_day,
  greatest(seen.last_day, (seen.last_instant at time zone $1)::date)::text as last_day,
  floor(extract(epoch from seen.last_instant))::double precision as last_second
from seen`;

/** From when to when something happened in each place. Arrivals do not count: people may be older than what was received. */
export async function spansOf(
  facts: Scoped,
  zone: string,
  placeIds: readonly string[],
): Promise<ReadonlyMap<string, Span>> {
  const rows = await facts.query(SPANS, [zone, placeIds]);
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

/** The rows of a figure, sorted into the windows of its plan. */
export async function rowsOf(facts: Scoped, plan: Plan, frame: Frame): Promise<readonly (readonly Row[])[]> {
  const sorted: Row[][] = plan.asked.map(() => []);
  for (const row of await facts.query(textOf(plan.figure), paramsOf(plan, frame))) {
    sorted[Number(row['w'])]?.push(row);
  }
  return sorted;
}
