import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { lastNews, marked, merged, withNews, wroteAgain } from '#bridge/askers/lookup.ts';
import type { ZonedWindow } from '#kernel/window.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { beginningOf, rowsOf, together } from '#platform/db/index.ts';

/**
 * SQL that the figures of the loop read: what there is to tell (`news`), who asked and who was told (`marked`), and of
 * each insight how many (`counted`). `window`: of what was decided then alone.
 */
export function looping(db: Scoped, window: ZonedWindow | 'ever' = 'ever'): RawBuilder<unknown> {
  return sql`news as materialized (
      select last.* from (${lastNews(db)}) last where last.insight_id in (${withNews(db)}) and ${within(sql`last.at`, window)}
    ), kept as materialized ${merged(db)}, marked as materialized (${marked(db)}), counted as materialized (
      select marked.insight_id, count(*)::int as askers, count(*) filter (where marked.is_told)::int as told,
        count(*) filter (where marked.reach = 'can' and not marked.is_told)::int as left,
        count(*) filter (where marked.reach <> 'can' and not marked.is_told)::int as left_out,
        count(*) filter (where marked.reach = 'can' or marked.at is not null)::int as reachable, count(marked.at)::int as heard
      from marked where marked.reach is not null group by marked.insight_id
    )`;
}

/** SQL: whether an instant falls on a day of the window. */
function within(at: RawBuilder<unknown>, window: ZonedWindow | 'ever'): RawBuilder<boolean> {
  if (window === 'ever') return sql<boolean>`true`;
  const { from, until, zone } = window;
  return sql<boolean>`${at} >= ${beginningOf(from, zone)} and ${at} < ${beginningOf(until, zone)}`;
}

interface Closure {
  readonly askers: number;
  readonly told: number;
}

/**
 * Loop closure: of the members who asked for something decided in a window, how many were told. Each member counts once
 * for each insight; whoever cannot be told (erased, opted out, his place removed) and was not is left out.
 */
const CLOSURE = sql<Closure>`
  select coalesce(sum(counted.reachable), 0)::int as askers, coalesce(sum(counted.heard), 0)::int as told from counted`;

interface CameBack {
  readonly told: number;
  readonly back: number;
  readonly waiting: number;
}

/** The rows of `cameBackAfterTold`. Needs `looping`. */
function backIn(db: Scoped, window: ZonedWindow | 'ever', now: Date): Rows<CameBack> {
  return rowsOf(sql<CameBack>`
    select count(case when one.is_over then 1 end)::int as told,
      count(case when one.is_over and one.is_back then 1 end)::int as back,
      count(case when one.is_over then null else 1 end)::int as waiting
    from (
      select telling.back_until <= ${now} as is_over, bool_or(telling.back_until <= ${now} and ${wroteAgain(db)}) as is_back
      from marked as telling
      left join identity on identity.workspace_id = ${db.scope.workspaceId} and identity.member_id = telling.member_id
      where telling.at is not null and ${within(sql`telling.at`, window)}
      group by telling.insight_id, telling.member_id, telling.back_until
    ) one`);
}

/** Loop closure and how many came back, ever. Need `looping`. */
export function loopFigures(db: Scoped, now: Date) {
  return { closure: rowsOf(CLOSURE), back: backIn(db, 'ever', now) };
}

/** Loop closure of what was decided in a window, to be read with other things. One row. */
export function loopClosure(db: Scoped, window: ZonedWindow): Rows<Closure> {
  return rowsOf(sql<Closure>`with ${looping(db, window)} ${CLOSURE}`);
}

/**
 * Of the members told in a window, how many wrote again within 30 days. `told` counts those whose 30 days are over; the
 * others are `waiting`, whether they came back already or not.
 */
export async function cameBackAfterTold(db: Scoped, window: ZonedWindow, now: Date): Promise<CameBack> {
  const { rows } = await together(db, { rows: backIn(db, window, now) }, looping(db));
  return rows[0] ?? { told: 0, back: 0, waiting: 0 };
}

/** How many decided insights have members who are still to be told. */
export async function awaiting(db: Scoped): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with ${looping(db)}
    select count(*)::int as n from counted
    join insight on insight.workspace_id = ${db.scope.workspaceId} and insight.id = counted.insight_id
    where counted.left > 0 and insight.state in ('decided', 'delivered')`.execute(db.tx);
  return rows[0]?.n ?? 0;
}
