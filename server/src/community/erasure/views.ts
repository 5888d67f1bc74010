import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';

export interface HeldRow {
  readonly identities: number;
  readonly messages: number;
  readonly reactions: number;
  readonly raws: number;
  readonly has_email: boolean;
  readonly has_name: boolean;
  readonly names: readonly {
    readonly handle: string;
    readonly displayName: string | null;
    readonly email: string | null;
  }[];
}

/** What is held about a member, in numbers; undefined when this workspace has none of that id. */
export async function held(db: Scoped, memberId: string): Promise<HeldRow | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<HeldRow>`
    with own as (select * from identity where workspace_id = ${workspaceId} and member_id = ${memberId})
    select (select count(*) from own)::int as identities,
      (select count(*) from message where message.workspace_id = ${workspaceId} and message.identity_id in (select own.id from own))::int as messages,
      (select count(*) from reaction where reaction.workspace_id = ${workspaceId} and reaction.identity_id in (select own.id from own))::int as reactions,
      (select count(*) from raw where raw.workspace_id = ${workspaceId} and raw.identity_id in (select own.id from own))::int as raws,
      exists (select from own where email is not null) as has_email,
      exists (select from own where display_name is not null) as has_name,
      coalesce((select json_agg(json_build_object('handle', own.handle, 'displayName', own.display_name, 'email', own.email)) from own), '[]') as names
    from member where member.workspace_id = ${workspaceId} and member.id = ${memberId}`.execute(db.tx);
  return rows[0];
}

export interface ExportedMessage {
  readonly id: string;
  readonly place: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly at: Date | null;
  readonly day: string | null;
  readonly format: string;
  readonly text: string;
  readonly url: string | null;
  readonly sort_at: Date;
}

/** The next messages a member wrote after (sort_at, id), oldest first, `limit` at a time. */
export async function exportedMessages(
  db: Scoped,
  memberId: string,
  after: { readonly sortAt: Date; readonly id: string } | undefined,
  limit: number,
): Promise<readonly ExportedMessage[]> {
  const { workspaceId } = db.scope;
  const later =
    after === undefined ? sql`true` : sql`(message.sort_at, message.id) > (${after.sortAt}, ${after.id}::uuid)`;
  const { rows } = await sql<ExportedMessage>`
    select message.id, place.name as place, channel.name as channel, thread.title as thread, message.at, message.day, message.format,
      message.text, message.url, message.sort_at
    from identity
    join message on message.workspace_id = identity.workspace_id and message.identity_id = identity.id
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    join channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
    left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
    where identity.workspace_id = ${workspaceId} and identity.member_id = ${memberId} and ${later}
    order by message.sort_at, message.id limit ${limit}`.execute(db.tx);
  return rows;
}

/** Identities, affiliations and reactions of a member, as they stand, for his own reading. */
export async function exportedPerson(db: Scoped, memberId: string): Promise<object | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ person: object }>`
    select json_build_object('name', member.name, 'kind', member.kind,
      'identities', coalesce((select json_agg(json_build_object('place', place.name, 'handle', identity.handle, 'displayName', identity.display_name,
          'email', identity.email, 'id', identity.external_id, 'joined', coalesce(identity.joined_day::text, identity.joined_at::text)))
        from identity join place on place.workspace_id = identity.workspace_id and place.id = identity.place_id
        where identity.workspace_id = ${workspaceId} and identity.member_id = member.id), '[]'),
      'affiliations', coalesce((select json_agg(json_build_object('organisation', affiliation.organisation, 'from', affiliation.from_day, 'until', affiliation.until_day))
        from affiliation where affiliation.workspace_id = ${workspaceId} and affiliation.member_id = member.id), '[]'),
      'reactions', coalesce((select json_agg(json_build_object('message', reaction.message_id, 'emoji', reaction.emoji))
        from reaction join identity on identity.workspace_id = reaction.workspace_id and identity.id = reaction.identity_id
        where reaction.workspace_id = ${workspaceId} and identity.member_id = member.id), '[]'),
      'keptAsEvidence', coalesce((select json_agg(json_build_object('place', evidence.place_name, 'channel', evidence.channel_name,
          'at', coalesce(evidence.day::text, evidence.at::text), 'text', evidence.text, 'url', evidence.url, 'kept', evidence.added_at))
        from evidence where evidence.workspace_id = ${workspaceId}
          and heard_from(evidence.workspace_id, evidence.message_id, evidence.member_id) = member.id), '[]')) as person
    from member where member.workspace_id = ${workspaceId} and member.id = ${memberId}`.execute(db.tx);
  return rows[0]?.person;
}
