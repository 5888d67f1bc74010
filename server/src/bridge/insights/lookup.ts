import { sql } from 'kysely';
import { HEARD_FROM } from '#bridge/evidence/index.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import type { Insight, Owner } from './model.ts';
import type { Readiness } from './rules.ts';
import { mayDecide, withOutside } from './rules.ts';

export { isDraft, isOpen } from './rules.ts';

const COLUMNS = [
  'id',
  'statement',
  'ask',
  'options',
  'words',
  'theme_id as themeId',
  'objective_id as objectiveId',
  'owner_id as ownerId',
  'outside_name',
  'outside_email',
  'due',
  'state',
  'version',
  'made_by as madeBy',
  'made_at as madeAt',
  'submitted_at as submittedAt',
] as const;

/** An insight, held until this transaction ends; undefined when this workspace has none of that id. */
export async function insightForUpdate(db: Scoped, id: string): Promise<Insight | undefined> {
  const row = await db.tx
    .selectFrom('insight')
    .select(COLUMNS)
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : withOutside(row);
}

/** Whether a colleague is still here and holds a function that decides; undefined when there is none of that id. */
export async function ownerById(db: Scoped, colleagueId: string): Promise<Owner | undefined> {
  const row = await db.tx
    .selectFrom('colleague')
    .select(['functions', 'left_at'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', colleagueId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { isHere: row.left_at === null, mayDecide: mayDecide(row.functions) };
}

async function isThere(db: Scoped, table: 'objective' | 'theme', id: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** The theme most of a signal's evidence is about; undefined where none was read. */
export async function themeOfSignal(db: Scoped, signalId: string): Promise<string | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ id: string }>`
    select whole.id from evidence
    join thread_theme on thread_theme.workspace_id = evidence.workspace_id and thread_theme.thread_id = evidence.thread_id
    join theme on theme.workspace_id = evidence.workspace_id and theme.id = thread_theme.theme_id
    join theme as whole on whole.workspace_id = theme.workspace_id and whole.id = coalesce(theme.merged_into, theme.id)
    where evidence.workspace_id = ${workspaceId} and evidence.signal_id = ${signalId} and whole.retired_at is null
    group by whole.id order by count(*) desc, whole.id limit 1`.execute(db.tx);
  return rows[0]?.id;
}

/** Drafts somebody wrote and has not submitted: what awaits him here. */
export function awaitingInsights(
  { scope: { workspaceId } }: Scoped,
  colleagueId: string,
): Rows<{ readonly n: number }> {
  return rowsOf(sql<{ readonly n: number }>`
    select count(*)::int as n from insight
    where insight.workspace_id = ${workspaceId} and insight.state = 'draft' and insight.made_by = ${colleagueId}`);
}

/** The members behind the evidence of each insight submitted in [from, until), fewest first; erased ones stay counted. */
export async function membersPerInsight(
  db: Scoped,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly number[]> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ members: number }>`
    select count(distinct whole.id) filter (where whole.kind = 'person')::int as members
    from insight
    left join signal on signal.workspace_id = insight.workspace_id and signal.insight_id = insight.id
    left join evidence on evidence.workspace_id = signal.workspace_id and evidence.signal_id = signal.id
    left join member as whole on whole.workspace_id = evidence.workspace_id
      and whole.id = ${HEARD_FROM}
    where insight.workspace_id = ${workspaceId} and insight.submitted_at >= ${from} and insight.submitted_at < ${until}
    group by insight.id order by members`.execute(db.tx);
  return rows.map((row) => row.members);
}

/** What is to be known when an insight is submitted. `today`: a day of the workspace. */
export async function readinessOf(db: Scoped, insight: Insight, today: string): Promise<Readiness> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ members: number }>`
    select count(distinct coalesce(whole.id, evidence.id))::int as members
    from evidence
    join signal on signal.workspace_id = evidence.workspace_id and signal.id = evidence.signal_id
    left join member as whole on whole.workspace_id = evidence.workspace_id
      and whole.id = ${HEARD_FROM}
    where evidence.workspace_id = ${workspaceId} and signal.insight_id = ${insight.id} and coalesce(whole.kind, 'person') = 'person'`.execute(
    db.tx,
  );
  const owner = insight.ownerId === null ? undefined : await ownerById(db, insight.ownerId);
  return { today, members: rows[0]?.members ?? 0, owner };
}

/** Whether the theme, the objective and the colleague somebody names are there; absent and null name nobody. */
export async function areThere(
  db: Scoped,
  {
    themeId,
    objectiveId,
    ownerId,
  }: {
    readonly themeId?: string | null | undefined;
    readonly objectiveId?: string | null | undefined;
    readonly ownerId?: string | null | undefined;
  },
): Promise<boolean> {
  const named = (id: string | null | undefined): id is string => id !== undefined && id !== null;
  if (named(themeId) && !(await isThere(db, 'theme', themeId))) return false;
  if (named(objectiveId) && !(await isThere(db, 'objective', objectiveId))) return false;
  return !named(ownerId) || (await ownerById(db, ownerId)) !== undefined;
}
