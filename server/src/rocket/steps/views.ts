import { sql } from 'kysely';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import type { PathFacts } from './model.ts';

/** What the steps are seen by, to be read with other things. One row. */
export function pathFacts({ scope: { workspaceId: here } }: Scoped): Rows<PathFacts> {
  return rowsOf(sql<PathFacts>`
    select
      (select count(*)::int from place where place.workspace_id = ${here} and exists (select from message
        where message.workspace_id = place.workspace_id and message.place_id = place.id)) as places,
      (select count(*)::int from member where member.workspace_id = ${here} and member.kind = 'staff') as staff,
      (select count(*)::int from vision where vision.workspace_id = ${here}) as visions,
      (select count(*)::int from mandate where mandate.workspace_id = ${here}
        and mandate.state not in ('draft', 'withdrawn')) as "givenMandates",
      (select count(*)::int from mandate where mandate.workspace_id = ${here}
        and mandate.state in ('accepted', 'active', 'done', 'judged')) as "acceptedMandates",
      (select count(*)::int from mandate where mandate.workspace_id = ${here}
        and mandate.state not in ('draft', 'withdrawn') and mandate.expects is not null) as expectations,
      (select count(*)::int from signal where signal.workspace_id = ${here}) as signals,
      (select count(*)::int from decision where decision.workspace_id = ${here}) as decisions`);
}
