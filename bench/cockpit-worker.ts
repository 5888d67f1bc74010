/**
 * The copy of one base in a process of its own, as the server has it, so that its memory is its own: built from nothing,
 * asked the whole panel of the health page, then followed while somebody writes. Answers one line of JSON.
 */
import { setTimeout } from 'node:timers/promises';
import type { FigureQuery } from '#cockpit/figures/index.ts';
import { createFigures } from '#cockpit/figures/index.ts';
import { systemClock as clock } from '#platform/clock/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import { createLog } from '#platform/log/index.ts';
import { keepHeapSmall } from '#platform/memory/index.ts';
import { createProjection } from '#platform/projection/index.ts';
import { middle } from './report.ts';

const { BASE = '', FOLDER = '', WORKSPACE = '' } = process.env;
const ROUNDS = 3;
const COMMITS = 100;
const ROWS_PER_COMMIT = 100;
/** The figures of the eight tiles of the health page. */
const PANEL =
  'active_members net_active_change new_contributors welcomed_24h retention_rate lost_regulars first_response_time reply_coverage_7d member_answered_share solo_threads absence_factor top1_share themes sentiment'.split(
    ' ',
  );
/** A hundred rows a tenth of a second: a thousand activities a second, for ten seconds. */
const COMMIT_EVERY = 100;

keepHeapSmall();
const log = createLog('error');
const opened = await openDatabase({ url: BASE, dataFolder: FOLDER, log });
if (!opened.ok) throw new Error(opened.refusal.code);
const database = opened.value;
const scope = { workspaceId: WORKSPACE };
const projection = createProjection({ database, clock, log, folder: `${FOLDER}/projection` });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The figures of the eight tiles, answered together, as the health page asks for them; the middle of some rounds. */
async function panelMs(cut: Pick<FigureQuery, 'kind' | 'language'>): Promise<number> {
  const figures = createFigures({ database, projection, clock });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(
      await timed(async () => {
        const answered = await figures.answer(scope, { ...cut, compare: 'both' }, 'fr', PANEL);
        if (!answered.ok) throw new Error(answered.refusal.code);
      }),
    );
  return middle(times);
}

/** How long after each commit a reader sees it, while a thousand activities a second come in; milliseconds, sorted. */
async function delays(): Promise<readonly number[]> {
  const seen = (): Promise<number> =>
    projection.read(scope, async (facts) => {
      const [row] = await facts.query('select count(*)::int as n from plain_message', []);
      return Number(row?.['n']);
    });
  const before = await seen();
  const committed: number[] = [];
  const visible: number[] = [];
  const writing = (async () => {
    for (let n = 0; n < COMMITS; n += 1) {
      const began = performance.now();
      await writeSome();
      committed.push(performance.now());
      await setTimeout(Math.max(0, COMMIT_EVERY - (performance.now() - began)));
    }
  })();
  while (visible.length < COMMITS) {
    const commits = Math.floor(((await seen()) - before) / ROWS_PER_COMMIT);
    while (visible.length < commits) visible.push(performance.now() - (committed[visible.length] ?? Number.NaN));
    await setTimeout(10);
  }
  await writing;
  return visible.filter((delay) => !Number.isNaN(delay)).toSorted((a, b) => a - b);
}

/** Further answers in threads there are. */
async function writeSome(): Promise<void> {
  await database.ownerPool.query(
    `begin; set local app.keeper = 'on';
     insert into message (workspace_id, id, place_id, channel_id, thread_id, identity_id, external_id, at, text, format, language)
     select told.workspace_id, gen_random_uuid(), told.place_id, told.channel_id, told.thread_id, told.identity_id,
       gen_random_uuid()::text, told.at + interval '1 hour', '', 'plain', told.language
     from (select * from message tablesample system (1) limit ${String(ROWS_PER_COMMIT)}) told; commit`,
  );
}

const buildMs = await timed(() => projection.rebuild(scope));
const whole = await panelMs({});
const sliced = await panelMs({ kind: 'question', language: ['fr'] });
// Linux counts the highest resident size in KiB.
const peakBytes = process.resourceUsage().maxRSS * 1024;
const delay = await delays();
await projection.close();
await database.close();
process.stdout.write(
  `${JSON.stringify({ buildMs, whole, sliced, peakBytes, delayMs: delay[Math.floor(delay.length * 0.95)] })}\n`,
);
