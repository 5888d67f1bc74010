import { sql } from 'kysely';
import type { TextFormat } from '#platform/html/index.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { ThemeQuery } from './wire.ts';

export interface ThemeCounts {
  readonly threads: number;
  readonly mentions: number;
}

/** Threads and mentions of each theme, since the beginning; what was merged counts where it went. */
export async function countsOfThemes(db: Scoped): Promise<ReadonlyMap<string, ThemeCounts>> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<ThemeCounts & { id: string }>`
    with threads as (
      select theme_id, count(*)::int as threads from thread_theme where workspace_id = ${workspaceId} group by theme_id
    ), mentions as (
      select theme_id, count(*)::int as mentions from message_theme where workspace_id = ${workspaceId} group by theme_id
    )
    select theme.id, coalesce(threads.threads, 0) as threads, coalesce(mentions.mentions, 0) as mentions
    from theme
    left join threads on threads.theme_id = theme.id
    left join mentions on mentions.theme_id = theme.id
    where theme.workspace_id = ${workspaceId}`.execute(db.tx);
  return new Map(rows.map(({ id, threads, mentions }) => [id, { threads, mentions }]));
}

/** How many persons ever mentioned a theme: staff and bots apart, merged members once. */
export async function personsOf(db: Scoped, themeId: string): Promise<number> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ persons: number }>`
    select count(distinct identity.member_id)::int as persons
    from message_theme about
    join message on message.workspace_id = about.workspace_id and message.id = about.message_id and message.state = 'shown'
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id and member.kind = 'person'
    where about.workspace_id = ${workspaceId} and about.theme_id = ${themeId}`.execute(db.tx);
  return rows[0]?.persons ?? 0;
}

export interface QuoteRow {
  readonly message_id: string;
  readonly thread_id: string | null;
  readonly channel_id: string;
  readonly place_name: string;
  readonly at: Date | null;
  readonly day: string | null;
  readonly text: string;
  /** Of the thread it opens. */
  readonly title: string | null;
  readonly format: TextFormat;
  readonly language: string;
  readonly tone: -1 | 0 | 1 | null;
  readonly tone_by: 'lexicon' | 'person' | null;
}

const MOST_QUOTES = 20;
const TONES = { positive: 1, neutral: 0, negative: -1 } as const;

/** The newest messages of persons that mention a theme, of these days and this tone; nobody is named. */
export async function quotesOf(db: Scoped, themeId: string, query: ThemeQuery): Promise<readonly QuoteRow[]> {
  const { workspaceId } = db.scope;
  const { from, until, tone } = query;
  const day = sql`coalesce(message.day, (message.at at time zone workspace.zone)::date)`;
  const { rows } = await sql<QuoteRow>`
    select message.id as message_id, message.thread_id, message.channel_id, place.name as place_name, message.at, message.day::text as day,
      left(message.text, 6000) as text, case when message.opens then thread.title end as title, message.format,
      case when message.language = 'und' then coalesce(place.language, 'und') else message.language end as language,
      judged.tone, judged.by as tone_by
    from message_theme about
    join message on message.workspace_id = about.workspace_id and message.id = about.message_id and message.state = 'shown'
    join workspace on workspace.id = message.workspace_id
    left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id and member.kind = 'person'
    left join message_tone judged on judged.workspace_id = message.workspace_id and judged.message_id = message.id
    where about.workspace_id = ${workspaceId} and about.theme_id = ${themeId}
      and (${from ?? null}::date is null or ${day} >= ${from ?? null}::date)
      and (${until ?? null}::date is null or ${day} < ${until ?? null}::date)
      and (${tone === undefined ? null : TONES[tone]}::int is null or judged.tone = ${tone === undefined ? null : TONES[tone]}::int)
    order by message.sort_at desc, message.id limit ${MOST_QUOTES}`.execute(db.tx);
  return rows;
}

export interface ThemeThreadRow {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly messages: number;
  readonly mentions: number;
  readonly by: 'terms' | 'person';
}

const MOST_THREADS = 50;
const TITLE = sql`coalesce(thread.title, (select left(first.text, 100) from message as first
  where first.workspace_id = thread.workspace_id and first.thread_id = thread.id and first.state = 'shown'
  order by first.sort_at, first.position nulls last, first.id limit 1), '')`;

/** Threads of a theme, those a person put there first, then those that mention it most. */
export async function threadsOf(db: Scoped, themeId: string): Promise<readonly ThemeThreadRow[]> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<ThemeThreadRow>`
    with said as (
      select message.thread_id, count(*)::int as mentions
      from message_theme about
      join message on message.workspace_id = about.workspace_id and message.id = about.message_id
      where about.workspace_id = ${workspaceId} and about.theme_id = ${themeId} and message.thread_id is not null
      group by message.thread_id
    )
    select thread.id, ${TITLE} as title, place.name as place, thread.message_count as messages,
      coalesce(said.mentions, 0) as mentions, about.by
    from thread_theme about
    join thread on thread.workspace_id = about.workspace_id and thread.id = about.thread_id
    join place on place.workspace_id = thread.workspace_id and place.id = thread.place_id
    left join said on said.thread_id = thread.id
    where about.workspace_id = ${workspaceId} and about.theme_id = ${themeId}
    order by about.by, coalesce(said.mentions, 0) desc, thread.id limit ${MOST_THREADS}`.execute(db.tx);
  return rows;
}

/** Threads a person took out of a theme. */
export async function threadsOutOf(db: Scoped, themeId: string) {
  const { rows } = await sql<{ id: string; title: string }>`
    select thread.id, ${TITLE} as title
    from thread_theme_out out
    join thread on thread.workspace_id = out.workspace_id and thread.id = out.thread_id
    where out.workspace_id = ${db.scope.workspaceId} and out.theme_id = ${themeId}
    order by title, thread.id limit ${MOST_THREADS}`.execute(db.tx);
  return rows;
}
