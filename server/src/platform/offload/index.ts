import { Worker } from 'node:worker_threads';
import type { Errand, Offload, Outcome, Task } from './model.ts';

export type { Offload, Task } from './model.ts';

/** What a thread may hold beside its typed arrays, in megabytes: a runaway sum must not take the server along. */
const MEMORY = 512;

/** One thread at a time: two would only share what the server has left. */
export function createOffload(): Offload {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    async run(task, input, signal) {
      const both = AbortSignal.any([signal, closing.signal]);
      const answer = last.then(() => inThread(task, input, both));
      last = answer.catch(() => undefined);
      return await Promise.race([answer, refused(both, answer)]);
    },
    async close() {
      closing.abort(new Error('The server is closing.'));
      await last;
    },
  };
}

/** Whoever gives up need not wait for his turn to be told so. */
async function refused(signal: AbortSignal, answer: Promise<unknown>): Promise<never> {
  return await new Promise((_, reject) => {
    const onAbort = (): void => reject(reasonOf(signal));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    const forget = (): void => signal.removeEventListener('abort', onAbort);
    answer.then(forget, forget);
  });
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('Nobody waits any more.');
}

async function inThread<In, Out>({ module, run }: Task<In, Out>, input: In, signal: AbortSignal): Promise<Out> {
  signal.throwIfAborted();
  const errand: Errand = { module: module.href, name: run.name, input };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    // Nothing of the server's is its business: no settings, no secrets.
    env: {},
    execArgv: [],
  });
  const end = (): void => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    const outcome = await outcomeOf(worker, signal);
    if ('failure' in outcome) throw new Error(outcome.failure);
    return outcome.answer as Out;
  } finally {
    signal.removeEventListener('abort', end);
    await worker.terminate();
  }
}

async function outcomeOf(worker: Worker, signal: AbortSignal): Promise<Outcome> {
  return await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(signal.aborted ? reasonOf(signal) : new Error(`A thread ended with ${String(code)} and no answer.`));
    });
  });
}
