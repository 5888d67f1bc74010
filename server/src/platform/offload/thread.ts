import { parentPort, workerData } from 'node:worker_threads';
import type { Errand, Outcome } from './model.ts';

/** The other end of the offload: does one errand and ends. */
const { module, name, input } = workerData as Errand;

function tell(outcome: Outcome): void {
  parentPort?.postMessage(outcome, 'answer' in outcome ? buffersIn(outcome.answer) : []);
}

/** The memory behind typed arrays, wherever they stand in an answer: handed over instead of copied. */
function buffersIn(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(buffersIn))];
}

try {
  const loaded = (await import(module)) as Readonly<Record<string, ((input: unknown) => unknown) | undefined>>;
  const run = loaded[name];
  if (run === undefined) throw new Error(`${module} exports no function ${name}.`);
  tell({ answer: await run(input) });
} catch (error) {
  tell({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
