import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import {
  bringExport,
  factsAsText,
  factsWithoutIds,
  finished,
  madeRoom,
  openImports,
  sendExport,
  workInAnotherProcess,
} from '../../../../tools/testing/imports.ts';
import type { ImportHouse } from '../../../../tools/testing/imports.ts';
import type { RunView } from './wire.ts';

const MESSAGES = 8_000;
const FILE = { name: 'accueil.tsv', bytes: madeRoom(MESSAGES) };

async function begun(home: ImportHouse): Promise<string> {
  const run = await sendExport(home.browser, FILE);
  await home.browser.must('POST', `/api/v1/imports/${run.id}/start`, { connector: 'gitter-tsv' });
  return run.id;
}

/** Waits until so many rows were read, or the run is over. */
async function untilRead({ browser, house }: ImportHouse, runId: string, rows: number): Promise<RunView> {
  for (;;) {
    const run = (await browser.must('GET', `/api/v1/imports/${runId}`)) as RunView;
    if (run.counts.read >= rows || run.finishedAt !== null) return run;
    await setTimeout(10);
    house.clock.advance(1000);
  }
}

it(
  'an import killed again and again goes on by itself, loses nothing and doubles nothing',
  { timeout: 180_000 },
  async () => {
    await using plain = await openImports();
    await plain.startJobs();
    expect(await bringExport(plain, FILE)).toMatchObject({ state: 'done' });
    const wanted = await factsWithoutIds(plain);

    await using home = await openImports();
    const runId = await begun(home);
    let kills = 0;
    for (const rows of [1, 2500, 5000]) {
      const worker = workInAnotherProcess(home);
      const run = await untilRead(home, runId, rows);
      expect(run.finishedAt).toBeNull();
      await setTimeout(kills * 37);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      kills += 1;
    }
    await home.startJobs();
    const run = await finished(home, runId);
    expect(run).toMatchObject({
      state: 'done',
      counts: { read: MESSAGES + 301, added: MESSAGES + 301, unchanged: 0, refused: 0 },
    });
    expect(await factsWithoutIds(home)).toEqual(wanted);
  },
);

it('an import asked to stop lets go within seconds and goes on at the next start', { timeout: 60_000 }, async () => {
  await using home = await openImports();
  const runId = await begun(home);
  const jobs = await home.startJobs();
  await untilRead(home, runId, 1);
  const asked = performance.now();
  await jobs.stop();
  expect(performance.now() - asked).toBeLessThan(5000);
  expect(await home.browser.must('GET', `/api/v1/imports/${runId}`)).toMatchObject({ state: 'reading' });
  await home.startJobs();
  expect(await finished(home, runId)).toMatchObject({ state: 'done', counts: { added: MESSAGES + 301 } });
});

it(
  'a cancelled import keeps what it read, says so, and the same file brings the rest',
  { timeout: 60_000 },
  async () => {
    await using home = await openImports();
    const runId = await begun(home);
    await home.startJobs();
    await untilRead(home, runId, 1);
    const cancelled = (await home.browser.must('POST', `/api/v1/imports/${runId}/cancel`)) as RunView;
    expect(cancelled).toMatchObject({ state: 'cancelled', can: { cancel: false } });
    expect(cancelled.counts.added).toBeGreaterThan(0);
    expect(await home.browser.call('POST', `/api/v1/imports/${runId}/cancel`)).toMatchObject({
      status: 409,
      json: { code: 'import/already_finished' },
    });
    await setTimeout(500);
    const { counts } = (await home.browser.must('GET', `/api/v1/imports/${runId}`)) as RunView;
    const stored = (await factsAsText(home, 'content')).split('\n').filter((line) => line.startsWith('raw '));
    expect(stored).toHaveLength(counts.added);
    const again = await bringExport(home, { ...FILE, place: { id: cancelled.place.id } });
    expect(again).toMatchObject({ state: 'done', counts: { unchanged: counts.added } });
    expect(again.counts.added).toBe(MESSAGES + 301 - counts.added);
  },
);
