import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { SignalRow, State } from './model.ts';
import type { SignalsQuery } from './wire.ts';

const COLUMNS = sql`signal.id, signal.kind, signal.line, signal.state, signal.version, signal.insight_id as "insightId", signal.why,
  signal.raised_by as "raisedBy", signal.raised_at as "raisedAt", insight.statement, insight.state as "insightState", person.name as "raisedByName"`;

const AROUND = sql`
  join colleague on colleague.workspace_id = signal.workspace_id and colleague.id = signal.raised_by
  join person on person.id = colleague.person_id
  left join insight on insight.workspace_id = signal.workspace_id and insight.id = signal.insight_id`;

/** Signals by state, the latest first, at most so many of each state. */
export async function signalList(db: Scoped, query: SignalsQuery): Promise<readonly SignalRow[]> {
  const wanted: RawBuilder<unknown>[] = [sql`signal.workspace_id = ${db.scope.workspaceId}`];
  if (query.state !== undefined) wanted.push(sql`signal.state = ${query.state}`);
  if (query.kind !== undefined) wanted.push(sql`signal.kind = ${query.kind}`);
  const { rows } = await sql<SignalRow>`
    with listed as (
      select signal.*, row_number() over (partition by signal.state order by signal.raised_at desc, signal.id) as rank
      from signal where ${sql.join(wanted, sql` and `)}
    )
    select ${COLUMNS} from listed as signal ${AROUND}
    where signal.rank <= ${query.limit} order by signal.raised_at desc, signal.id`.execute(db.tx);
  return rows;
}

/** One signal; undefined when this workspace has none of that id. */
export async function signalById(db: Scoped, id: string): Promise<SignalRow | undefined> {
  const { rows } = await sql<SignalRow>`
    select ${COLUMNS} from signal ${AROUND}
    where signal.workspace_id = ${db.scope.workspaceId} and signal.id = ${id}`.execute(db.tx);
  return rows[0];
}

/** How many signals stand in each state. */
export async function countsByState(db: Scoped): Promise<Readonly<Record<State, number>>> {
  const rows = await db.tx
    .selectFrom('signal')
    .select(({ fn }) => ['state', fn.countAll<string>().as('n')] as const)
    .where('workspace_id', '=', db.scope.workspaceId)
    .groupBy('state')
    .execute();
  const counted = new Map(rows.map(({ state, n }) => [state, Number(n)]));
  const of = (state: State): number => counted.get(state) ?? 0;
  return { raised: of('raised'), merged: of('merged'), dismissed: of('dismissed') };
}
