import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemClock as clock } from '#platform/clock/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import { panelInBrowser } from './cockpit-panel.ts';
import type { PanelTimes } from './cockpit-panel.ts';
import { unforeseen } from './cockpit-queries.ts';
import { makePostgresRival, openDuckdbRival, settleAsRival } from './cockpit-rivals.ts';
import { communitySize, seed } from './cockpit-seed.ts';
import type { Side, Times } from './cockpit-sides.ts';
import { race, SIDES } from './cockpit-sides.ts';
import type { Server } from './ingest-base.ts';
import { openServer, settleDown } from './ingest-base.ts';
import type { Goal } from './report.ts';
import { say, sayGoals, sayTable } from './report.ts';

const ROUNDS = 5;
const SIZES = '100000,1000000';
const MILLION = 1_000_000;
const MB = 1e6;
/** What a slice may cost, in times what it is cut from. */
const SLICE_AT_MOST = 1.5;

/** What the copy did in a process of its own. */
interface Copied {
  readonly buildMs: number;
  readonly whole: number;
  readonly sliced: number;
  readonly peakBytes: number;
  readonly delayMs: number;
}

interface Measured {
  readonly activities: number;
  readonly copied: Copied;
  readonly panel: PanelTimes;
  readonly times: readonly Times[];
}

/**
 * The seven questions of reference on the copy for figures and on what people would take instead, over made-up
 * communities. `--sizes` (default 100000,1000000; the goals of ten million want 10000000, 20 GB of disk and half an hour).
 */
