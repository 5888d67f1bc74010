import { join } from 'node:path';
import type pg from 'pg';
import { courseRoutes } from '#cockpit/course/index.ts';
import { createFigures } from '#cockpit/figures/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import { openRocketRoom } from '#app/rooms/rocket.ts';

const OBJECTIVES = 12;
const KEY_RESULTS = 48;
const EVENTS = 20_000;
/** The morning after the last day of the made-up community. */
const NOW = '2026-01-06T08:00:00Z';

/**
 * A course of objectives whose key results were read and forecast, and a record: what the check counts beside the bridge.
 * `by`: whose it all is; `objective`: one there is already.
 */
export async function fillStages(client: pg.Client, workspaceId: string, by: string, objective: string): Promise<void> {
  const each = (text: string, ...more: readonly unknown[]) => client.query(text, [workspaceId, by, ...more]);
  await each(
    `insert into objective (workspace_id, id, title, reason, kind, owner_id, sponsor_id, horizon, state, made_by, made_at)
     select $1, gen_random_uuid(), 'Objectif ' || n, 'Raison', 'support', $2, $2, '2900-01-01', 'live', $2, '2025-10-01Z'
     from generate_series(2, $3::int) n`,
    OBJECTIVES,
  );
  await each(
    `insert into key_result (workspace_id, id, objective_id, figure, span_days, baseline, baseline_low, baseline_high,
       baseline_from, baseline_until, target, due, made_by, made_at)
     select $1, gen_random_uuid(), case when n <= 6 then $4::uuid else one.id end, 'active_members', 28, 100, 90, 110,
       '2024-11-04', '2024-12-02', 900, '2026-12-31', $2, '2025-10-01Z'
     from generate_series(1, $3::int) n
     join (select id, row_number() over (order by id) as place from objective where workspace_id = $1) one
       on one.place = 1 + n % 12`,
    KEY_RESULTS,
    objective,
  );
  await each(
    `insert into key_result_reading (workspace_id, key_result_id, day, taken_at, value, low, high)
     select $1, key_result.id, date '2026-01-04' - 7 * n, $3::timestamptz, 400 - n, 380 - n, 420 - n
     from key_result cross join generate_series(0, 59) n where key_result.workspace_id = $1 and $2::uuid is not null`,
    NOW,
  );
  await each(
    `insert into key_result_forecast (workspace_id, key_result_id, day, made_at, aim_day, weeks, target, wanted, median, low80,
       high80, chance, fan)
     select $1, key_result.id, date '2026-01-04' - 7 * n, $3::timestamptz, '2026-12-27', 52, 900, 'at_least', 800, 700, 950, 0.3,
       '[{"day":"2026-12-27","median":800,"low":700,"high":950}]'
     from key_result cross join generate_series(0, 30) n where key_result.workspace_id = $1 and $2::uuid is not null`,
    NOW,
  );
  await each(
    `insert into audit_event (workspace_id, number, at, actor_kind, actor_id, action, object_type, object_id, previous_hash, hash)
     select $1, 1000000 + n, timestamptz '2026-01-05Z' - n * interval '10 minutes', 'person', $2::text,
       (array['objective.added', 'mandate.given', 'signal.raised', 'action.sorted', 'insight.submitted'])[1 + n % 5], 'thing', n::text,
       '\\x00', '\\x00'
     from generate_series(1, $3::int) n`,
    EVENTS,
  );
  await client.query('vacuum analyze');
}

/** The routes of the course and the check, on a copy of the facts kept in `folder`; the clock stands still. */
export function stageRoutes(database: Database, folder: string) {
  const clock: Clock = { now: () => new Date(NOW) };
  const projection = createProjection({ database, clock, log: silentLog, folder: join(folder, 'copy') });
  const figures = createFigures({ database, projection, clock });
  const guarded = createFigures({ database, projection, clock, isGuarded: true });
  const routes: readonly Route[] = [
    ...courseRoutes({ database, figures: guarded, clock }),
    ...openRocketRoom({ database, clock, figures }).routes,
  ];
  return { routes, close: () => projection.close() };
}
