import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { staffAccounts } from '#community/members/lookup.ts';
import type { Rows, Scoped, SqlWindow } from '#platform/db/index.ts';
import { daysAfter, rowsOf, toldAs } from '#platform/db/index.ts';
import type { Counted } from './model.ts';
import { offplanShareOf, tiedShareOf } from './rules.ts';

export interface TiedShare extends Counted {
  /** Acts with a mandate ÷ acts that are not keeping the house; undefined where there is none of these. */
  readonly share: number | undefined;
  readonly offplanShare: number | undefined;
  /** Minutes written down, by what they served. */
  readonly minutes: { readonly mandate: number; readonly house: number; readonly offplan: number };
}

interface Row {
  readonly mandate: number;
  readonly house: number;
  readonly offplan: number;
  readonly unsorted: number;
  readonly mandate_minutes: number;
  readonly house_minutes: number;
  readonly offplan_minutes: number;
}

/**
 * What the acts of the field served on some days: what was sorted or written down by hand, and messages of the team that
 * nobody has sorted. A message taken back since stays an act once it was sorted. One row.
 */
export function tiedShare(db: Scoped, { from, until }: SqlWindow): Rows<TiedShare> {
  const { workspaceId } = db.scope;
  const rows = rowsOf(sql<Row>`
    with sorted as (
      select count(*) filter (where action.tie = 'mandate')::int as mandate,
        count(*) filter (where action.tie = 'house')::int as house,
        count(*) filter (where action.tie = 'offplan')::int as offplan,
        coalesce(sum(action.minutes) filter (where action.tie = 'mandate'), 0)::int as mandate_minutes,
        coalesce(sum(action.minutes) filter (where action.tie = 'house'), 0)::int as house_minutes,
        coalesce(sum(action.minutes) filter (where action.tie = 'offplan'), 0)::int as offplan_minutes
      from action
      where action.workspace_id = ${workspaceId} and action.day >= ${from}::date and action.day < ${until}::date
    ), found as (
      select count(*)::int as unsorted
      from (${staffAccounts(db)}) as identity
      join message on message.workspace_id = ${workspaceId} and message.identity_id = identity.id
      join workspace on workspace.id = message.workspace_id
      left join action on action.workspace_id = message.workspace_id and action.message_id = message.id
      where message.state = 'shown' and action.id is null
        and message.sort_at >= ${daysAfter(from, -1)}::timestamptz and message.sort_at < ${daysAfter(until, 1)}::timestamptz
        and coalesce(message.day, (message.at at time zone workspace.zone)::date) >= ${from}::date
        and coalesce(message.day, (message.at at time zone workspace.zone)::date) < ${until}::date
    )
    select sorted.*, found.unsorted from sorted cross join found`);
  return toldAs(rows, ({ mandate_minutes, house_minutes, offplan_minutes, ...counted }) => ({
    ...counted,
    share: tiedShareOf(counted),
    offplanShare: offplanShareOf(counted),
    minutes: { mandate: mandate_minutes, house: house_minutes, offplan: offplan_minutes },
  }));
}

/** SQL: the day of the newest act: a message of the team, or one written down by hand; null before any. */
export function newestAct(db: Scoped): RawBuilder<string> {
  const { workspaceId } = db.scope;
  return sql<string>`greatest(
    (select max(coalesce(latest.day, (latest.at at time zone workspace.zone)::date))
      from (${staffAccounts(db)}) as identity
      join workspace on workspace.id = ${workspaceId}
      cross join lateral (
        select message.day, message.at from message
        where message.workspace_id = ${workspaceId} and message.identity_id = identity.id and message.state = 'shown'
        order by message.sort_at desc limit 1
      ) as latest),
    (select max(action.day) from action where action.workspace_id = ${workspaceId})
  )`;
}
