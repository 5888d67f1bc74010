import { sql } from 'kysely';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { read, rowsOf } from '#platform/db/index.ts';
import type { Confirmation, Vision } from './model.ts';

export { askingOf } from './rules.ts';
export type { Confirmation, Vision } from './model.ts';

/** Every version of the vision, the newest first. */
export function visions({ scope, tx }: Scoped): Rows<Vision> {
  return rowsOf(
    tx
      .selectFrom('vision')
      .select(['vision.number', 'vision.text', 'vision.written_by as writtenBy', 'vision.written_at as writtenAt'])
      .where('vision.workspace_id', '=', scope.workspaceId)
      .orderBy('vision.number', 'desc'),
    'writtenAt',
  );
}

/** Held until this transaction ends, so that two who write at once do not both write the next version. */
export async function latestVisionHeld(db: Scoped): Promise<Vision | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vision ${db.scope.workspaceId}`}, 0))`.execute(db.tx);
  return (await read(db, visions(db)))[0];
}

export function confirmations({ scope, tx }: Scoped): Rows<Confirmation> {
  return rowsOf(
    tx
      .selectFrom('vision_confirmation as said')
      .select(['said.number', 'said.confirmed_by as by', 'said.confirmed_at as at'])
      .where('said.workspace_id', '=', scope.workspaceId)
      .orderBy('said.confirmed_at', 'desc'),
    'at',
  );
}
