import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const LOCAL = `(activity.instant at time zone 'Europe/Paris')::date`;

/** One row for each message, with whatever a plain table of activities has; the same on both rivals. */
const ACTIVITY = `
create table activity as
select written.id, written.place_id, written.channel_id, written.thread_id, account.member_id, account.role,
  case when written.opens then 'posted' else 'replied' end as kind, written.instant, written.reply_to_id,
  written.language, reading.kind as thread_kind
from plain_message written
join fact_account account on account.identity_id = written.identity_id
left join plain_thread_reading reading on reading.id = written.thread_id
order by written.instant`;

const INDEXES = [
  'create table member as select distinct fact_account.member_id, fact_account.role from fact_account',
  'create unique index on member (member_id)',
  'create unique index on activity (id)',
  'create index on activity (instant)',
  'create index on activity (channel_id, instant)',
  'create index on activity (member_id, instant)',
  'create index on activity (thread_id, instant)',
];

/** What somebody would add up in advance for these very questions, for persons only. */
const ROLLUPS = [
  `create table roll_day as
   select ${LOCAL} as day, activity.channel_id, activity.member_id, count(*)::int as n
   from activity where activity.role = 'person' group by 1, 2, 3 order by 1`,
  'create index on roll_day (day)',
  'create index on roll_day (member_id, day)',
  `create table roll_month as
   select roll_day.member_id, (extract(year from roll_day.day) * 12 + extract(month from roll_day.day))::int as month,
     sum(roll_day.n)::int as n
   from roll_day group by 1, 2`,
  'create index on roll_month (member_id, month)',
  `create table roll_thread as
   select opened.thread_id, opened.day, extract(epoch from min(reply.instant) - opened.instant)::double precision as seconds
   from (
     select activity.thread_id, activity.member_id, activity.instant, ${LOCAL} as day
     from activity where activity.kind = 'posted' and activity.role = 'person'
   ) opened
   left join activity reply on reply.thread_id = opened.thread_id and reply.kind = 'replied'
     and reply.role in ('person', 'staff') and reply.member_id <> opened.member_id
   group by opened.thread_id, opened.day, opened.instant`,
  'create index on roll_thread (day)',
  `create table roll_edge as
   select ${LOCAL} as day, activity.member_id as from_member, asked.member_id as to_member, count(*)::int as n
   from activity
   left join activity direct on direct.id = activity.reply_to_id
   left join activity opened on opened.thread_id = activity.thread_id and opened.kind = 'posted'
   join member asked on asked.member_id = coalesce(direct.member_id, opened.member_id)
   where activity.kind = 'replied' and activity.role = 'person' and asked.role = 'person'
     and asked.member_id <> activity.member_id
   group by 1, 2, 3 order by 1`,
  'create index on roll_edge (day)',
];

/**
 * PostgreSQL as somebody would set it up for counting: more memory and workers than the house gives it. `create schema`
 * keeps its tables apart from the house's.
 */
export async function makePostgresRival(client: pg.Client, workspaceId: string): Promise<void> {
  await client.query('create schema rival');
  await settleAsRival(client, workspaceId);
  for (const statement of [ACTIVITY, ...INDEXES, 'analyze rival.activity', 'analyze rival.member', ...ROLLUPS])
    await client.query(statement);
  await client.query('analyze');
}

export async function settleAsRival(client: pg.Client, workspaceId: string): Promise<void> {
  await client.query(`set search_path = rival, public; set work_mem = '256MB'; set maintenance_work_mem = '512MB';
    set max_parallel_workers_per_gather = 2; set jit = off; set enable_nestloop = on`);
  await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId]);
}

export interface DuckdbRival {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** DuckDB on the plain table of activities, with the memory and threads the house gives its own. */
export async function openDuckdbRival(client: pg.Client, folder: string): Promise<DuckdbRival> {
  const limits = { memory_limit: '400MB', threads: '2', temp_directory: join(folder, 'rival-spill') };
  const instance = await DuckDBInstance.create(join(folder, 'rival.duckdb'), limits);
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  await load(client, connection, folder, 'activity', {
    id: 'uuid',
    place_id: 'uuid',
    channel_id: 'uuid',
    thread_id: 'uuid',
    member_id: 'uuid',
    role: 'varchar',
    kind: 'varchar',
    instant: 'timestamptz',
    reply_to_id: 'uuid',
    language: 'varchar',
    thread_kind: 'varchar',
  });
  await load(client, connection, folder, 'member', { member_id: 'uuid', role: 'varchar' });
  await connection.run('checkpoint');
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function load(
  client: pg.Client,
  connection: DuckDBConnection,
  folder: string,
  table: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  const file = join(folder, `${table}.tsv`);
  const list = Object.keys(columns).join();
  await pipeline(
    client.query(copyTo(`copy (select ${list} from rival.${table}) to stdout (null '')`)),
    createWriteStream(file),
  );
  const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`);
  await connection.run(
    `create table ${table} as select * from read_csv('${file}', columns = {${types.join()}}, delim = '\t', header = false,
      quote = '', escape = '', nullstr = '', auto_detect = false)`,
  );
}
