import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { ZonedWindow } from '#kernel/window.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { beginningOf, rowsOf } from '#platform/db/index.ts';
import type { Counts } from './model.ts';

type Own = Pick<Counts, 'hosts' | 'mandatedHosts' | 'signals' | 'insightsSubmitted'>;

/** What the check counts by itself on the bridge; the rest the stages tell. One row. */
export function ownCounts(
  { scope: { workspaceId: here } }: Scoped,
  { from, until, zone }: ZonedWindow,
  today: string,
): Rows<Own> {
  const [since, before] = [beginningOf(from, zone), beginningOf(until, zone)];
  return rowsOf(sql<Own>`
    with ${hostsOf(here, since, before)}
    select
      (select count(*)::int from host) as hosts,
      (select count(*)::int from host where exists (select from mandate where mandate.workspace_id = ${here}
        and mandate.host_id = host.id and mandate.state in ('accepted', 'active')
        and mandate.from_day <= ${today}::date and mandate.until_day > ${today}::date)) as "mandatedHosts",
      (select count(*)::int from signal where signal.workspace_id = ${here}
        and signal.raised_at >= ${since} and signal.raised_at < ${before}) as signals,
      (select count(*)::int from insight where insight.workspace_id = ${here} and insight.state <> 'draft'
        and insight.submitted_at >= ${since} and insight.submitted_at < ${before}) as "insightsSubmitted"`);
}

/** Hosts of now who left a trace in the record over these days. */
function hostsOf(here: string, since: RawBuilder<unknown>, before: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`host as (
    select colleague.id from colleague
    where colleague.workspace_id = ${here} and colleague.left_at is null and 'host' = any(colleague.functions)
      and exists (select from audit_event where audit_event.workspace_id = colleague.workspace_id
        and audit_event.actor_kind = 'person' and audit_event.actor_id = colleague.id::text
        and audit_event.at >= ${since} and audit_event.at < ${before})
  )`;
}
