import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import { rowsOf, together } from '#platform/db/index.ts';
import type { Mark, MarksView } from './wire.ts';

interface ActRow {
  readonly message_id: string;
  readonly id: string;
  readonly intention: string;
}

interface HeardRow {
  readonly message_id: string;
  readonly signal_id: string | null;
  readonly line: string | null;
  readonly state: Mark['signals'][number]['state'] | null;
  readonly insight_id: string | null;
  readonly statement: string | null;
}

interface ToldRow {
  readonly insight_id: string;
  readonly statement: string;
  readonly at: Date;
}

const MOST_TOLD = 20;

/**
 * What messages became part of: the mandate an act of the team served, and, for whoever may know who said what
 * (`mayName`), what was raised from them and what was told in their threads. One statement.
 */
export async function marksOf(db: Scoped, messageIds: readonly string[], mayName: boolean): Promise<MarksView> {
  const { workspaceId } = db.scope;
  const asked = sql`any(${[...messageIds]}::uuid[])`;
  const { acts, heard, told } = await together(db, {
    acts: rowsOf(sql<ActRow>`
      select action.message_id, mandate.id, mandate.intention from action
      join mandate on mandate.workspace_id = action.workspace_id and mandate.id = action.mandate_id
      where action.workspace_id = ${workspaceId} and action.message_id = ${asked}`),
    heard: rowsOf(sql<HeardRow>`
      select evidence.message_id, signal.id as signal_id, signal.line, signal.state, insight.id as insight_id, insight.statement
      from evidence
      left join signal on signal.workspace_id = evidence.workspace_id and signal.id = evidence.signal_id
      left join insight on insight.workspace_id = evidence.workspace_id
        and insight.id = coalesce(evidence.counters_id, signal.insight_id)
      where ${mayName} and evidence.workspace_id = ${workspaceId} and evidence.message_id = ${asked}
        and evidence.gone_because is null
      order by evidence.added_at, evidence.id`),
    told: rowsOf(
      sql<ToldRow>`
      select told.insight_id, insight.statement, max(told.at) as at from told
      join insight on insight.workspace_id = told.workspace_id and insight.id = told.insight_id
      where ${mayName} and told.workspace_id = ${workspaceId} and told.thread_id in (select message.thread_id from message
        where message.workspace_id = ${workspaceId} and message.id = ${asked})
      group by told.insight_id, insight.statement
      order by at desc, told.insight_id limit ${MOST_TOLD}`,
      'at',
    ),
  });
  const items = messageIds.map((messageId) => markOf(messageId, acts, heard));
  return {
    items: items.filter(({ mandate, signals, against }) => mandate !== null || signals.length + against.length > 0),
    told: told.map(({ insight_id: id, statement, at }) => ({ insight: { id, statement }, at: at.toISOString() })),
  };
}

function markOf(messageId: string, acts: readonly ActRow[], heard: readonly HeardRow[]): Mark {
  const act = acts.find(({ message_id: id }) => id === messageId);
  const own = heard.filter(({ message_id: id }) => id === messageId);
  return {
    messageId,
    mandate: act === undefined ? null : { id: act.id, intention: act.intention },
    signals: own.flatMap(({ signal_id: id, line, state, ...row }) =>
      id === null || line === null || state === null ? [] : [{ id, line, state, insight: insightOf(row) ?? null }],
    ),
    against: own.flatMap((row) => (row.signal_id === null ? (insightOf(row) ?? []) : [])),
  };
}

function insightOf({ insight_id: id, statement }: Pick<HeardRow, 'insight_id' | 'statement'>) {
  return id === null || statement === null ? undefined : { id, statement };
}
