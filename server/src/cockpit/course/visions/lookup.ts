import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Confirmation, Vision } from './model.ts';

export { askingOf } from './rules.ts';
export type { Confirmation, Vision } from './model.ts';

/** Every version of the vision, the newest first. */
export async function visions(db: Scoped): Promise<readonly Vision[]> {
  return await db.tx
    .selectFrom('vision')
    .select(['vision.number', 'vision.text', 'vision.written_by as writtenBy', 'vision.written_at as writtenAt'])
    .where('vision.workspace_id', '=', db.scope.workspaceId)
    .orderBy('vision.number', 'desc')
    .execute();
}

/** Held until this transaction ends, so that two who write at once do not both write the next version. */
export async function latestVisionHeld(db: Scoped): Promise<Vision | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vision ${db.scope.workspaceId}`}, 0))`.execute(db.tx);
  return (await visions(db))[0];
}

export async function confirmations(db: Scoped): Promise<readonly Confirmation[]> {
  return await db.tx
    .selectFrom('vision_confirmation as said')
    .select(['said.number', 'said.confirmed_by as by', 'said.confirmed_at as at'])
    .where('said.workspace_id', '=', db.scope.workspaceId)
    .orderBy('said.confirmed_at', 'desc')
    .execute();
}
