import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { evidenceOfSignals, heard } from '#bridge/evidence/index.ts';
import type { Heard, Pointed } from '#bridge/evidence/index.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf, together } from '#platform/db/index.ts';
import type { SignalRow, SimilarRow, State } from './model.ts';
import { STATES } from './model.ts';
import type { SignalsQuery } from './wire.ts';

const COLUMNS = sql`signal.id, signal.kind, signal.line, signal.state, signal.version, signal.insight_id as "insightId", signal.why,
  signal.raised_by as "raisedBy", signal.raised_at as "raisedAt", insight.statement, insight.state as "insightState", person.name as "raisedByName",
  mandate.id as "mandateId", mandate.intention`;

const AROUND = sql`
  join colleague on colleague.workspace_id = signal.workspace_id and colleague.id = signal.raised_by
  join person on person.id = colleague.person_id
  left join insight on insight.workspace_id = signal.workspace_id and insight.id = signal.insight_id
  left join mandate on mandate.workspace_id = signal.workspace_id and mandate.id = signal.mandate_id`;

/** SQL: the ids of the latest signals of each state that fit. */
function listed({ scope: { workspaceId } }: Scoped, query: SignalsQuery): RawBuilder<unknown> {
  const kind = query.kind === undefined ? sql`true` : sql`signal.kind = ${query.kind}`;
  const mandate = query.mandate === undefined ? sql`true` : sql`signal.mandate_id = ${query.mandate}`;
  const held =
    query.q === undefined ? sql`true` : sql`position(folded(lower(${query.q})) in folded(lower(signal.line))) > 0`;
  const ofState = (state: State): RawBuilder<unknown> => sql`(
    select signal.id from signal
    where signal.workspace_id = ${workspaceId} and signal.state = ${state} and ${kind} and ${mandate} and ${held}
    order by signal.raised_at desc, signal.id limit ${query.limit})`;
  return sql.join((query.state === undefined ? STATES : [query.state]).map(ofState), sql` union all `);
}

const countsByState = ({ scope: { workspaceId } }: Scoped): Rows<{ readonly state: State; readonly n: number }> =>
  rowsOf(sql`
    select signal.state, count(*)::int as n from signal where signal.workspace_id = ${workspaceId} group by signal.state`);

/** Signals by state with their evidence, the latest first, at most so many of each state, and how many there are. */
export async function signalList(db: Scoped, query: SignalsQuery) {
  const ids = sql`select listed.id from listed`;
  const { rows, evidence, counted } = await together(
    db,
    { rows: signals(db, ids), evidence: evidenceOfSignals(db, ids), counted: countsByState(db) },
    sql`listed as materialized (${listed(db, query)})`,
  );
  const of = (state: State): number => counted.find((one) => one.state === state)?.n ?? 0;
  return { rows, evidence, counts: { raised: of('raised'), merged: of('merged'), dismissed: of('dismissed') } };
}

/** SQL: what a signal says, as similar ones are looked for by: its evidence and its line. */
function saidBy({ scope: { workspaceId } }: Scoped, id: string): RawBuilder<unknown> {
  return sql`
    select evidence.message_id, evidence.thread_id, evidence.language, evidence.text from evidence
    where evidence.workspace_id = ${workspaceId} and evidence.signal_id = ${id}
    union all
    select null, null, coalesce((select min(evidence.language) from evidence
      where evidence.workspace_id = ${workspaceId} and evidence.signal_id = signal.id), 'und'), signal.line
    from signal where signal.workspace_id = ${workspaceId} and signal.id = ${id}`;
}

/** One signal with its evidence and what is like it; undefined when this workspace has none of that id. */
export async function signalById(db: Scoped, id: string) {
  const { rows, evidence, similar } = await together(db, {
    rows: signals(db, sql`${id}::uuid`),
    evidence: evidenceOfSignals(db, sql`${id}::uuid`),
    similar: rowsOf(similarTo(db, saidBy(db, id), id), 'raised_at'),
  });
  const [row] = rows;
  return row === undefined ? undefined : { row, evidence, similar };
}

/** A message that is about to be raised, and what is like it. */
export async function similarToPointed(db: Scoped, pointed: Pointed) {
  const said = sql`select heard."messageId" as message_id, heard."threadId" as thread_id, heard.language, heard.text from heard`;
  return await together(
    db,
    {
      heard: rowsOf(sql<Heard>`select heard.* from heard`, 'at'),
      similar: rowsOf(similarTo(db, said, null), 'raised_at'),
    },
    sql`heard as materialized (${heard(db, pointed)})`,
  );
}

