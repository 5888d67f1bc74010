import { sql } from 'kysely';
import type { Found } from '#cockpit/segments/meaning/index.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { RuleParts, SegmentMember } from './wire.ts';

/** With their names. Members merged or erased for good since the copy was made are left out. */
export async function named(db: Scoped, found: readonly Found[]): Promise<SegmentMember[]> {
  if (found.length === 0) return [];
  const rows = await db.tx
    .selectFrom('member')
    .select(['member.id', 'member.name', 'member.kind', 'member.erased_at'])
    .where('member.workspace_id', '=', db.scope.workspaceId)
    .where(
      'member.id',
      'in',
      found.map(({ id }) => id),
    )
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, ...rest }) => {
    const member = known.get(id);
    return member === undefined
      ? []
      : [{ id, name: member.name, kind: member.kind, erased: member.erased_at !== null, ...rest }];
  });
}

/** Names of those who wrote segments, by colleague. */
export async function ownersOf(db: Scoped): Promise<ReadonlyMap<string, string>> {
  const rows = await db.tx
    .selectFrom('colleague')
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select(['colleague.id', 'person.name'])
    .where('colleague.workspace_id', '=', db.scope.workspaceId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const MOST_PARTS = 2000;

/** The places, channels, themes and organisations a rule may name, by name. */
export async function ruleParts(db: Scoped): Promise<RuleParts> {
  const { workspaceId } = db.scope;
  const { rows: places } = await sql<RuleParts['places'][number]>`
    select place.id, place.name from place where place.workspace_id = ${workspaceId} order by place.name`.execute(
    db.tx,
  );
  const { rows: channels } = await sql<RuleParts['channels'][number]>`
    select channel.id, channel.name, place.name as place
    from channel join place on place.workspace_id = channel.workspace_id and place.id = channel.place_id
    where channel.workspace_id = ${workspaceId} order by place.name, channel.name, channel.id limit ${MOST_PARTS}`.execute(
    db.tx,
  );
  const { rows: themes } = await sql<RuleParts['themes'][number]>`
    select theme.id, json_build_object('fr', theme.name_fr, 'en', theme.name_en) as name
    from theme
    where theme.workspace_id = ${workspaceId} and theme.merged_into is null and theme.retired_at is null
    order by theme.name_fr, theme.id limit ${MOST_PARTS}`.execute(db.tx);
  const { rows: organisations } = await sql<{ organisation: string }>`
    select min(affiliation.organisation) as organisation from affiliation
    where affiliation.workspace_id = ${workspaceId}
    group by lower(affiliation.organisation) order by 1 limit ${MOST_PARTS}`.execute(db.tx);
  return { places, channels, themes, organisations: organisations.map((row) => row.organisation) };
}
