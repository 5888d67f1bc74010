import { sql } from 'kysely';
import { staffAccounts } from '#community/members/lookup.ts';
import { addDays } from '#kernel/day.ts';
import type { Window } from '#kernel/window.ts';
import type { Scoped } from '#platform/db/index.ts';
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

const NOTHING: Row = {
  mandate: 0,
  house: 0,
  offplan: 0,
  unsorted: 0,
  mandate_minutes: 0,
  house_minutes: 0,
  offplan_minutes: 0,
};

/**
 * What the acts of the field served on some days: what was sorted or written down by hand, and messages of the team that
 * nobody has sorted. A message taken back since stays an act once it was sorted.
 */
export async function tiedShare(db: Scoped, { from, until }: Window): Promise<TiedShare> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<Row>`
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
        and message.sort_at >= ${addDays(from, -1)}::timestamptz and message.sort_at < ${addDays(until, 1)}::timestamptz
        and coalesce(message.day, (message.at at time zone workspace.zone)::date) >= ${from}::date
        and coalesce(message.day, (message.at at time zone workspace.zone)::date) < ${until}::date
    )
    select sorted.*, found.unsorted from sorted cross join found`.execute(db.tx);
  const { mandate_minutes, house_minutes, offplan_minutes, ...counted } = rows[0] ?? NOTHING;
  return {
    ...counted,
    share: tiedShareOf(counted),
    offplanShare: offplanShareOf(counted),
    minutes: { mandate: mandate_minutes, house: house_minutes, offplan: offplan_minutes },
  };
}

/** The day of the newest act: a message of the team, or one written down by hand; undefined before any. */
export async function newestAct(db: Scoped): Promise<string | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ day: string | null }>`
    select greatest(
      (select max(coalesce(latest.day, (latest.at at time zone workspace.zone)::date))
        from (${staffAccounts(db)}) as identity
        join workspace on workspace.id = ${workspaceId}
        cross join lateral (
          select message.day, message.at from message
          where message.workspace_id = ${workspaceId} and message.identity_id = identity.id and message.state = 'shown'
          order by message.sort_at desc limit 1
        ) as latest),
      (select max(action.day) from action where action.workspace_id = ${workspaceId})
    )::text as day`.execute(db.tx);
  return rows[0]?.day ?? undefined;
}
