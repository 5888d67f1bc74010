import { sql } from 'kysely';
import type { Window, ZonedWindow } from '#kernel/window.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { beginningOf, rowsOf } from '#platform/db/index.ts';
import type { ReviewView } from './wire.ts';

/** One of a list that is cut, with how many there would be. */
type OfAll<T> = T & { readonly of_all: number };

/** The objectives that live or ended over these days, those under way and due first, each with its key results as last measured. */
export function reviewedObjectives(
  db: Scoped,
  { from, zone }: ZonedWindow,
): Rows<OfAll<ReviewView['objectives'][number]>> {
  const here = db.scope.workspaceId;
  return rowsOf(sql<OfAll<ReviewView['objectives'][number]>>`
    select count(*) over ()::int as of_all, objective.id, objective.title, objective.reason, objective.state, to_char(objective.horizon, 'YYYY-MM-DD') as horizon,
      (select person.name from colleague join person on person.id = colleague.person_id
        where colleague.workspace_id = objective.workspace_id and colleague.id = objective.sponsor_id) as sponsor,
      coalesce((select json_agg(json_build_object('figure', key_result.figure, 'baseline', key_result.baseline,
          'target', key_result.target, 'due', to_char(key_result.due, 'YYYY-MM-DD'), 'latest', latest.value) order by key_result.made_at)
        from key_result left join lateral (select reading.value from key_result_reading reading
          where reading.workspace_id = key_result.workspace_id and reading.key_result_id = key_result.id
          order by reading.day desc limit 1) latest on true
        where key_result.workspace_id = objective.workspace_id and key_result.objective_id = objective.id
          and key_result.dropped_at is null), '[]'::json) as "keyResults"
    from objective
    where objective.workspace_id = ${here} and objective.state <> 'draft'
      and (objective.ended_at is null or objective.ended_at >= ${beginningOf(from, zone)})
    order by objective.state <> 'live', objective.horizon, objective.made_at limit 20`);
}

type Reviewed = ReviewView['insights'][number];

export interface ReviewedRow extends OfAll<Omit<Reviewed, 'quotes'>> {
  /** With the names of whoever wrote around it. */
  readonly quotes: readonly { readonly text: string; readonly names: readonly string[] }[];
}

const MOST_NAMES = 500;

/** What was heard and what was decided of it, what most members asked for first, at most two sayings of each with the names that `quoteOf` takes out. */
export function heardAndDecided(db: Scoped, { from, zone }: ZonedWindow): Rows<ReviewedRow> {
  const here = db.scope.workspaceId;
  return rowsOf(sql<ReviewedRow>`
    select count(*) over ()::int as of_all, insight.id, insight.statement, insight.state, to_char(insight.due, 'YYYY-MM-DD') as due,
      (select count(distinct evidence.member_id)::int from signal
        join evidence on evidence.workspace_id = signal.workspace_id and evidence.signal_id = signal.id
        where signal.workspace_id = insight.workspace_id and signal.insight_id = insight.id) as members,
      (select count(distinct told.member_id)::int from told where told.workspace_id = insight.workspace_id and told.insight_id = insight.id) as told,
      coalesce((select json_agg(json_build_object('text', said.text, 'names', said.names)) from (
        select left(evidence.text, 2000) as text, (select coalesce(json_agg(around.name), '[]'::json) from (
            select called.name from message
            join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
            join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
            cross join lateral (values (member.name), (identity.handle), (identity.display_name)) as called(name)
            where message.workspace_id = evidence.workspace_id
              and (message.id = evidence.message_id or message.thread_id = evidence.thread_id)
            union select evidence.author_name limit ${MOST_NAMES}) around
            where around.name is not null) as names from signal
        join evidence on evidence.workspace_id = signal.workspace_id and evidence.signal_id = signal.id
        where signal.workspace_id = insight.workspace_id and signal.insight_id = insight.id and evidence.text is not null
        order by evidence.added_at limit 2) said), '[]'::json) as quotes,
      (select json_build_object('answer', decision.answer, 'reason', decision.reason, 'day', to_char(decision.at at time zone ${zone}::text, 'YYYY-MM-DD'),
          'by', coalesce(decision.by_outside, (select person.name from colleague join person on person.id = colleague.person_id
            where colleague.workspace_id = decision.workspace_id and colleague.id = decision.by_id)))
        from decision where decision.workspace_id = insight.workspace_id and decision.insight_id = insight.id
        order by decision.at desc limit 1) as decision
    from insight
    where insight.workspace_id = ${here} and insight.state <> 'draft'
      and coalesce(insight.decided_at, insight.submitted_at, insight.made_at) >= ${beginningOf(from, zone)}
    order by members desc, insight.decided_at desc nulls last, insight.made_at desc limit 12`);
}

/** What was asked and what it took: minutes that were noted, acts by what they serve, hours the mandates reckon with. One row. */
export function effort({ scope: { workspaceId: here } }: Scoped, { from, until }: Window): Rows<ReviewView['effort']> {
  return rowsOf(sql<ReviewView['effort']>`
    select
      (select coalesce(sum(action.minutes), 0)::int from action where action.workspace_id = ${here}
        and action.day >= ${from}::date and action.day < ${until}::date) as minutes,
      (select count(*)::int from action where action.workspace_id = ${here} and action.tie = 'mandate'
        and action.day >= ${from}::date and action.day < ${until}::date) as tied,
      (select count(*)::int from action where action.workspace_id = ${here} and action.tie = 'house'
        and action.day >= ${from}::date and action.day < ${until}::date) as house,
      coalesce((select json_agg(json_build_object('intention', mandate.intention, 'hours', mandate.effort_hours,
          'state', mandate.state, 'host', person.name, 'isProvable', mandate.expects is not null) order by mandate.made_at)
        from mandate
        join colleague on colleague.workspace_id = mandate.workspace_id and colleague.id = mandate.host_id
        join person on person.id = colleague.person_id
        where mandate.workspace_id = ${here} and mandate.state not in ('draft', 'withdrawn')
          and mandate.from_day < ${until}::date and mandate.until_day > ${from}::date), '[]'::json) as mandates`);
}