export async function bench(flags: Readonly<Record<string, string>>): Promise<void> {
  const sizes = (flags['sizes'] ?? SIZES).split(',').map(Number);
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const server = await openServer(join(folder, 'house'));
  const measured: Measured[] = [];
  try {
    for (const activities of sizes) measured.push(await measure(server, join(folder, String(activities)), activities));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  tellGrowth(measured);
  tellLimits(measured);
  sayGoals(measured.flatMap(goalsOf));
}

/** Told as it goes: ten million take long, and what was measured is not to be lost with what comes after. */
async function measure(server: Server, folder: string, activities: number): Promise<Measured> {
  const name = `of_${activities}`;
  say(`cockpit: ${activities.toLocaleString('en')} made-up activities over six years`);
  await mkdir(folder);
  await server.create(name);
  const client = await server.connect(name);
  const started = performance.now();
  await seed(client, server.workspaceId, communitySize(activities));
  await makePostgresRival(client, server.workspaceId);
  const duckdb = await openDuckdbRival(client, folder);
  say(`  made, with its rivals, in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const opened = await openDatabase({ url: server.addressOf(name), dataFolder: folder, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const projection = createProjection({ database: opened.value, clock, log: silentLog, folder: join(folder, 'side') });
  try {
    await settleAsRival(client, server.workspaceId);
    const times = await projection.read({ workspaceId: server.workspaceId }, async (facts) => {
      const channels = await facts.query('select channel.id::text as id from plain_channel channel order by 1', []);
      const cut = unforeseen(channels.map(({ id }) => String(id)));
      return await race({ facts, duckdb: duckdb.connection, postgres: client }, cut, ROUNDS);
    });
    tellTimes(times);
    const panel = await panelInBrowser(server, name, folder);
    tellPanel(panel);
    await settleDown(client);
    const copied = await copyApart(server, name, folder);
    tellCopied(copied);
    return { activities, times, panel, copied };
  } finally {
    await projection.close();
    duckdb.close();
    await opened.value.close();
    await client.end();
  }
}

/** Last of all: it writes into the base. */
async function copyApart(server: Server, name: string, folder: string): Promise<Copied> {
  const settings = { BASE: server.addressOf(name), FOLDER: folder, WORKSPACE: server.workspaceId };
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'cockpit-worker.ts')], {
    env: { ...process.env, ...settings },
  });
  return JSON.parse(stdout) as Copied;
}

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

function tellTimes(times: Measured['times']): void {
  say();
  sayTable([
    ['milliseconds', ...SIDES, 'ours, sliced', 'limit'],
    ...times.map(({ name, sides, sliced, limit }) => [
      name,
      ...SIDES.map((side) => ms(sides[side])),
      ms(sliced),
      ms(limit),
    ]),
  ]);
  say();
}

function tellPanel(panel: PanelTimes): void {
  say(
    `  to the panel's last tile in a browser on this machine: ${ms(panel.whole)} ms from its address, sliced ${ms(panel.sliced)} ms;`,
  );
  say(`  ${ms(panel.chosen)} ms from choosing a slice in the open page`);
}

function tellCopied({ buildMs, peakBytes, whole, sliced, delayMs }: Copied): void {
  say(`  copy built in ${(buildMs / 1000).toFixed(1)} s, ${(peakBytes / MB).toFixed(0)} MB at most with the panel`);
  say(`  the panel's figures, with comparisons: ${ms(whole)} ms, sliced ${ms(sliced)} ms (server only, no browser)`);
  say(`  at 1,000 activities a second, 95 in 100 commits are read after ${ms(delayMs)} ms`);
  say();
}

function tellGrowth(measured: readonly Measured[]): void {
  for (const [at, larger] of measured.entries()) {
    const smaller = measured[at - 1];
    if (smaller === undefined) continue;
    const factors = larger.times.map(({ name, sides }, n) => {
      const before = smaller.times[n]?.sides.ours ?? Number.NaN;
      return `${name} ${(sides.ours / before).toFixed(1)}`;
    });
    say(`growth, ${(larger.activities / smaller.activities).toFixed(0)} times the activities: ${factors.join(', ')}`);
  }
}

function tellLimits(measured: readonly Measured[]): void {
  say();
  say(
    'limits: each side gave the same rows (hashes compared) and was asked in turn, on this machine, nothing cold; the limit',
  );
  say(
    'reads the columns a question needs and nothing else. PostgreSQL is the embedded one with 256 MB of working memory and',
  );
  say(
    'two workers a query. Rollups are made for these questions and hold nothing else: no slice, no later edit, no merge.',
  );
  say();
  const lost = measured.flatMap(({ activities, times }) =>
    times.flatMap(({ name, sides, sliced, limit }) => [
      ...SIDES.slice(1)
        .filter((side) => sides[side] < sides.ours)
        .map(
          (side) =>
            `  ${name} at ${activities.toLocaleString('en')}: ${side} is ${(sides.ours / sides[side]).toFixed(1)} times as fast`,
        ),
      ...(sides.ours > 10 * limit
        ? [`  ${name} at ${activities.toLocaleString('en')}: ${(sides.ours / limit).toFixed(0)} times its limit`]
        : []),
      ...(sliced > SLICE_AT_MOST * sides.ours
        ? [`  ${name} at ${activities.toLocaleString('en')}: ${(sliced / sides.ours).toFixed(1)} times as long, sliced`]
        : []),
    ]),
  );
  say('where we lose:');
  for (const line of lost.length === 0 ? ['  to none of them on these questions'] : lost) say(line);
  say(
    '  building the copy is time and memory that PostgreSQL alone does not need; a base of some thousand rows needs no copy.',
  );
  say();
}

/** Against one side, over the seven questions: the geometric mean of how many times as fast we are. */
function timesAsFast(times: readonly Times[], side: Side): number {
  return Math.exp(times.reduce((sum, { sides }) => sum + Math.log(sides[side] / sides.ours), 0) / times.length);
}

function goalsOf({ activities, times, copied, panel }: Measured): readonly Goal[] {
  const at = activities >= MILLION ? `${activities / MILLION}M` : `${activities / 1000}k`;
  const slowest = Math.max(...times.map(({ sides }) => sides.ours));
  const worst = Math.min(...times.map(({ sides }) => sides.plain_duckdb / sides.ours));
  const slice = Math.max(...times.map(({ sides, sliced }) => sliced / sides.ours));
  const fast = (side: Side, target: number): Goal => ({
    name: `cockpit.${at}.vs_${side}`,
    measured: timesAsFast(times, side),
    target,
    kind: 'least',
  });
  const under = (name: string, value: number, target: number, unit: string): Goal => ({
    name: `cockpit.${at}.${name}`,
    measured: value,
    target,
    kind: 'most',
    unit,
  });
  const always = [under('visible_after', copied.delayMs, 250, 'ms')];
  if (activities < MILLION) return always;
  if (activities < 10 * MILLION)
    return [
      ...always,
      under('slowest', slowest, 100, 'ms'),
      under('panel_sliced', copied.sliced, 500, 'ms'),
      under('panel_last_tile', panel.sliced, 500, 'ms'),
      under('panel_last_tile_chosen', panel.chosen, 500, 'ms'),
    ];
  return [
    ...always,
    under('unforeseen_slice', slice, SLICE_AT_MOST, 'x'),
    fast('indexed_postgres', 50),
    fast('rolled_postgres', 8),
    fast('plain_duckdb', 3),
    { name: `cockpit.${at}.worst_vs_plain_duckdb`, measured: worst, target: 1, kind: 'least' },
    under('slowest', slowest, 500, 'ms'),
    under('build', copied.buildMs / 1000, 60, 's'),
    under('peak_memory', copied.peakBytes / MB, 900, 'MB'),
  ];
}
