import { sql } from 'kysely';
import { FUNCTIONS } from '#kernel/actor.ts';
import type { ZonedWindow } from '#kernel/window.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { beginningOf, rowsOf, toldAs } from '#platform/db/index.ts';
import type { Deed, Holding } from './model.ts';

/** The lines of the charter that were written, to be read with other things. */
export function holdings({ scope, tx }: Scoped): Rows<Holding> {
  const rows = tx
    .selectFrom('charter_holding')
    .select(['responsibility', 'function', 'colleague_id', 'letter'])
    .where('workspace_id', '=', scope.workspaceId);
  return toldAs(rowsOf(rows), ({ responsibility, function: name, colleague_id: colleagueId, letter }) => ({
    responsibility,
    function: FUNCTIONS.find((one) => one === name) ?? null,
    colleagueId,
    letter,
  }));
}

/** What persons did by the record, over some days. */
export function deeds({ scope: { workspaceId } }: Scoped, { from, until, zone }: ZonedWindow): Rows<Deed> {
  return rowsOf(sql<Deed>`
    select audit_event.action, audit_event.actor_id as "colleagueId", count(*)::int as count from audit_event
    where audit_event.workspace_id = ${workspaceId} and audit_event.actor_kind = 'person'
      and audit_event.at >= ${beginningOf(from, zone)} and audit_event.at < ${beginningOf(until, zone)}
    group by audit_event.action, audit_event.actor_id`);
}
