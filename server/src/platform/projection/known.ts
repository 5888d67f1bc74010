import type { DuckDBConnection } from '@duckdb/node-api';
import type { CameMessage } from './came.ts';
import type { Row } from './model.ts';
import { runDuckdb } from './seam.ts';

/** Of a message the copy has: where it stands, as long as a transaction lasts, who wrote it, and whether it counts. */
interface Written {
  readonly row: number;
  readonly identityId: string | null;
  readonly counts: boolean;
}

export interface Account {
  readonly n: number;
  readonly member: number;
  readonly role: 'bot' | 'person' | 'staff';
}

export const FIRSTS = ['anyone', 'staff', 'person'] as const;
export type First = (typeof FIRSTS)[number];

/** A first reply: microseconds, and the day of those without an hour. */
export interface FirstTime {
  readonly instant: number | undefined;
  readonly day: string | undefined;
}

/** Kind and themes of threads. */
export interface ThreadClass {
  readonly n: number;
  readonly kind: string;
  readonly topics: string;
}

/** A thread whose opening the copy has. */
export interface Opened {
  readonly identityId: string | null;
  readonly member: number | undefined;
  readonly counts: boolean;
  readonly firsts: Readonly<Record<First, FirstTime>>;
}

export interface Channel {
  readonly n: number;
  readonly placeId: string;
}

export interface Span {
  readonly first: FirstTime;
  readonly last: FirstTime;
}

/** What the copy knows of whatever some messages lie in; each by its id. */
export interface Known {
  readonly messages: ReadonlyMap<string, Written>;
  readonly opened: ReadonlyMap<string, Opened>;
  readonly unopened: ReadonlySet<string>;
  readonly awaited: ReadonlySet<string>;
  readonly classes: ReadonlyMap<string, ThreadClass>;
  readonly spans: ReadonlyMap<string, Span>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly languages: ReadonlyMap<string, number>;
  readonly accounts: ReadonlyMap<string, Account>;
}

type Ids = readonly string[];

const idsOf = (...ids: readonly (string | null | undefined)[]): Ids => [
  ...new Set(ids.filter((id) => id !== null && id !== undefined)),
];

/**
 * Looks up what messages lie in. Each of the large tables is read once, and of its columns those that are needed; what
 * that takes is nearly all an addition costs.
 */
export async function lookUp(connection: DuckDBConnection, came: readonly CameMessage[]): Promise<Known> {
  const threads = idsOf(...came.map((one) => one.threadId));
  const ask = async (text: string, ...lists: readonly Ids[]): Promise<readonly Row[]> =>
    await runDuckdb(connection, text, lists);
  /** Nothing but ids is read of all rows of a large table; what else there is of those found, where they stand. */
  const find = async (where: string, what: string, ids: Ids): Promise<readonly Row[]> => {
    const rows = (await ask(where, ids)).map((row) => String(row['n']));
    return rows.length === 0 ? [] : await ask(what, rows);
  };
  const named = idsOf(...came.flatMap((one) => [one.id, one.replyToId]));
  const messages = byId(await find(WHERE_WRITTEN, MESSAGES, named), (row) => ({
    row: Number(row['n']),
    identityId: textIn(row, 'identity_id') ?? null,
    counts: row['counts'] === true,
  }));
  const opened = byId(await find(WHERE_OPENED, OPENED, threads), openedIn);
  const others = threads.filter((id) => !opened.has(id));
  const unopened = others.length === 0 ? [] : await ask(UNOPENED, others);
  const small = await ask(SMALL, idsOf(...came.map((one) => one.id)), idsOf(...came.map((one) => one.channelId)));
  const of = (what: string): readonly Row[] => small.filter((row) => row['what'] === what);
  const writers = [...came, ...messages.values(), ...opened.values()].map((one) => one.identityId);
  const accounts = byId(await ask(ACCOUNTS, idsOf(...writers)), (row) => ({
    n: Number(row['n']),
    member: Number(row['member']),
    role: roleIn(row),
  }));
  return {
    messages,
    opened,
    accounts,
    unopened: new Set(byId(unopened, () => true).keys()),
    awaited: new Set(byId(of('awaited'), () => true).keys()),
    classes: byId(await ask(CLASSES, threads), (row) => ({
      n: Number(row['n']),
      kind: textIn(row, 'kind') ?? '',
      topics: textIn(row, 'topics') ?? '',
    })),
    // Places in which nothing happened yet have none.
    spans: byId([...of('place'), ...of('span')], (row) => ({
      first: { instant: numberIn(row, 'n'), day: textIn(row, 'one') },
      last: { instant: numberIn(row, 'm'), day: textIn(row, 'two') },
    })),
    channels: byId(of('channel'), (row) => ({ n: Number(row['n']), placeId: textIn(row, 'one') ?? '' })),
    languages: byId(of('language'), (row) => Number(row['n'])),
  };
}

