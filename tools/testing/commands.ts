import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** One command: its words, the whole of its settings, and what stands on its standard input. */
export interface Order {
  readonly args: readonly string[];
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly input: string;
}

export interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/**
 * Commands done one after the other in one process, which has read the program once: for tests of what commands do.
 * What a process of its own is for (signals, its end, its start) is tested on processes of their own.
 */
export class Commands implements AsyncDisposable {
  #held: Promise<Held> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Does a command once those before are done. */
  run(order: Order): Promise<Ended> {
    const done = this.#last.then(() => this.#run(order));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #run(order: Order): Promise<Ended> {
    const { child, out, err, gone } = await (this.#held ??= start());
    if (child.exitCode !== null) throw new Error('The process of the commands has ended.');
    const ended = Promise.race([once(child, 'message'), gone]);
    const told = Promise.all([untilMark(out), untilMark(err)]);
    child.send(order);
    const [[code], [said, complained]] = await Promise.all([ended, told]);
    return { code: typeof code === 'number' ? code : null, said, complained };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const held = await this.#held;
    held?.child.kill();
    await held?.gone;
  }
}

interface Held {
  readonly child: ChildProcess;
  readonly out: Readable;
  readonly err: Readable;
  readonly gone: Promise<readonly unknown[]>;
}

async function start(): Promise<Held> {
  const child = fork(join(import.meta.dirname, 'hold-commands.ts'), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const { stdout: out, stderr: err } = child;
  if (out === null || err === null) throw new Error('The process of the commands has no output.');
  const gone = once(child, 'exit').then(() => [null]);
  out.setEncoding('utf8');
  err.setEncoding('utf8');
  await Promise.race([once(child, 'message'), gone]);
  return { child, out, err, gone };
}

/** What comes until the mark of the end of a command, or of the stream. */
function untilMark(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const end = (): void => {
      stream.off('data', take).off('close', end);
      resolve(text);
    };
    const take = (more: string): void => {
      text += more;
      if (!text.endsWith('\0')) return;
      text = text.slice(0, -1);
      end();
    };
    stream.on('data', take).on('close', end);
  });
}
