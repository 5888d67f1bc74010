import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Additions, NewThread, Told } from './additions.ts';
import { spanWith } from './additions.ts';
import type { CameMessage } from './came.ts';
import { duckdb } from './duckdb.ts';
import type { Known, Span } from './known.ts';
import { FIRSTS } from './known.ts';
import { runDuckdb } from './seam.ts';

/** An instant, in microseconds. */
class Instant {
  readonly micros: bigint;
  constructor(micros: number) {
    this.micros = BigInt(micros);
  }
}

/** Texts become whatever a column is of. */
type Value = string | number | boolean | Instant | null | undefined;

/** Writes what follows from messages that came for the first time. */
export async function append(connection: DuckDBConnection, additions: Additions, known: Known): Promise<void> {
  const { messages, told, answers, newThreads, unopened, awaited } = additions;
  const into = (table: string, rows: readonly (readonly Value[])[]): Promise<void> =>
    appendRows(connection, table, rows);
  await into('plain_message', messages.map(messageRow));
  const cells = await numberCells(connection, told, known);
  const spent = spentOf(told, cells);
  await into(
    'spent',
    spent.map((one) => [one.day, one.account, one.member, one.role, one.cell, one.posts, one.replies]),
  );
  await into('lived', livedOf(spent));
  await into(
    'answered',
    answers
      .toSorted((a, b) => inOrder(a.told.message.localDay, b.told.message.localDay))
      .map(({ told: { message, account, cell }, asker }) => [
        message.localDay,
        message.threadId ?? message.id,
        message.threadId !== null,
        account.n,
        asker,
        cells.get(cell),
      ]),
  );
  await into(
    'opened',
    newThreads.toSorted((a, b) => inOrder(a.opening.localDay, b.opening.localDay)).map((one) => openedRow(one, known)),
  );
  await into(
    'unopened',
    [...unopened].map((id) => [id]),
  );
  await into(
    'awaited',
    [...awaited].map((id) => [id]),
  );
  await setEarlier(connection, additions);
  await reachFurther(connection, told, known);
}

