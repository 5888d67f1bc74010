import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { FormerTerms, Mandate, MandateState, OpenTerms, Terms, Verdict } from './model.ts';

function openColumns(terms: OpenTerms) {
  return {
    intention: terms.intention,
    audience: JSON.stringify(terms.audience),
    freedom: terms.freedom,
    effort_hours: terms.effortHours,
    from_day: terms.fromDay,
    until_day: terms.untilDay,
    rule: JSON.stringify(terms.rule),
  };
}

function columns(terms: Terms) {
  return {
    ...openColumns(terms),
    objective_id: terms.objectiveId,
    host_id: terms.hostId,
    expects: terms.expects === null ? null : JSON.stringify(terms.expects),
  };
}

interface Made {
  readonly id: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

export async function insertMandate(db: Scoped, { id, madeBy, madeAt }: Made, terms: Terms): Promise<void> {
  const row = { workspace_id: db.scope.workspaceId, id, ...columns(terms), made_by: madeBy, made_at: madeAt };
  await db.tx.insertInto('mandate').values(row).execute();
}

/** A mandate, held until this transaction ends. */
export async function mandateForUpdate(db: Scoped, id: string): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`
    select mandate.id, mandate.objective_id as "objectiveId", mandate.intention, mandate.audience, mandate.freedom,
      mandate.effort_hours as "effortHours", mandate.from_day::text as "fromDay", mandate.until_day::text as "untilDay",
      mandate.host_id as "hostId", mandate.rule, mandate.expects, mandate.state, mandate.version,
      mandate.proof_id as "proofId"
    from mandate where mandate.workspace_id = ${db.scope.workspaceId} and mandate.id = ${id} for update`.execute(db.tx);
  return rows[0];
}

/** Writes the terms of a draft and counts its version up. */
export async function updateTerms(db: Scoped, id: string, terms: Terms): Promise<void> {
  await change(db, id, columns(terms));
}

/** Writes what a discussion changed; the step that follows counts the version up. */
export async function updateOpenTerms(db: Scoped, id: string, terms: OpenTerms): Promise<void> {
  await db.tx
    .updateTable('mandate')
    .set(openColumns(terms))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

interface Moved {
  readonly state: MandateState;
  readonly givenAt?: Date;
  readonly answeredAt?: Date;
  readonly endedAt?: Date;
  readonly verdict?: Verdict;
}

/** Writes a new state and counts the version up; `givenAt` is that of the first time. */
export async function move(
  db: Scoped,
  id: string,
  { state, givenAt, answeredAt, endedAt, verdict }: Moved,
): Promise<void> {
  await change(db, id, {
    state,
    ...(givenAt === undefined ? {} : { given_at: givenAt }),
    ...(answeredAt === undefined ? {} : { answered_at: answeredAt }),
    ...(endedAt === undefined ? {} : { ended_at: endedAt }),
    ...(verdict === undefined ? {} : { verdict }),
  });
}

type Columns = Partial<
  ReturnType<typeof columns> & {
    state: MandateState;
    given_at: Date;
    answered_at: Date;
    ended_at: Date;
    verdict: Verdict;
  }
>;

async function change(db: Scoped, id: string, set: Columns): Promise<void> {
  await db.tx
    .updateTable('mandate')
    .set((row) => ({ ...set, version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Says which proof judges it, or that the pilot does again. */
export async function setProof(db: Scoped, id: string, proofId: string | null): Promise<void> {
  await db.tx
    .updateTable('mandate')
    .set({ proof_id: proofId })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

interface NewWord {
  readonly id: string;
  readonly mandateId: string;
  readonly byId: string;
  readonly at: Date;
  readonly text: string;
  readonly before: FormerTerms | undefined;
}

export async function insertWord(db: Scoped, { id, mandateId, byId, at, text, before }: NewWord): Promise<void> {
  await db.tx
    .insertInto('mandate_word')
    .values({
      workspace_id: db.scope.workspaceId,
      id,
      mandate_id: mandateId,
      by_id: byId,
      at,
      text,
      before: before === undefined ? null : JSON.stringify(before),
    })
    .execute();
}

/** The state of an objective, or undefined where there is none of that id. */
export async function objectiveState(db: Scoped, id: string): Promise<string | undefined> {
  const row = await db.tx
    .selectFrom('objective')
    .select('state')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.state;
}

/** Whether a colleague has a place here and is a host; undefined where there is none of that id. */
export async function holdsHost(db: Scoped, id: string): Promise<boolean | undefined> {
  const row = await db.tx
    .selectFrom('colleague')
    .select(['functions', 'left_at'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : row.left_at === null && row.functions.includes('host');
}

const TABLES = ['channel', 'member', 'place', 'segment', 'theme'] as const;
export type Named = Partial<Readonly<Record<(typeof TABLES)[number], readonly string[]>>>;

/** Whether this workspace has a row for every id of every kind. */
export async function hasAll(db: Scoped, named: Named): Promise<boolean> {
  for (const table of TABLES) {
    const ids = [...new Set(named[table])];
    if (ids.length === 0) continue;
    const rows = await db.tx
      .selectFrom(table)
      .select('id')
      .where('workspace_id', '=', db.scope.workspaceId)
      .where('id', 'in', ids)
      .execute();
    if (rows.length < ids.length) return false;
  }
  return true;
}
