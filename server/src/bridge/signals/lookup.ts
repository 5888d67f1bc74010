import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Signal, SimilarRow, Subject } from './model.ts';

/** A signal, held until this transaction ends; undefined when this workspace has none of that id. */
export async function signalForUpdate(db: Scoped, id: string): Promise<Signal | undefined> {
  return await db.tx
    .selectFrom('signal')
    .select(['id', 'kind', 'line', 'state', 'insight_id as insightId', 'why', 'version'])
    .select(['raised_by as raisedBy', 'raised_at as raisedAt'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** How many signals wait to be sorted: what awaits whoever sorts. */
export async function awaitingSignals(db: Scoped): Promise<number> {
  const row = await db.tx
    .selectFrom('signal')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('state', '=', 'raised')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/**
 * Signals raised in [from, until) and messages people wrote in it, for signals per 1,000 messages. A signal counts on
 * the day it was raised, whatever became of it.
 */
export async function signalsAndMessages(
  db: Scoped,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<{ readonly signals: number; readonly messages: number }> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ signals: number; messages: number }>`
    select
      (select count(*) from signal where signal.workspace_id = ${workspaceId} and signal.raised_at >= ${from} and signal.raised_at < ${until})::int as signals,
      (select count(*) from message
        join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
        join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
        where message.workspace_id = ${workspaceId} and member.kind = 'person' and message.state <> 'removed'
          and message.sort_at >= ${from} and message.sort_at < ${until})::int as messages`.execute(db.tx);
  return rows[0] ?? { signals: 0, messages: 0 };
}

/** Words that any two messages share and that say nothing of what they are about, as folded stems of either language. */
const POLITE =
  'bonjour bonsoir salut merc cordial journe hello thank pleas avanc would could tout tous deux trois quatr plus comm fait fair bien auss quand encor chez ainsi donc tres peut quel cet cett vrai vraiment deja jour fois just also even well like know want need make time realli still thing much mani'.split(
    ' ',
  );
/** So many signals are compared, the latest first. */
const LOOKED_AT = 500;
/** So many of those that share most are weighed. */
const LIKELIEST = 60;
/** A word that more than this part of the signals hold says nothing of what they are about. */
const COMMON = 0.4;
/** As much of a text as is compared. */
const READ = 4000;

/** SQL: the words of the subject as (stem, written), by the language of each text. */
function wordsOf({ texts }: Subject): RawBuilder<unknown> {
  return sql`
    select distinct on (stem) stem, lower(written) as written
    from unnest(${texts.map(({ language }) => language)}::text[], ${texts.map(({ text }) => text)}::text[]) as told(language, text)
    cross join lateral regexp_split_to_table(left(told.text, ${READ}), '[^[:alnum:]]+') as written
    cross join lateral unnest(tsvector_to_array(search_vector(told.language, written))) as stem
    where length(written) >= 4 and stem <> all(${POLITE}::text[]) and written !~ '^[0-9]+$'
    order by stem, length(written), written`;
}

/** SQL: which candidate holds which words of the subject, rare ones first, as (id, words). Needs `candidate` and `word`. */
function sharing(workspaceId: string): RawBuilder<unknown> {
  return sql`
    select telling.id, array_agg(telling.written order by telling.holders, length(telling.written) desc, telling.written) as words
    from (
      select held.*, count(*) over (partition by held.stem) as holders, (select count(*) from candidate) as all_of_them
      from (
        select distinct candidate.id, word.stem, word.written
        from candidate
        join evidence on evidence.workspace_id = ${workspaceId} and evidence.signal_id = candidate.id
        cross join lateral unnest(tsvector_to_array(coalesce(evidence.search, ''::tsvector) || search_vector(evidence.language, candidate.line))) as one(stem)
        join word on word.stem = one.stem
      ) as held
    ) as telling
    where telling.all_of_them < 5 or telling.holders <= ${COMMON}::double precision * telling.all_of_them
    group by telling.id`;
}

/** SQL: the themes threads and messages are about, as (theme_id), those merged taken as what they became. */
function themesOf(
  workspaceId: string,
  threads: RawBuilder<unknown>,
  messages: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select coalesce(theme.merged_into, theme.id) as theme_id
    from theme
    where theme.workspace_id = ${workspaceId} and theme.id in (
      select thread_theme.theme_id from thread_theme where thread_theme.workspace_id = ${workspaceId} and thread_theme.thread_id ${threads}
      union select message_theme.theme_id from message_theme where message_theme.workspace_id = ${workspaceId} and message_theme.message_id ${messages})`;
}

/**
 * Signals that are not dismissed and share something with the subject: the message, a thread, a theme, words by their
 * stems in the language of each text. In any order, those that share nothing left out.
 */
export async function similarTo(db: Scoped, subject: Subject): Promise<readonly SimilarRow[]> {
  const { workspaceId } = db.scope;
  const itsMessages = sql`= any(${[...subject.messageIds]}::uuid[])`;
  const itsThreads = sql`= any(${[...subject.threadIds]}::uuid[])`;
  const { rows } = await sql<SimilarRow>`
    with candidate as materialized (
      select signal.* from signal
      where signal.workspace_id = ${workspaceId} and signal.state <> 'dismissed' and signal.id is distinct from ${subject.except ?? null}::uuid
      order by signal.raised_at desc limit ${LOOKED_AT}
    ), word as (${wordsOf(subject)}), worded as (${sharing(workspaceId)}),
    about as (${themesOf(workspaceId, itsThreads, itsMessages)}),
    themed as (
      select candidate.id, json_agg(distinct jsonb_build_object('fr', whole.name_fr, 'en', whole.name_en)) as themes
      from candidate
      join evidence on evidence.workspace_id = ${workspaceId} and evidence.signal_id = candidate.id
      join lateral (${themesOf(workspaceId, sql`= evidence.thread_id`, sql`= evidence.message_id`)}) as said on true
      join about on about.theme_id = said.theme_id
      join theme as whole on whole.workspace_id = ${workspaceId} and whole.id = said.theme_id
      where whole.retired_at is null
      group by candidate.id
    )
    select candidate.id, candidate.kind, candidate.line, candidate.state, candidate.insight_id, insight.statement, candidate.raised_at,
      near.same_message, near.same_thread, coalesce(themed.themes, '[]'::json) as themes, coalesce(worded.words, '{}') as words
    from candidate
    cross join lateral (
      select coalesce(bool_or(evidence.message_id ${itsMessages}), false) as same_message,
        coalesce(bool_or(evidence.thread_id ${itsThreads}), false) as same_thread
      from evidence where evidence.workspace_id = ${workspaceId} and evidence.signal_id = candidate.id
    ) as near
    left join insight on insight.workspace_id = ${workspaceId} and insight.id = candidate.insight_id
    left join themed on themed.id = candidate.id
    left join worded on worded.id = candidate.id
    where near.same_message or near.same_thread or themed.id is not null or worded.id is not null
    order by near.same_message desc, near.same_thread desc, coalesce(cardinality(worded.words), 0) desc, candidate.raised_at desc
    limit ${LIKELIEST}`.execute(db.tx);
  return rows;
}
