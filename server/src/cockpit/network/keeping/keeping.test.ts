import { expect, test } from 'vitest';
import type { Packed } from '#cockpit/network/measuring/index.ts';
import { createOffload } from '#platform/offload/index.ts';
import { createKeeper } from './index.ts';

const scope = { workspaceId: 'ponts' };
const about = { scope, asked: '{}', request: '/', window: { from: '2026-01-01', until: '2026-02-01' } };

/** So many people in a ring, each answering some others further on: large ones take a while. */
function ring(people: number, answers = 6): Packed {
  const all = [...Array(people).keys()];
  const id = (n: number): string => `cccccccc-0000-8000-8000-${n.toString(16).padStart(12, '0')}`;
  const ties = all.flatMap((n) => Array.from({ length: answers }, (_, far) => `${n} ${(n + 1 + far * 37) % people} 1`));
  return {
    persons: { many: people, texts: [all.map((n) => `${n} ${id(n)} 1 -`).join(',')] },
    ties: { many: ties.length, texts: [ties.join(',')] },
  };
}

test('several who ask for one network share it; it is kept, and found again by what names it', async () => {
  const offload = createOffload();
  const keeper = createKeeper(offload);
  const packed = ring(300);
  const [one, other] = await Promise.all(
    [1, 2].map(() => keeper.measure('key', about, packed, new AbortController().signal)),
  );
  expect(one).toBe(other);
  expect(keeper.find(scope, 'key')).toBe(one);
  expect(keeper.again(scope, '{}', one?.snapshot ?? '')).toBe(one);
  expect(keeper.again({ workspaceId: 'autre' }, '{}', one?.snapshot ?? '')).toBeUndefined();
  expect(keeper.find({ workspaceId: 'autre' }, 'key')).toBeUndefined();
  await offload.close();
});

test('measuring goes on while somebody waits, and ends when nobody does', async () => {
  const offload = createOffload();
  const keeper = createKeeper(offload);
  const packed = ring(4000);
  const [leaving, staying] = [new AbortController(), new AbortController()];
  const first = keeper.measure('key', about, packed, leaving.signal);
  const second = keeper.measure('key', about, packed, staying.signal);
  leaving.abort(new Error('left'));
  await expect(first).rejects.toThrow('left');
  expect((await second).network.tied).toBe(4000);

  const alone = new AbortController();
  const third = keeper.measure('another', about, packed, alone.signal);
  alone.abort(new Error('left as well'));
  await expect(third).rejects.toThrow('left as well');
  // The thread is free at once, and nothing half done was kept.
  expect(keeper.find(scope, 'another')).toBeUndefined();
  const small = await keeper.measure('small', about, ring(10), new AbortController().signal);
  expect(small.network.tied).toBe(10);
  await offload.close();
});

test('what has not been used for longest is let go when memory is short, never the latest', async () => {
  const offload = createOffload();
  const packed = ring(400);
  const signal = new AbortController().signal;
  const keeper = createKeeper(offload, 80_000);
  for (const key of ['a', 'b', 'c']) await keeper.measure(key, about, packed, signal);
  expect(['a', 'b', 'c'].map((key) => keeper.find(scope, key) !== undefined)).toEqual([false, false, true]);
  await offload.close();
});
