/** One import in a process of its own, as the server does it, so that its memory is its own. Answers one line of JSON. */
import { join } from 'node:path';
import { openCommunityRoom } from '#app/rooms/community.ts';
import { importPath } from '#community/imports/path/index.ts';
import { systemClock as clock } from '#platform/clock/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { keepHeapSmall } from '#platform/memory/index.ts';

const { BASE = '', FOLDER = '', FILE = '', PLACE = '', WORKSPACE = '' } = process.env;
keepHeapSmall();
const log = createLog('error');
const opened = await openDatabase({ url: BASE, dataFolder: FOLDER, log });
if (!opened.ok) throw new Error(opened.refusal.code);
const database = opened.value;
await prepareJobs(database.ownerPool);
const room = openCommunityRoom({
  dataFolder: join(FOLDER, 'data'),
  database,
  clock,
  log,
  tombstoneSecret: 'a secret of benchmarks',
  onChanged: () => {},
  ledger: { add: () => {}, marksOf: () => new Set() },
});
const started = performance.now();
const done = await importPath(room.imports, {
  scope: { workspaceId: WORKSPACE },
  by: { kind: 'system', name: 'bench' },
  path: FILE,
  place: { name: PLACE, language: 'en' },
  signal: new AbortController().signal,
});
const milliseconds = performance.now() - started;
if (!done.ok) throw new Error(done.refusal.code);
const { state, counts, placeId } = done.value;
// Linux counts the highest resident size in KiB.
const peakBytes = process.resourceUsage().maxRSS * 1024;
await database.close();
process.stdout.write(`${JSON.stringify({ milliseconds, state, counts, placeId, peakBytes })}\n`);
