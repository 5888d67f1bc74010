import type { Scoped } from '#platform/db/index.ts';
import type { Course, Decider, Given, InsightState } from './model.ts';

interface Held extends Course {
  readonly madeBy: string;
  readonly statement: string;
}

/** An insight that was submitted once, held until this transaction ends. */
export async function courseForUpdate(db: Scoped, insightId: string): Promise<Held | undefined> {
  const { workspaceId } = db.scope;
  const insight = await db.tx
    .selectFrom('insight')
    .select(['state', 'version', 'options', 'statement', 'owner_id as ownerId', 'outside_name as outsideName'])
    .select(['decided_at as decidedAt', 'delivered_at as deliveredAt', 'made_by as madeBy'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', insightId)
    .where('submitted_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (insight === undefined) return undefined;
  const last = await db.tx
    .selectFrom('decision')
    .select(['id', 'answer', 'until'])
    .where('workspace_id', '=', workspaceId)
    .where('insight_id', '=', insightId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return { ...insight, last: last ?? null };
}

interface Step {
  readonly state: InsightState;
  readonly decidedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly toldAt: Date | null;
}

/** Takes an insight to its next state and counts its version up. */
export async function moveInsight(db: Scoped, insightId: string, step: Step): Promise<void> {
  await db.tx
    .updateTable('insight')
    .set((row) => ({
      state: step.state,
      decided_at: step.decidedAt,
      delivered_at: step.deliveredAt,
      told_at: step.toldAt,
      version: row('version', '+', 1),
    }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', insightId)
    .execute();
}

interface NewDecision extends Given {
  readonly id: string;
  readonly insightId: string;
  readonly by: Decider;
  readonly at: Date;
}

export async function insertDecision(db: Scoped, one: NewDecision): Promise<void> {
  await db.tx
    .insertInto('decision')
    .values({
      workspace_id: db.scope.workspaceId,
      id: one.id,
      insight_id: one.insightId,
      answer: one.answer,
      until: one.answer === 'later' ? (one.until ?? null) : null,
      option: one.option ?? null,
      reason: one.reason,
      by_id: 'colleagueId' in one.by ? one.by.colleagueId : null,
      by_outside: 'outside' in one.by ? one.by.outside : null,
      at: one.at,
    })
    .execute();
}

interface NewDelivery {
  readonly id: string;
  readonly insightId: string;
  readonly day: string;
  readonly text: string;
  readonly url: string | undefined;
  readonly byId: string;
  readonly at: Date;
}

export async function insertDelivery(db: Scoped, one: NewDelivery): Promise<void> {
  await db.tx
    .insertInto('delivery_note')
    .values({
      workspace_id: db.scope.workspaceId,
      id: one.id,
      insight_id: one.insightId,
      day: one.day,
      text: one.text,
      url: one.url ?? null,
      by_id: one.byId,
      at: one.at,
    })
    .execute();
}

/** Another owner, and another day by which he answers. */
export interface NewOwner {
  readonly ownerId: string | null;
  readonly outsideName: string | null;
  readonly outsideEmail: string | null;
  readonly due: string;
}

export async function changeOwner(db: Scoped, insightId: string, owner: NewOwner): Promise<void> {
  await db.tx
    .updateTable('insight')
    .set((row) => ({
      owner_id: owner.ownerId,
      outside_name: owner.outsideName,
      outside_email: owner.outsideEmail,
      due: owner.due,
      version: row('version', '+', 1),
    }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', insightId)
    .execute();
}
