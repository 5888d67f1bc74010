import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A real process under a test's hand. `saidFirst` is its first line on standard output. */
export interface Held extends AsyncDisposable {
  readonly pid: number;
  readonly saidFirst: Promise<string>;
  /** `kill -9`, and the wait for the end. */
  killHard(): Promise<void>;
}

/** Runs a script of this folder with Node, as an operator would run the application. */
export function hold(script: string, ...args: string[]): Held {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => killHard(child);
  return { pid: child.pid ?? 0, saidFirst: firstLine(child), killHard: kill, [Symbol.asyncDispose]: kill };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) return '';
  for await (const line of createInterface({ input: child.stdout })) return line;
  return '';
}

async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