const WHERE_WRITTEN = 'select one.rowid as n from plain_message one where one.id in (select unnest($1::uuid[]))';

const MESSAGES = `
select one.rowid as n, one.id::text as id, one.identity_id::text as identity_id, one.counts
from plain_message one where one.rowid in (select unnest($1::bigint[]))`;

const WHERE_OPENED = 'select one.rowid as n from opened one where one.thread_id in (select unnest($1::uuid[]))';

const OPENED = `
select one.thread_id::text as id, one.identity_id::text as identity_id, one.member, one.counts,
  ${FIRSTS.map((who) => `epoch_us(one.${who}) as ${who}, one.${who}_day::text as ${who}_day`).join()}
from opened one where one.rowid in (select unnest($1::bigint[]))`;

const CLASSES = `
select classed.thread_id::text as id, class.n, class.kind, class.topics
from thread_class classed join class on class.n = classed.class
where classed.thread_id in (select unnest($1::uuid[]))`;

const UNOPENED =
  'select one.thread_id::text as id from unopened one where one.thread_id in (select unnest($1::uuid[]))';

const ACCOUNTS = `
select one.identity_id::text as id, one.n, one.member, one.role::text as role
from account one where one.identity_id in (select unnest($1::uuid[]))`;

/** Small tables in one text; what cannot be told by one column is told by the next. */
const SMALL = `
select 'awaited' as what, one.id::text as id, null::bigint as n, null::bigint as m, null as one, null as two
from awaited one where one.id in (select unnest($1::uuid[]))
union all
select 'channel', one.channel_id::text, one.n, null, one.place_id::text, null
from channel_key one where list_contains($2::uuid[], one.channel_id)
union all
select 'language', one.language, one.n, null, null, null from language_key one
union all
select 'place', one.id::text, null, null, null, null from plain_place one
union all
select 'span', one.place_id::text, epoch_us(one.first_instant), epoch_us(one.last_instant), one.first_day::text,
  one.last_day::text
from span one`;

function openedIn(row: Row): Opened {
  const time = (who: First): FirstTime => ({ instant: numberIn(row, who), day: textIn(row, `${who}_day`) });
  return {
    identityId: textIn(row, 'identity_id') ?? null,
    member: numberIn(row, 'member'),
    counts: row['counts'] === true,
    firsts: { anyone: time('anyone'), staff: time('staff'), person: time('person') },
  };
}

function roleIn(row: Row): Account['role'] {
  const role = row['role'];
  return role === 'bot' || role === 'staff' ? role : 'person';
}

function textIn(row: Row, name: string): string | undefined {
  const value = row[name];
  return typeof value === 'string' ? value : undefined;
}

function numberIn(row: Row, name: string): number | undefined {
  const value = row[name];
  return typeof value === 'number' ? value : undefined;
}

function byId<T>(rows: readonly Row[], tell: (row: Row) => T): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [String(row['id']), tell(row)]));
}