async function appendRows(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const { DuckDBTimestampTZValue } = await duckdb();
  const appender = await connection.createAppender(table);
  try {
    for (const row of rows) {
      for (const value of row) appendValue(appender, value, (micros) => new DuckDBTimestampTZValue(micros));
      appender.endRow();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

function appendValue(
  appender: DuckDBAppender,
  value: Value,
  instant: (micros: bigint) => Parameters<DuckDBAppender['appendTimestampTZ']>[0],
): void {
  if (value === null || value === undefined) appender.appendNull();
  else if (typeof value === 'string') appender.appendVarchar(value);
  else if (typeof value === 'boolean') appender.appendBoolean(value);
  else if (value instanceof Instant) appender.appendTimestampTZ(instant(value.micros));
  else if (Number.isInteger(value)) appender.appendInteger(value);
  else appender.appendDouble(value);
}

const instantOf = (micros: number | undefined): Instant | undefined =>
  micros === undefined ? undefined : new Instant(micros);

const secondsOf = (micros: number | undefined): number | undefined => (micros === undefined ? undefined : micros / 1e6);

function messageRow(one: CameMessage): readonly Value[] {
  return [
    one.id,
    one.placeId,
    one.channelId,
    one.threadId,
    one.identityId,
    one.opens,
    instantOf(one.instant),
    one.day,
    one.position,
    one.replyToId,
    one.counts,
    one.language,
    one.localDay,
  ];
}

interface Spent {
  readonly day: string;
  readonly account: number;
  readonly member: number;
  readonly role: string;
  readonly cell: number;
  posts: number;
  replies: number;
}

/** As \`spentRows\` in tables.ts. */
function spentOf(told: readonly Told[], cells: ReadonlyMap<string, number>): readonly Spent[] {
  const spent = new Map<string, Spent>();
  for (const { message, account, cell } of told) {
    const key = `${message.localDay} ${String(account.n)} ${cell}`;
    const known = spent.get(key);
    const one = known ?? {
      day: message.localDay,
      account: account.n,
      member: account.member,
      role: account.role,
      cell: cells.get(cell) ?? Number.NaN,
      posts: 0,
      replies: 0,
    };
    if (message.opens || (message.threadId === null && message.replyToId === null)) one.posts += 1;
    else one.replies += 1;
    if (known === undefined) spent.set(key, one);
  }
  return [...spent.values()].toSorted((a, b) => inOrder(a.day, b.day));
}

/** As \`livedRows\` in tables.ts. */
function livedOf(spent: readonly Spent[]): readonly (readonly Value[])[] {
  const days = Map.groupBy(spent, ({ member, day, role }) => `${String(member).padStart(10, '0')} ${day} ${role}`);
  return [...days.keys()].toSorted(inOrder).flatMap((key) => {
    const own = days.get(key) ?? [];
    const [one] = own;
    if (one === undefined) return [];
    return [[one.member, one.role, one.day, own.reduce((sum, { posts, replies }) => sum + posts + replies, 0)]];
  });
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The numbers of the cells messages lie in; those met for the first time are given one. */
async function numberCells(
  connection: DuckDBConnection,
  told: readonly Told[],
  known: Known,
): Promise<ReadonlyMap<string, number>> {
  const keys = [...new Set(told.map(({ cell }) => cell))];
  const rows = await runDuckdb(
    connection,
    'select one.key::text as key, one.n from cell one where one.key in (select unnest($1::bigint[]))',
    [keys],
  );
  const cells = new Map(rows.map((row) => [String(row['key']), Number(row['n'])]));
  const fresh = new Map(told.filter(({ cell }) => !cells.has(cell)).map((one) => [one.cell, one]));
  if (fresh.size === 0) return cells;
  const [last] = await runDuckdb(connection, 'select coalesce(max(one.n), -1) as n from cell one');
  const first = Number(last?.['n']) + 1;
  const numbered = [...fresh].map(([key, one], at) => ({ key, n: first + at, one }));
  await appendRows(
    connection,
    'cell',
    numbered.map(({ n, one }) => cellRow(n, one, known)),
  );
  for (const { key, n } of numbered) cells.set(key, n);
  return cells;
}

function cellRow(n: number, { message, cell }: Told, known: Known): readonly Value[] {
  const channel = known.channels.get(message.channelId);
  const spoken = message.language ?? 'und';
  return [n, cell, channel?.n, channel?.placeId, message.channelId, spoken, ...classOf(message, known)];
}

/** Kind and themes of its thread; where it was not read, it has none. */
function classOf({ threadId }: CameMessage, { classes }: Known): readonly Value[] {
  const classed = classes.get(threadId ?? '');
  return [classed?.kind, classed?.topics].map((text) => (text === '' ? undefined : text));
}

function openedRow({ opening, account, firsts }: NewThread, known: Known): readonly Value[] {
  return [
    opening.threadId,
    opening.placeId,
    opening.channelId,
    opening.identityId,
    account?.member,
    account?.role,
    instantOf(opening.instant),
    opening.day,
    opening.localDay,
    opening.counts,
    opening.language,
    ...classOf(opening, known),
    ...FIRSTS.flatMap((who) => [instantOf(firsts[who].instant), firsts[who].day]),
    secondsOf(opening.instant),
    ...FIRSTS.map((who) => secondsOf(firsts[who].instant)),
  ];
}

/** Lists of one length as rows: \`$1\` ids named \`id\`, then pairs of an instant and a day. */
const timesIn = (names: readonly string[]): string =>
  names
    .map(
      (name, at) =>
        `make_timestamptz(unnest($${String(at * 2 + 2)}::bigint[])) as ${name}, unnest($${String(at * 2 + 3)}::date[]) as ${name}_day`,
    )
    .join();

async function setEarlier(connection: DuckDBConnection, { earlier }: Additions): Promise<void> {
  if (earlier.size === 0) return;
  const firsts = [...earlier.values()];
  const set = FIRSTS.flatMap((who) => [
    `${who} = least(opened.${who}, one.${who})`,
    `${who}_day = least(opened.${who}_day, one.${who}_day)`,
    `${who}_second = epoch_us(least(opened.${who}, one.${who})) / 1e6`,
  ]);
  await runDuckdb(
    connection,
    `update opened set ${set.join()} from (select unnest($1::uuid[]) as id, ${timesIn(FIRSTS)}) one
    where one.id = opened.thread_id`,
    [
      [...earlier.keys()],
      ...FIRSTS.flatMap((who) => [
        firsts.map((one) => one[who].instant ?? null),
        firsts.map((one) => one[who].day ?? null),
      ]),
    ],
  );
}

/** Writes the spans that now begin earlier or end later. */
async function reachFurther(connection: DuckDBConnection, told: readonly Told[], { spans }: Known): Promise<void> {
  const further = new Map<string, Span>();
  for (const { message } of told) {
    const span = further.get(message.placeId) ?? spans.get(message.placeId);
    if (span !== undefined) further.set(message.placeId, spanWith(span, message));
  }
  const moved = [...further].filter(([id, span]) => !isSame(span, spans.get(id)));
  if (moved.length === 0) return;
  await runDuckdb(connection, 'delete from span where place_id in (select unnest($1::uuid[]))', [
    moved.map(([id]) => id),
  ]);
  const rows = moved.map(([id, { first, last }]) => [
    id,
    instantOf(first.instant),
    instantOf(last.instant),
    first.day,
    last.day,
  ]);
  await appendRows(connection, 'span', rows);
}

const isSame = (one: Span, other: Span | undefined): boolean =>
  [one.first, one.last].every((time, at) => {
    const before = at === 0 ? other?.first : other?.last;
    return time.instant === before?.instant && time.day === before?.day;
  });
