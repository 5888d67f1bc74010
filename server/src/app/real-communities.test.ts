import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { scopeOf } from '../../../tools/testing/community.ts';
import { factsMark, openImports, type ImportHouse } from '../../../tools/testing/imports.ts';
import { describeShared, sharedPath } from '../../../tools/testing/shared.ts';
import { createFigures, type FigureAnswer, type FigureQuery } from '#cockpit/figures/index.ts';
import { importPath } from '#community/imports/path/index.ts';
import { standingClock } from '#platform/clock/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createProjection } from '#platform/projection/index.ts';

interface Stored {
  readonly messages: number;
  readonly writers: number;
  readonly threads: number;
  readonly channels: number;
  readonly first: string;
  readonly last: string;
}

interface RealSet {
  readonly folder: string;
  readonly archive: string;
  /** What was counted by other means, out of the set's own expected.json. */
  readonly counts: (expected: Expected) => Partial<Record<keyof Stored, unknown>>;
  readonly figures?: (ask: Ask) => Promise<void>;
  /**
   * The files of the archive that are read, of one that is larger than all the others together; its connector counts the
   * whole. How many wrote in each is known.
   */
  readonly some?: (expected: Expected) => Readonly<Record<string, number>>;
}

type Expected = Readonly<Record<string, unknown>>;
type Ask = (query: Partial<FigureQuery>) => Promise<(id: string) => FigureAnswer | undefined>;

const SETS: readonly RealSet[] = [
  {
    folder: 'discourse-delving-2022-2024',
    archive: 'posts.tar.gz',
    counts: (e) => ({
      messages: e['distinct_post_ids'],
      writers: e['authors'],
      threads: e['topics'],
      first: e['first'],
      last: e['last'],
    }),
    figures: async (ask) => {
      const found = await ask({ from: '2024-01-01', until: '2024-07-01' });
      expect(found('reply_coverage_7d')?.value).toMatchObject({ state: 'value' });
      const { value, parts } = found('first_response_time') ?? {};
      // More than nine in ten must have waited longer than half of them.
      expect(value?.state === 'value' ? value.value : null).toBeLessThanOrEqual(parts?.['p90'] ?? Infinity);
    },
  },
  {
    folder: 'forum-motion-twin-beta-fr',
    archive: 'beta.json.gz',
    counts: (e) => ({
      messages: e['messages'],
      writers: e['authors'],
      threads: e['threads'],
      first: e['first_day'],
      last: e['last_day'],
    }),
    figures: async (ask) => {
      const latest = await ask({});
      expect(latest('active_members')?.window).toMatchObject({ until: '2015-09-23', because: 'latest_activity' });
      expect(latest('active_members')?.freshness.newest).toEqual({ day: '2015-09-22' });
      expect(latest('first_response_time')?.value).toEqual({ state: 'unavailable', reason: 'no_hours' });
      expect(latest('first_response_time')?.leftOut).toMatchObject([{ reason: 'no_hours' }]);
    },
  },
  // One message more than counted there: its separator line is one that strict readers take for text.
  {
    folder: 'mbox-mapnik-devel',
    archive: 'mbox.tar.gz',
    counts: (e) => ({ messages: Number(e['messages']) + 1, writers: e['distinct_from_addresses'] }),
  },
  {
    folder: 'slack-olake',
    archive: 'export-runs.tar.gz',
    counts: (e) => ({ messages: e['distinct_messages_channel_ts'], writers: e['authors'] }),
  },
  {
    folder: 'zulip-lean-small',
    archive: 'zulip.tar.gz',
    counts: (e) => ({ messages: sumOf(e, 'messages'), threads: sumOf(e, 'topics'), channels: Object.keys(e).length }),
  },
  {
    folder: 'gitter-freecodecamp',
    archive: 'archives.tar.gz',
    some: (e) => ({ ...roomsOf(e['french_rooms']), ...roomsOf(e['largest_rooms'], 7_000) }),
    counts: () => ({ first: expect.stringMatching(/^201[45]/), last: expect.stringMatching(/^2016/) }),
    // Most of its rooms were closed in September 2016.
    figures: async (ask) => {
      const closed = await ask({ from: '2016-10-01', until: '2016-11-01', compare: 'both' });
      const active = closed('active_members');
      expect(active?.changed).toBe('down');
      expect(active?.previous?.sentence).toMatch(/baisse|moins|recul/i);
      expect(closed('new_contributors')?.changed).toBe('down');
    },
  },
];

