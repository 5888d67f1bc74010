import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Affiliation, StaffRules } from './model.ts';

export interface StoredMember {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'staff' | 'bot';
  readonly kind_from: 'place' | 'domain' | 'list' | 'hand' | null;
  readonly merged_into: string | null;
  readonly erased_at: Date | null;
  readonly version: number;
}

/** The member's row, locked for this transaction; undefined when this workspace has none of that id. */
export async function lockMember(db: Scoped, memberId: string): Promise<StoredMember | undefined> {
  return await db.tx
    .selectFrom('member')
    .select(['id', 'name', 'kind', 'kind_from', 'merged_into', 'erased_at', 'version'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', memberId)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes a member and counts its version up. */
export async function updateMember(
  db: Scoped,
  memberId: string,
  change: {
    readonly name?: string;
    readonly kind?: StoredMember['kind'];
    readonly kind_from?: StoredMember['kind_from'];
  },
): Promise<void> {
  await db.tx
    .updateTable('member')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', memberId)
    .execute();
}

export async function identitiesOf(db: Scoped, memberId: string): Promise<readonly string[]> {
  const rows = await db.tx
    .selectFrom('identity')
    .select('id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('member_id', '=', memberId)
    .execute();
  return rows.map((row) => row.id);
}

export async function insertAffiliation(
  db: Scoped,
  id: string,
  memberId: string,
  affiliation: Affiliation,
): Promise<void> {
  await db.tx
    .insertInto('affiliation')
    .values({
      workspace_id: db.scope.workspaceId,
      id,
      member_id: memberId,
      organisation: affiliation.organisation,
      from_day: affiliation.from,
      until_day: affiliation.until,
    })
    .execute();
}

/** True when there was one to delete. */
export async function deleteAffiliation(db: Scoped, memberId: string, affiliationId: string): Promise<boolean> {
  const { numDeletedRows } = await db.tx
    .deleteFrom('affiliation')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('member_id', '=', memberId)
    .where('id', '=', affiliationId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function replaceStaffRules(db: Scoped, rules: StaffRules): Promise<void> {
  const { workspaceId } = db.scope;
  await db.tx.deleteFrom('staff_rule').where('workspace_id', '=', workspaceId).execute();
  await sql`
    insert into staff_rule (workspace_id, kind, value)
    select ${workspaceId}::uuid, 'domain', unnest(${[...new Set(rules.domains)]}::text[])
    union all select ${workspaceId}::uuid, 'address', unnest(${[...new Set(rules.addresses)]}::text[])
    union all select ${workspaceId}::uuid, 'handle', unnest(${[...new Set(rules.handles)]}::text[])`.execute(db.tx);
}

/**
 * Decides again who is staff, bot or person, for the members of these identities (or of the whole workspace):
 * list wins over domain, domain over what the place declares; what a person decided by hand is left alone.
 * Writes only the rows that change; answers how many.
 */
export async function applyStaffRules(db: Scoped, identityIds: readonly string[] | 'all'): Promise<number> {
  const { workspaceId } = db.scope;
  const touched: RawBuilder<unknown> =
    identityIds === 'all'
      ? sql`select member.id from member where member.workspace_id = ${workspaceId}`
      : sql`select distinct identity.member_id from identity
          where identity.workspace_id = ${workspaceId} and identity.id = any(${[...identityIds]}::uuid[])`;
  // Each step is worked out once and for all: tables that have just grown are taken for empty ones, and one query of
  // it all was then answered by going through everybody for everybody, three times over.
  const { numAffectedRows } = await sql`
    with touched (id) as materialized (${touched}),
    listed (kind, value) as materialized (
      select staff_rule.kind, staff_rule.value from staff_rule where staff_rule.workspace_id = ${workspaceId}
    ),
    account as materialized (
      select identity.member_id, identity.declared_role,
        (exists (select from listed where listed.kind = 'address' and listed.value = lower(identity.email))
          or exists (select from listed where listed.kind = 'handle' and listed.value = lower(identity.handle))) as is_listed,
        exists (select from listed where listed.kind = 'domain'
          and listed.value = lower(split_part(identity.email, '@', 2))) as is_housed
      from identity
      where identity.workspace_id = ${workspaceId} and identity.member_id in (select touched.id from touched)
    ),
    seen as materialized (
      select account.member_id as id, bool_or(account.is_listed) as listed, bool_or(account.is_housed) as housed,
        bool_or(account.declared_role = 'staff') as declared_staff, bool_or(account.declared_role = 'bot') as declared_bot
      from account group by account.member_id
    ), decided as (
      select seen.id,
        case when seen.listed or seen.housed or seen.declared_staff then 'staff' when seen.declared_bot then 'bot' else 'person' end as kind,
        case when seen.listed then 'list' when seen.housed then 'domain' when seen.declared_staff or seen.declared_bot then 'place' end as kind_from
      from seen
    )
    update member set kind = decided.kind, kind_from = decided.kind_from
    from decided
    where member.workspace_id = ${workspaceId} and member.id = decided.id and member.kind_from is distinct from 'hand'
      and (member.kind, member.kind_from) is distinct from (decided.kind, decided.kind_from)`.execute(db.tx);
  return Number(numAffectedRows ?? 0n);
}

/** Counts again what identities of a place wrote, from its messages. Writes only the rows that change. */
export async function recountIdentities(db: Scoped, placeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    with written as (
      select message.identity_id, count(*)::int as messages, min(message.sort_at) as first, max(message.sort_at) as last
      from message where message.workspace_id = ${workspaceId} and message.place_id = ${placeId} group by message.identity_id
    )
    update identity set message_count = written.messages, first_at = written.first, last_at = written.last
    from written
    where identity.workspace_id = ${workspaceId} and identity.id = written.identity_id
      and (identity.message_count, identity.first_at, identity.last_at) is distinct from (written.messages, written.first, written.last)`.execute(
    db.tx,
  );
}