function signals({ scope: { workspaceId } }: Scoped, ids: RawBuilder<unknown>): Rows<SignalRow> {
  return rowsOf(
    sql<SignalRow>`select ${COLUMNS} from signal ${AROUND}
      where signal.workspace_id = ${workspaceId} and signal.id in (${ids}) order by signal.raised_at desc, signal.id`,
    'raisedAt',
  );
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
/** And as many of its words, those said most and the longest first. */
const MOST_WORDS = 300;

/** SQL: the words of what was said as (stem, written), by the language of each text. */
const WORDS = sql`
  select distinct on (stem) stem, spoken.written, row_number() over () as n
  from (
    select said.language, lower(written) as written
    from said cross join lateral regexp_split_to_table(left(said.text, ${READ}), '[^[:alnum:]]+') as written
    where length(written) >= 4 and written !~ '^[0-9]+$'
    group by 1, 2 order by count(*) desc, length(lower(written)) desc, 2 limit ${MOST_WORDS}
  ) as spoken
  cross join lateral unnest(tsvector_to_array(search_vector(spoken.language, spoken.written))) as stem
  where stem <> all(${POLITE}::text[])
  order by stem, length(spoken.written), spoken.written`;

/** SQL: the latest signals that are not dismissed. What is the latest of both states is among the latest of each. */
function latest({ scope: { workspaceId } }: Scoped, except: string | null): RawBuilder<unknown> {
  const of = (state: string): RawBuilder<unknown> => sql`(
    select signal.id, signal.kind, signal.line, signal.state, signal.insight_id, signal.raised_at, signal.search
    from signal
    where signal.workspace_id = ${workspaceId} and signal.state = ${state} and signal.id is distinct from ${except}::uuid
    order by signal.raised_at desc limit ${LOOKED_AT})`;
  return sql`select one.* from (${of('raised')} union all ${of('merged')}) as one order by one.raised_at desc limit ${LOOKED_AT}`;
}

/** SQL: which candidate holds which words, rare ones first, as (id, words), in its evidence or in its line. */
const WORDED = sql`
  select telling.id, array_agg(word.written order by telling.holders, length(word.written) desc, word.n) as words
  from (
    select found.*, count(*) over (partition by found.n) as holders, (select count(*) from candidate) as all_of_them
    from (
      select distinct heard.id, word.n
      from (
        select held.id, unnest(tsvector_to_array(held.search)) as stem from held
        union all
        select candidate.id, unnest(tsvector_to_array(candidate.search)) from candidate
      ) as heard
      join word on word.stem = heard.stem
    ) as found
  ) as telling
  join word on word.n = telling.n
  where telling.all_of_them < 5 or telling.holders <= ${COMMON}::double precision * telling.all_of_them
  group by telling.id`;

/** SQL: the themes of what was said, as (id, name_fr, name_en) for each theme that became one of them. */
function about({ scope: { workspaceId } }: Scoped): RawBuilder<unknown> {
  return sql`
    select theme.id, whole.name_fr, whole.name_en
    from theme
    join theme as whole on whole.workspace_id = ${workspaceId} and whole.id = coalesce(theme.merged_into, theme.id)
    where theme.workspace_id = ${workspaceId} and whole.retired_at is null and whole.id in (
      select coalesce(one.merged_into, one.id) from theme as one
      where one.workspace_id = ${workspaceId} and one.id in (
        select thread_theme.theme_id from said join thread_theme
          on thread_theme.workspace_id = ${workspaceId} and thread_theme.thread_id = said.thread_id
        union select message_theme.theme_id from said join message_theme
          on message_theme.workspace_id = ${workspaceId} and message_theme.message_id = said.message_id))`;
}

/** SQL: which candidate is about one of those themes, as (id, themes). */
function themed({ scope: { workspaceId } }: Scoped): RawBuilder<unknown> {
  return sql`
    select found.id, json_agg(distinct jsonb_build_object('fr', about.name_fr, 'en', about.name_en)) as themes
    from (
      select held.id, one.theme_id from held cross join lateral (
        select thread_theme.theme_id from thread_theme
        where thread_theme.workspace_id = ${workspaceId} and thread_theme.thread_id = held.thread_id
          and thread_theme.theme_id = any(array(select about.id from about)) offset 0
      ) as one
      union select held.id, one.theme_id from held cross join lateral (
        select message_theme.theme_id from message_theme
        where message_theme.workspace_id = ${workspaceId} and message_theme.message_id = held.message_id
          and message_theme.theme_id = any(array(select about.id from about)) offset 0
      ) as one
    ) as found join about on about.id = found.theme_id
    group by found.id`;
}

/**
 * SQL: signals that are not dismissed and share something with what was said: the message, a thread, a theme, words by
 * their stems in the language of each text. Those that share nothing are left out. `said`: SQL of rows (message_id,
 * thread_id, language, text). Each step is worked out once, before what is joined with it.
 */
function similarTo(db: Scoped, said: RawBuilder<unknown>, except: string | null): RawBuilder<SimilarRow> {
  const { workspaceId } = db.scope;
  return sql<SimilarRow>`
    with said as materialized (${said}), candidate as materialized (${latest(db, except)}),
    held as materialized (
      select candidate.id, one.message_id, one.thread_id, one.search
      from candidate cross join lateral (
        select evidence.message_id, evidence.thread_id, evidence.search from evidence
        where evidence.workspace_id = ${workspaceId} and evidence.signal_id = candidate.id offset 0
      ) as one
    ), word as materialized (${WORDS}), worded as materialized (${WORDED}),
    about as materialized (${about(db)}), themed as materialized (${themed(db)}),
    near as materialized (
      select held.id, bool_or(held.message_id in (select said.message_id from said)) as same_message,
        bool_or(held.thread_id in (select said.thread_id from said where said.thread_id is not null)) as same_thread
      from held group by held.id
    )
    select candidate.id, candidate.kind, candidate.line, candidate.state, candidate.insight_id, insight.statement,
      candidate.raised_at, coalesce(near.same_message, false) as same_message, coalesce(near.same_thread, false) as same_thread,
      coalesce(themed.themes, '[]'::json) as themes, coalesce(worded.words, '{}') as words
    from candidate
    left join near on near.id = candidate.id
    left join insight on insight.workspace_id = ${workspaceId} and insight.id = candidate.insight_id
    left join themed on themed.id = candidate.id
    left join worded on worded.id = candidate.id
    where near.same_message or near.same_thread or themed.id is not null or worded.id is not null
    order by near.same_message desc nulls last, near.same_thread desc nulls last,
      coalesce(cardinality(worded.words), 0) desc, candidate.raised_at desc
    limit ${LIKELIEST}`;
}
