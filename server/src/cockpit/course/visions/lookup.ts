import { sql } from 'kysely';
import type { Language } from '#kernel/language.ts';
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

/** Somebody whom the vision waits for, and where its page is. */
export interface Sponsor {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
  readonly workspace: string;
  readonly slug: string;
}

export function sponsors({ scope: { workspaceId } }: Scoped): Rows<Sponsor> {
  return rowsOf(sql<Sponsor>`
    select colleague.id, person.email, person.language, workspace.name as workspace, workspace.slug
    from colleague
    join person on person.id = colleague.person_id
    join workspace on workspace.id = colleague.workspace_id
    where colleague.workspace_id = ${workspaceId} and colleague.left_at is null and 'sponsor' = any(colleague.functions)
    order by colleague.id`);
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