describeShared('real exports give the counts that were counted by other means, and nothing when read again', () => {
  test.each(SETS)('$folder', { timeout: 600_000 }, async (set) => {
    const { folder, archive, counts } = set;
    await using home = await openImports();
    const expected = JSON.parse(readFileSync(sharedPath('data', folder, 'expected.json') ?? '', 'utf8')) as Expected;
    const whole = sharedPath('data', folder, archive) ?? '';
    const some = set.some?.(expected);
    const path = some === undefined ? whole : await unpacked(home, whole, Object.keys(some));
    expect(await bring(home, path)).toMatchObject({ state: 'done' });
    expect(await stored(home)).toMatchObject(counts(expected));
    await expectNothingNew(home, path);
    if (some !== undefined) expect(await writersOf(home)).toEqual(some);
    if (set.figures !== undefined) await askFigures(home, set.figures);
  });
});

/** Rooms of no more than so many messages, and how many wrote in each. */
function roomsOf(told: unknown, most = Infinity): Readonly<Record<string, number>> {
  const rooms = Object.entries(
    told as Readonly<Record<string, { readonly messages: number; readonly authors: number }>>,
  );
  return Object.fromEntries(
    rooms.flatMap(([name, { messages, authors }]) => (messages > most ? [] : [[name, authors]])),
  );
}

/** A folder with these rooms of an archive of rooms. */
async function unpacked({ dataFolder }: ImportHouse, archive: string, rooms: readonly string[]): Promise<string> {
  const folder = join(dataFolder, 'unpacked');
  await mkdir(folder);
  await promisify(execFile)('tar', ['xzf', archive, '-C', folder, ...rooms.map((room) => `archives/${room}.tsv`)]);
  return join(folder, 'archives');
}

async function writersOf({ house, browser }: ImportHouse): Promise<Readonly<Record<string, number>>> {
  const { rows } = await house.database.inScope(await scopeOf(browser), (db) =>
    sql<{ name: string; writers: number }>`
    select channel.name, count(distinct identity_id)::int as writers
    from message join channel on channel.id = message.channel_id group by channel.name`.execute(db.tx),
  );
  return Object.fromEntries(rows.map(({ name, writers }) => [name, writers]));
}

async function expectNothingNew(home: ImportHouse, path: string): Promise<void> {
  const before = await factsMark(home);
  expect(await bring(home, path)).toMatchObject({ counts: { added: 0, changed: 0 } });
  expect(await factsMark(home)).toEqual(before);
}

async function bring(home: ImportHouse, path: string) {
  const done = await importPath(home.room.imports, {
    scope: await scopeOf(home.browser),
    by: { kind: 'system', name: 'test' },
    path,
    place: { name: 'Salon', language: 'en' },
    signal: new AbortController().signal,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

async function stored({ house, browser }: ImportHouse): Promise<Stored> {
  const scope = await scopeOf(browser);
  const day = (column: string) =>
    sql.raw(`coalesce(to_char(${column} at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), day::text)`);
  const { rows } = await house.database.inScope(scope, (db) =>
    sql<Stored>`
    select (select count(*) from message)::int as messages,
      (select count(*) from identity where message_count > 0)::int as writers,
      (select count(*) from thread where message_count > 0)::int as threads,
      (select count(*) from channel)::int as channels,
      (select min(${day('at')}) from message) as first, (select max(${day('at')}) from message) as last`.execute(db.tx),
  );
  return rows[0] ?? expect.unreachable();
}

/** What a community is known for. */
async function askFigures(home: ImportHouse, known: NonNullable<RealSet['figures']>): Promise<void> {
  const { database } = home.house;
  const clock = standingClock('2026-10-01T12:00:00Z');
  const scope = await scopeOf(home.browser);
  const projection = createProjection({ database, folder: join(home.dataFolder, 'copies'), clock, log: silentLog });
  try {
    const figures = createFigures({ database, projection, clock });
    await known(async (query) => {
      const answers = await figures.answer(scope, { compare: 'both', ...query }, 'fr');
      if (!answers.ok) throw new Error(answers.refusal.code);
      return (id) => answers.value.find((answer) => answer.figure.id === id);
    });
  } finally {
    await projection.close();
  }
}

function sumOf(expected: Expected, what: string): number {
  return Object.values(expected).reduce<number>((sum, one) => sum + Number((one as Record<string, unknown>)[what]), 0);
}
