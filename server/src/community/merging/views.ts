import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Suggestion, SuggestionsQuery, SuggestionsView } from './wire.ts';

interface PairRow {
  readonly reason: Suggestion['reason'];
  readonly shared: string;
  readonly a: Suggestion['a'];
  readonly b: Suggestion['b'];
  readonly total: number;
}

/** A group larger than this is no person: a shared mailbox, a common first name. */
const MOST_NAMESAKES = 6;

/**
 * Pairs of members that may be one person, strongest reason first: the same e-mail address, the same handle in two
 * places, the same full name (two words at least) in two places. Pairs that somebody refused stay out.
 */
export async function mergeSuggestions(db: Scoped, query: SuggestionsQuery): Promise<SuggestionsView> {
  const { workspaceId } = db.scope;
  const about = query.member === undefined ? sql`true` : sql`${query.member} in (pair.a, pair.b)`;
  const side = (id: 'a' | 'b') => sql`(
    select json_build_object('id', member.id, 'name', member.name, 'kind', member.kind, 'messages', sum(identity.message_count)::int,
      'places', json_agg(distinct place.name), 'byNameOnly', bool_or(identity.keyed_by = 'name'))
    from member
    join identity on identity.workspace_id = member.workspace_id and identity.member_id = member.id
    join place on place.workspace_id = identity.workspace_id and place.id = identity.place_id
    where member.workspace_id = ${workspaceId} and member.id = ${sql.ref(`page.${id}`)} group by member.id, member.name, member.kind)`;
  const { rows } = await sql<PairRow>`
    with clue as (
      select identity.member_id, identity.place_id, known.reason, known.strength, known.shared
      from identity
      join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id and member.erased_at is null
      cross join lateral (values
        ('same_email', 1, lower(identity.email)),
        ('same_handle', 2, case when length(identity.handle) >= 4 and identity.keyed_by = 'id' then lower(identity.handle) end),
        ('same_name', 3, case when member.name like '%_ _%' then lower(unaccent(member.name)) end)
      ) as known (reason, strength, shared)
      where identity.workspace_id = ${workspaceId} and known.shared is not null
    ), crowd as (
      select reason, shared from clue group by reason, shared
      having count(distinct member_id) between 2 and ${MOST_NAMESAKES}
    ), pair as (
      select distinct on (least(one.member_id, other.member_id), greatest(one.member_id, other.member_id))
        least(one.member_id, other.member_id) as a, greatest(one.member_id, other.member_id) as b, one.reason, one.strength, one.shared
      from crowd
      join clue as one on one.reason = crowd.reason and one.shared = crowd.shared
      join clue as other on other.reason = crowd.reason and other.shared = crowd.shared and other.member_id > one.member_id
        and (one.reason = 'same_email' or other.place_id <> one.place_id)
      order by least(one.member_id, other.member_id), greatest(one.member_id, other.member_id), one.strength
    ), open_pair as (
      select pair.* from pair
      where ${about} and not exists (select from merge_refusal
        where merge_refusal.workspace_id = ${workspaceId} and merge_refusal.member_a = pair.a and merge_refusal.member_b = pair.b)
    ), page as (
      select * from open_pair order by strength, shared, a, b limit ${query.limit} offset ${query.offset}
    )
    select page.reason, page.shared, ${side('a')} as a, ${side('b')} as b, (select count(*) from open_pair)::int as total
    from page order by page.strength, page.shared, page.a, page.b`.execute(db.tx);
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
