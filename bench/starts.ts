import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { say } from './report.ts';

const MAIN = join(import.meta.dirname, '../server/src/app/main.ts');
const PORT = 4917;
const PATIENCE = 120_000;

/** How long the first start (an empty folder) and a later one take until the installation says it is ready. */
export async function measureStarts(folder: string): Promise<void> {
  for (const name of ['first', 'later'])
    say(`${name} start: ${((await start(folder)) / 1000).toFixed(1)} s until ready`);
}

async function start(folder: string): Promise<number> {
  const started = performance.now();
  const environment = {
    ...process.env,
    PASSERELLE_DATA: folder,
    PASSERELLE_PORT: String(PORT),
    PASSERELLE_LOG: 'error',
  };
  const child = spawn(process.execPath, [MAIN, 'serve'], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    while (performance.now() - started < PATIENCE) {
      const ready = await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return performance.now() - started;
      if (child.exitCode !== null) break;
      await setTimeout(20);
    }
    throw new Error('the installation did not get ready');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
