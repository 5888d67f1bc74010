import { expect, test } from 'vitest';
import { createOffload } from './index.ts';
import { busy, doubled, fails, type Numbers } from './task.test-data.ts';

const module = new URL('./task.test-data.ts', import.meta.url);
const never = new AbortController().signal;

test('a task runs beside the server, which keeps answering meanwhile', async () => {
  const offload = createOffload();
  let beats = 0;
  const heart = setInterval(() => (beats += 1), 5);
  const numbers: Numbers = { values: Float64Array.of(1, 2, 3) };
  const [first, second] = await Promise.all([
    offload.run({ module, run: busy }, { until: 30_000_000 }, never),
    offload.run({ module, run: doubled }, numbers, never),
  ]);
  clearInterval(heart);
  expect(first).toBe(30_000_000);
  expect([...second.values]).toEqual([2, 4, 6]);
  expect([...numbers.values]).toEqual([1, 2, 3]);
  expect(beats).toBeGreaterThan(10);
  await offload.close();
});

test('a task that fails says so, and the next one runs', async () => {
  const offload = createOffload();
  await expect(offload.run({ module, run: fails }, 'pont', never)).rejects.toThrow('no way over the pont');
  await expect(offload.run({ module, run: busy }, { until: 1 }, never)).resolves.toBe(1);
  await offload.close();
});

test('what nobody waits for is ended, or never begun', async () => {
  const offload = createOffload();
  const [running, waiting] = [new AbortController(), new AbortController()];
  const first = offload.run({ module, run: busy }, { until: 1e12 }, running.signal);
  const second = offload.run({ module, run: busy }, { until: 1e12 }, waiting.signal);
  waiting.abort(new Error('left'));
  await expect(second).rejects.toThrow('left');
  running.abort(new Error('left too'));
  await expect(first).rejects.toThrow('left too');
  await expect(offload.run({ module, run: busy }, { until: 1 }, never)).resolves.toBe(1);
  const third = offload.run({ module, run: busy }, { until: 1e12 }, never);
  await Promise.all([expect(third).rejects.toThrow('closing'), offload.close()]);
});
