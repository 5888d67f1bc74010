import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyIn, copyOut, fingerprint, openServer, settleDown, writings } from './ingest-base.ts';
import type { Imported, Server } from './ingest-base.ts';
import { sizeOf, writeExport } from './ingest-export.ts';
import { rowByRow } from './ingest-rows.ts';
import type { Goal } from './report.ts';
import { say, sayGoals, sayTable } from './report.ts';
import { measureStarts } from './starts.ts';

const MESSAGES = 200_000;
const SAMPLE = 4000;

/**
 * How fast an export comes in, beside the fastest and the plainest way of writing the same rows. `--messages` (default
 * 200,000), `--sample` (rows written one by one), `--starts no` leaves the starting times out.
 */
export async function bench(flags: Readonly<Record<string, string>>): Promise<void> {
  const messages = Number(flags['messages'] ?? MESSAGES);
  const sample = Math.min(messages, Number(flags['sample'] ?? SAMPLE));
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const server = await openServer(join(folder, 'house'));
  try {
    const goals = await measure(server, { messages, sample, folder });
    await server.stop();
    if (flags['starts'] !== 'no') await measureStarts(join(folder, 'starts'));
    sayGoals(goals);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Course {
  readonly messages: number;
  readonly sample: number;
  readonly folder: string;
}

async function measure(server: Server, { messages, sample, folder }: Course): Promise<readonly Goal[]> {
  const file = join(folder, 'ponts.tsv');
  const size = sizeOf(messages);
  const bytes = await writeExport(file, size);
  say(
    `ingest: ${messages.toLocaleString('en')} made-up messages, ${size.rooms} rooms, ${(bytes / 1e6).toFixed(0)} MB, on the embedded server with its usual settings`,
  );
  await server.create('ours');
  await server.create('bare');

  const empty = await besideCopy(server, { file, folder, place: 'Premier' });
  const replay = await replayed(server, file);
  const full = await besideCopy(server, { file, folder, place: 'Second' });
  const single = await rowByRow(server, file, { rows: sample, perTransaction: 1 });
  const gathered = await rowByRow(server, file, { rows: sample, perTransaction: 500 });

  const rate = (rows: number, ms: number): number => (rows / ms) * 1000;
  const pieces = empty.ours.counts.read;
  const shown = (name: string, rows: number, ms: number): string[] => [
    name,
    rows.toLocaleString('en'),
    (ms / 1000).toFixed(1),
    rate(rows, ms).toFixed(0),
  ];
  say();
  sayTable([
    ['', 'raws', 'seconds', 'raws/s'],
    shown('bare COPY, empty base', pieces, empty.copyMs),
    shown('ours, empty base', pieces, empty.ours.milliseconds),
    shown(`bare COPY, base of ${messages.toLocaleString('en')}`, pieces, full.copyMs),
    shown(`ours, base of ${messages.toLocaleString('en')}`, pieces, full.ours.milliseconds),
    shown('ours, the same export again', pieces, replay.again.milliseconds),
    shown('row by row, empty base, a sample', single.rows, single.milliseconds),
    shown('row by row, 500 to a transaction', gathered.rows, gathered.milliseconds),
  ]);
  say();
  say(
    'limits: the rows of bare COPY are those our import wrote (their fingerprints were compared first), read from files;',
  );
  say(
    'COPY neither reads an export nor compares with what stands. Row by row: one upsert for each fact, prepared, each raw',
  );
  say(
    `a transaction of its own as it is usually written, or 500 to one; on the first ${single.rows.toLocaleString('en')} raws, where its indexes are still small. All on this machine, one after the other.`,
  );
  say();
  say(
    `where we lose: to row by row with 500 to a transaction we are ${(rate(pieces, empty.ours.milliseconds) / rate(gathered.rows, gathered.milliseconds)).toFixed(1)} times as fast, not more;`,
  );
  say(
    `bare COPY is ${(empty.ours.milliseconds / empty.copyMs).toFixed(2)} times as fast into an empty base, ${(full.ours.milliseconds / full.copyMs).toFixed(2)} times into a full one;`,
  );
  say('the difference is reading the export, telling languages, and staging each batch so that it can be compared.');
  say();
  return [
    { name: 'ingest.empty_vs_copy', measured: empty.copyMs / empty.ours.milliseconds, target: 0.5, kind: 'least' },
    { name: 'ingest.full_vs_copy', measured: full.copyMs / full.ours.milliseconds, target: 0.5, kind: 'least' },
    {
      name: 'ingest.vs_row_by_row',
      measured: rate(pieces, empty.ours.milliseconds) / rate(single.rows, single.milliseconds),
      target: 15,
      kind: 'least',
    },
    { name: 'ingest.replay_rows_written', measured: replay.written, target: 0, kind: 'most' },
    {
      name: 'ingest.peak_memory',
      measured: Math.max(empty.ours.peakBytes, full.ours.peakBytes) / 1024 ** 2,
      target: 350,
      kind: 'most',
      unit: 'MiB',
    },
  ];
}

interface Beside {
  readonly ours: Imported;
  readonly copyMs: number;
}

/** Imports as the server does, takes the rows out and copies them into a base that had as much in it. */
async function besideCopy(
  server: Server,
  { file, folder, place }: { file: string; folder: string; place: string },
): Promise<Beside> {
  const house = await server.connect('ours');
  const bare = await server.connect('bare');
  await settleDown(house);
  const ours = await server.import('ours', file, place);
  const rows = join(folder, place);
  await mkdir(rows);
  await copyOut(house, ours.placeId, rows);
  await settleDown(bare);
  const copyMs = await copyIn(bare, rows);
  if ((await fingerprint(house, ours.placeId)) !== (await fingerprint(bare, ours.placeId)))
    throw new Error('the two bases do not hold the same rows');
  await rm(rows, { recursive: true });
  await Promise.all([house.end(), bare.end()]);
  return { ours, copyMs };
}

async function replayed(server: Server, file: string): Promise<{ readonly again: Imported; readonly written: number }> {
  const client = await server.connect('ours');
  const before = await writings(client);
  const again = await server.import('ours', file, 'Premier');
  const { added, changed } = again.counts;
  const isSame = before === (await writings(client));
  await client.end();
  // Rows written with the very same content count as well: then one at least was.
  return { again, written: Math.max(added + changed, isSame ? 0 : 1) };
}
