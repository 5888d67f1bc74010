import type pg from 'pg';

/** How large a made-up community is; people, channels and threads in the proportions real archives have. */
export interface CommunitySize {
  readonly activities: number;
  readonly members: number;
  readonly channels: number;
  readonly threads: number;
}

export function communitySize(activities: number): CommunitySize {
  return {
    activities,
    members: Math.max(200, Math.round(activities / 28)),
    channels: Math.max(8, Math.min(240, Math.round(activities / 4000))),
    threads: Math.round(activities / 8),
  };
}

const FIRST_DAY = '2020-01-06';
export const LAST_DAY = '2026-01-05';
const DAYS = 2191;

/** A number in [0, 1) that is the same everywhere, of row `n`; `salt` tells the draws of one row apart. */
const draw = (n: string, salt: number): string =>
  `((hashint8extended(${n}, ${String(salt)}) & 2147483647)::double precision / 2147483648)`;
const id = (letter: string, n: string): string =>
  `overlay(overlay(md5('${letter}' || ${n}) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid`;

/**
 * Fills the house's own tables with a made-up community, the same for the same size: six years in Paris time, threads of
 * eight messages on average within hours to days by three people, half by a core and half by those who came lately; some
 * threads stay alone; 2% staff, 1% bots, 1% accounts merged; three languages, questions and others, 40 themes.
 * What people cannot do to a base is done to be quick: keys are not checked again, indexes are made afterwards.
 */
export async function seed(client: pg.Client, workspaceId: string, size: CommunitySize): Promise<void> {
  await client.query(
    "set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'",
  );
  const indexes = await dropIndexes(client, ['message', 'thread', 'thread_reading', 'thread_theme']);
  for (const statement of statements(workspaceId, size)) await client.query(statement);
  for (const statement of indexes) await client.query(statement);
  await client.query('set session_replication_role = origin');
  await client.query('analyze');
}

