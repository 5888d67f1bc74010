import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { openCommunityRoom } from '#app/rooms/community.ts';
import type { CommunityRoom } from '#app/rooms/community.ts';
import type { Inspection, RunView } from '#community/imports/wire.ts';
import { prepareJobs, startJobs } from '#platform/jobs/index.ts';
import type { JobRunner } from '#platform/jobs/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Browser } from './browser.ts';
import { scopeOf, SECRET } from './community.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

export interface ImportHouse extends AsyncDisposable {
  readonly house: House;
  readonly room: CommunityRoom;
  readonly browser: Browser;
  readonly dataFolder: string;
  /** Jobs run from here on; answers what stops them. */
  startJobs(): Promise<JobRunner>;
}

/** A house into which exports can be brought through the door, with the jobs that read them. */
export async function openImports(): Promise<ImportHouse> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'passerelle-imports-'));
  let room: CommunityRoom | undefined;
  const house = await openHouse({
    more: ({ database, clock }) => {
      room = openCommunityRoom({
        dataFolder,
        database,
        clock,
        log: silentLog,
        tombstoneSecret: SECRET,
        onChanged: () => {},
        ledger: { add: () => {}, marksOf: () => new Set() },
      });
      return room.routes;
    },
  });
  if (room === undefined) throw new Error('The community has no room.');
  const { tasks } = room;
  await prepareJobs(house.database.ownerPool);
  const runners: JobRunner[] = [];
  return {
    house,
    room,
    dataFolder,
    browser: await house.openFirst(),
    async startJobs() {
      const { ownerPool } = house.database;
      const runner = await startJobs({ ownerPool, clock: house.clock, log: silentLog, tasks });
      runners.push(runner);
      return runner;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(runners.map((runner) => runner.stop()));
      await house[Symbol.asyncDispose]();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const PIECE = 1024 * 1024;

/** Announces a file and sends it whole; answers the run. */
export async function sendExport(
  browser: Browser,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly place?: object },
): Promise<RunView> {
  const { name, bytes, place = { name: `Lieu de ${name}` } } = file;
  const run = (await browser.must('POST', '/api/v1/imports', {
    place,
    fileName: name,
    bytes: bytes.length,
  })) as RunView;
  for (let offset = 0; offset < bytes.length; offset += PIECE) {
    await browser.must(
      'PUT',
      `/api/v1/imports/${run.id}/content?offset=${offset}`,
      bytes.subarray(offset, offset + PIECE),
    );
  }
  return run;
}

/** Waits until nothing more happens to a run. */
export async function finished(
  { browser, house }: Pick<ImportHouse, 'browser' | 'house'>,
  runId: string,
): Promise<RunView> {
  for (;;) {
    const run = (await browser.must('GET', `/api/v1/imports/${runId}`)) as RunView;
    if (['done', 'cut_short', 'failed', 'cancelled'].includes(run.state)) return run;
    await setTimeout(25);
    // Time stands in tests, and paces with it.
    house.clock.advance(1000);
  }
}

/** The whole way of an export: sent, recognised, read. */
export async function bringExport(
  home: Pick<ImportHouse, 'browser' | 'house'>,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly place?: object },
): Promise<RunView> {
  const run = await sendExport(home.browser, file);
  const found = (await home.browser.must('POST', `/api/v1/imports/${run.id}/inspect`)) as Inspection;
  const [surest] = found.candidates;
  const options = found.preview?.connector === surest?.connector ? found.preview?.guess : {};
  await home.browser.must('POST', `/api/v1/imports/${run.id}/start`, { connector: surest?.connector, options });
  return await finished(home, run.id);
}

/** Every row of the tables of facts, as one text, without what says when it was written. */
export async function factsAsText(
  { house, browser }: Pick<ImportHouse, 'house' | 'browser'>,
  by: 'content' | 'writing',
): Promise<string> {
  const scope = await scopeOf(browser);
  const lines = TABLES.map((table) => {
    const told =
      by === 'writing' ? `${table}.xmin::text || ' ' || ${table}.id` : `(to_jsonb(${table}) - 'changed')::text`;
    return `select '${table} ' || ${told} as line from ${table} where workspace_id = $1`;
  });
  const query = CompiledQuery.raw(`${lines.join(' union all ')} order by line`, [scope.workspaceId]);
  const { rows } = await house.database.inScope(scope, (db) => db.tx.executeQuery<{ line: string }>(query));
  return rows.map((row) => row.line).join('\n');
}

