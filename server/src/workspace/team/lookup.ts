import { sql } from 'kysely';
import type { FunctionName } from '#kernel/actor.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { read, rowsOf } from '#platform/db/index.ts';

/** What a person may do in the workspace; undefined when he has no place there, or no longer. */
export async function seatOf(
  db: Scoped,
  personId: string,
): Promise<{ colleagueId: string; functions: readonly FunctionName[]; title: string | undefined } | undefined> {
  const row = await db.tx
    .selectFrom('colleague')
    .select(['id', 'functions', 'title'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { colleagueId: row.id, functions: row.functions, title: row.title ?? undefined };
}

/** Everybody who has or had a place here, by name; those who left are told, because what they did stays theirs. */
export function colleagues(db: Scoped): Promise<readonly Colleague[]> {
  return read(db, colleagueRows(db));
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly functions: readonly FunctionName[];
  readonly hasLeft: boolean;
}

/** The same, to be read together with other things. */
export function colleagueRows({ scope: { workspaceId } }: Scoped): Rows<Colleague> {
  return rowsOf(sql<Colleague>`
    select colleague.id, person.name, colleague.functions, colleague.left_at is not null as "hasLeft"
    from colleague join person on person.id = colleague.person_id
    where colleague.workspace_id = ${workspaceId}
    order by person.name collate "fr-x-icu", colleague.id`);
}

/** Whether somebody with that e-mail works here now. */
export async function isColleague(db: Scoped, email: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom('colleague')
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select('colleague.id')
    .where('colleague.workspace_id', '=', db.scope.workspaceId)
    .where('colleague.left_at', 'is', null)
    .where('person.email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}