async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid = any($1::text[]::regclass[]) and not indisunique`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ made }) => made);
}

function statements(workspaceId: string, { activities, members, channels, threads }: CommunitySize): readonly string[] {
  const ws = `'${workspaceId}'::uuid`;
  const place = (n: string) => `('a0000000-0000-8000-8000-00000000000' || (${n}) % 2)::uuid`;
  const [last, lastThread] = [String(activities - 1), String(threads - 1)];
  return [
    `insert into place (workspace_id, id, connector, name, gives, created_at)
     select ${ws}, ${place('n')}, 'bench', 'Lieu ' || n,
       '{"threads":true,"replies":true,"hours":true,"reactions":true,"staff":true}', '2026-01-01Z'
     from generate_series(0, 1) n`,
    `insert into channel (workspace_id, id, place_id, external_id, name)
     select ${ws}, ${id('c', 'n')}, ${place('n')}, n, 'salon ' || n from generate_series(0, ${String(channels - 1)}) n`,
    `insert into member (workspace_id, id, name, kind)
     select ${ws}, ${id('p', 'n')}, 'membre ' || n, case when n % 50 = 7 then 'staff' when n % 100 = 9 then 'bot' else 'person' end
     from generate_series(0, ${String(members - 1)}) n`,
    `insert into identity (workspace_id, id, place_id, member_id, external_id, keyed_by, handle)
     select ${ws}, ${id('i', 'n')}, ${place('n')}, ${id('p', 'case when n % 100 = 3 then n - 1 else n end')}, n, 'id', 'membre-' || n
     from generate_series(0, ${String(members - 1)}) n`,
    `update member set merged_into = ${id('p', 'n - 1')} from generate_series(3, ${String(members - 1)}, 100) n
     where member.workspace_id = ${ws} and member.id = ${id('p', 'n')}`,
    // A thread's number is its place in time; a channel of few numbers has most of them.
    `create temp table opened as
     select n, least(${String(channels - 1)}, floor(${String(channels)} * power(${draw('n', 1)}, 2)))::int as channel,
       timestamptz '${FIRST_DAY} 00:00:00+01' + interval '1 day' * (${String(DAYS - 30)} * n::double precision / ${String(threads)})
         + interval '1 second' * floor(86400 * sqrt(${draw('n', 2)})) as at
     from generate_series(0, ${lastThread}) n`,
    `insert into thread (workspace_id, id, place_id, channel_id, external_id)
     select ${ws}, ${id('t', 'n')}, ${place('channel')}, ${id('c', 'channel')}, n from opened`,
    `insert into thread_reading (workspace_id, thread_id, place_id, kind, kind_by)
     select ${ws}, ${id('t', 'n')}, ${place('channel')}, case when ${draw('n', 3)} < 0.6 then 'question' else 'other' end, 'rule'
     from opened where ${draw('n', 4)} < 0.9`,
    `insert into theme (workspace_id, id, name_fr, name_en, terms, named_by, created_at)
     select ${ws}, ${id('h', 'n')}, 'thème ' || n, 'theme ' || n, '{}', 'terms', '2026-01-01Z' from generate_series(0, 39) n`,
    `insert into thread_theme (workspace_id, thread_id, theme_id, place_id, by)
     select distinct ${ws}, ${id('t', 'n')}, ${id('h', 'theme')}, ${place('channel')}, 'terms'
     from (
       select n, channel, floor(40 * power(${draw('n', 5)}, 2))::int as theme from opened where ${draw('n', 6)} < 0.7
       union
       select n, channel, floor(40 * power(${draw('n', 7)}, 2))::int from opened where ${draw('n', 8)} < 0.2
     ) about`,
    ...messageStatements(ws, activities, members, threads, last, place),
  ];
}

function messageStatements(
  ws: string,
  activities: number,
  members: number,
  threads: number,
  last: string,
  place: (n: string) => string,
): readonly string[] {
  const each = String(activities / threads);
  // Three people share a thread. Half is written by a core among all who had come by then, the rest by those who came
  // lately, of whom one in seven writes most.
  const who = 't * 3 + i % 3';
  const arrived = `greatest(20, floor(${String(members)} * (t + 1)::double precision / ${String(threads)}))`;
  const late = `(${arrived} - 1 - floor(${arrived} * 0.05 * ${draw(who, 13)}))::int`;
  const author = `case when ${draw(who, 11)} < 0.5 then floor(${arrived} * power(${draw(who, 12)}, 3))::int
    when ${draw(who, 21)} < 0.7 then ${late} / 7 * 7 else ${late} end`;
  return [
    `create temp table written as
     with placed as (
       select i, i % ${each}::int = 0 as opens,
         case when i % ${each}::int <> 0 and ${draw(`i / ${each}::int`, 14)} < 0.11
           then greatest(0, i / ${each}::int - 1 - floor(40 * ${draw('i', 15)})::int) else i / ${each}::int end as t
       from generate_series(0::bigint, ${last}::bigint) i
     )
     select i, opens, t, ${author} as author from placed`,
    `insert into message (workspace_id, id, place_id, channel_id, thread_id, identity_id, external_id, opens, at, position,
       text, format, language, reply_to_id)
     select ${ws}, ${id('m', 'i')}, ${place('channel')}, ${id('c', 'channel')}, ${id('t', 't')}, ${id('i', 'author')}, i, opens,
       date_trunc('second', opened.at + case when opens then interval '0' else interval '1 second'
         * (60 + floor(30 * 86400 * power(${draw('i', 16)}, 7))) end),
       i, '', 'plain', case when ${draw('opened.channel', 17)} < 0.35 or ${draw('i', 18)} < 0.05 then 'fr'
         when ${draw('i', 19)} < 0.06 then 'und' else 'en' end,
       case when not opens and ${draw('i', 20)} < 0.3 and (i - 1) / ${each}::int = t then ${id('m', '(i - 1)')} end
     from written join opened on opened.n = written.t
     order by opened.at`,
    'drop table written',
    'drop table opened',
  ];
}
