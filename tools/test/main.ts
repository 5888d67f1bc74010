import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAll } from '../check/main.ts';
import { REPORT } from './reporter.ts';
import type { Tally } from './tally.ts';
import { NOTHING, add, sentence, tallyOf } from './tally.ts';

interface Stage {
  readonly name: string;
  run(): Promise<Tally>;
}

const INTERRUPTED = 130;

/** Runs one project of vitest.config.ts; its own report goes to the terminal, its count to a file we read. */
function vitest(root: string, project: string): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  const report = join(folder, 'report.json');
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', `--reporter=${join(import.meta.dirname, 'reporter.ts')}`];
  const child = spawn(process.execPath, [program, 'run', '--project', project, ...reporters], {
    cwd: root,
    env: { ...process.env, [REPORT]: report },
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    // Ctrl-C reaches Vitest as well, which stops the database it started; we end after it.
    const stop = (): void => {
      child.once('close', () => process.exit(INTERRUPTED));
    };
    const end = (): void => {
      child.kill('SIGTERM');
      stop();
    };
    process.once('SIGINT', stop).once('SIGTERM', end);
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', end);
      const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
      rmSync(folder, { recursive: true, force: true });
      resolve(tallyOf(text, code ?? 1));
    });
  });
}

/** A check that finds something is one failure: a run that says "0 failed" is good in every respect. */
async function check(root: string): Promise<Tally> {
  const failed = await checkAll(root);
  return { ...NOTHING, failed, faults: failed > 0 ? ['see above'] : [] };
}

/** Runs everything, whatever fails on the way, says again what failed, and ends with one plain line. Answers whether all is well. */
export async function testAll(root: string): Promise<boolean> {
  const stages: readonly Stage[] = [
    { name: 'check', run: () => check(root) },
    { name: 'tests', run: () => vitest(root, 'house') },
    { name: 'browser', run: () => vitest(root, 'browser') },
  ];
  let sum = NOTHING;
  const summary: string[] = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name} ──`);
    const start = performance.now();
    const tally = await stage.run();
    const seconds = (performance.now() - start) / 1000;
    sum = add(sum, { ...tally, faults: tally.faults.map((fault) => `${stage.name}: ${fault}`) });
    summary.push(`${stage.name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${sentence(tally)}`);
  }
  if (sum.faults.length > 0) console.log(`\n${sum.faults.join('\n')}`);
  console.log(`\n${summary.join('\n')}\n`);
  console.log(sentence(sum));
  return sum.failed === 0;
}