/** How many rows of facts there are, and a sum over which writing wrote each of them: the same while none is written. */
export async function factsMark({ house, browser }: Pick<ImportHouse, 'house' | 'browser'>): Promise<unknown> {
  const scope = await scopeOf(browser);
  const lines = TABLES.map(
    (table) =>
      `select hashtextextended(${table}.xmin::text || ' ${table} ' || ${table}.id, 0) as mark from ${table} where workspace_id = $1`,
  );
  const query = CompiledQuery.raw(`select count(*), sum(mark) from (${lines.join(' union all ')}) as row`, [
    scope.workspaceId,
  ]);
  const { rows } = await house.database.inScope(scope, (db) => db.tx.executeQuery(query));
  return rows[0];
}

const TABLES = ['raw', 'channel', 'member', 'identity', 'thread', 'message', 'reaction'] as const;

/** The same rows with the ids that depend on the place left out: what two imports of one export have in common. */
export async function factsWithoutIds(home: Pick<ImportHouse, 'house' | 'browser'>): Promise<readonly string[]> {
  const text = await factsAsText(home, 'content');
  return text
    .split('\n')
    .map((line) =>
      line.replaceAll(/"(?!external_)\w*id": "[0-9a-f-]{36}"/g, '').replaceAll(/"opened_by": "[0-9a-f-]{36}"/g, ''),
    )
    .toSorted();
}

/** A room of a chat of so many made-up messages, in the form chats of that kind are archived in. */
export function madeRoom(messages: number): Buffer {
  const lines: string[] = [];
  for (let n = 0; n < messages; n += 1) {
    const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    const author = (n * 7919) % 300;
    const text = `Message ${n} sur les ponts de la ville, arche ${(n * 31) % 97}`;
    lines.push(
      [hexId(1), 'ponts/accueil', at, hexId(author), `membre-${author}`, hexId(n + 1_000_000), text].join('\t'),
    );
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

function hexId(n: number): string {
  return n.toString(16).padStart(24, '0');
}

/** Another process that runs the jobs of this house, to be killed in the middle of them. */
export function workInAnotherProcess({ house, dataFolder }: Pick<ImportHouse, 'house' | 'dataFolder'>): ChildProcess {
  const script = `
    import { openCommunityRoom } from '#app/rooms/community.ts';
    import { systemClock as clock } from '#platform/clock/index.ts';
    import { openDatabase } from '#platform/db/index.ts';
    import { startJobs } from '#platform/jobs/index.ts';
    import { silentLog as log } from '#platform/log/index.ts';
    const { BASE: url, FOLDER: dataFolder, SECRET: tombstoneSecret } = process.env;
    const { value: database } = await openDatabase({ url, dataFolder, log });
    const ledger = { add: () => {}, marksOf: () => new Set() };
    const { tasks } = openCommunityRoom({ dataFolder, database, clock, log, tombstoneSecret, onChanged: () => {}, ledger });
    await startJobs({ ownerPool: database.ownerPool, clock, log, tasks });
    setInterval(() => {}, 1000);`;
  const environment = { ...process.env, BASE: house.database.url, FOLDER: dataFolder, SECRET };
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

interface RoomLine {
  readonly room?: string;
  readonly at?: string;
  readonly by?: string;
  readonly id: string;
  readonly text: string;
}

const hex = (text: string): string => Buffer.from(text).toString('hex').padStart(24, '0').slice(-24);

/** A room of a chat, in the form chats of that kind are archived in. */
export function chatRoom(lines: readonly RoomLine[]): Buffer {
  const rows = lines.map(({ room: name = 'ponts/accueil', at = '2026-01-05T10:00:00.000Z', by = 'ada', id, text }) =>
    [hex('room'), name, at, hex(by), by, hex(id), `"${text.replaceAll('"', '""')}"`].join('\t'),
  );
  return Buffer.from(`${rows.join('\n')}\n`);
}

/** Two messages, two people, one room: five raws. */
export const HELLO = chatRoom([
  { id: 'm1', text: 'Bonjour à tous, où trouver le plan du vieux pont ?' },
  {
    id: 'm2',
    by: 'basile',
    at: '2026-01-05T11:00:00.000Z',
    text: 'Il est dans les archives, rayon des ouvrages en pierre.',
  },
]);
