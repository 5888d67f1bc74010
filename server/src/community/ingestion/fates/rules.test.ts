import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deriveId } from '#community/facts/index.ts';
import { Fates } from './rules.ts';
import type { Fate } from './rules.ts';

const PLACE = '0198f5a0-0000-7000-8000-000000000001';
const idOf = (name: string): string => deriveId(PLACE, 'raw', name);

/** The same, remembered in full: the fate told first, unless it was unchanged and became changed. */
function slowly(batches: readonly (readonly (readonly [string, Fate])[])[]): Record<string, number> {
  const last = new Map<string, Fate>();
  for (const [name, fate] of batches.flat()) {
    const before = last.get(name);
    if (before === undefined || (before === 'unchanged' && fate === 'changed')) last.set(name, fate);
  }
  const counts: Record<string, number> = { read: last.size, added: 0, changed: 0, unchanged: 0, withheld: 0 };
  for (const fate of last.values()) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

it('every element counts once, by what became of it in the end', () => {
  const name = fc.constantFrom('ada', 'basile', 'chloé', 'denis', 'élise');
  const fate = fc.constantFrom<Fate>('added', 'changed', 'unchanged', 'withheld');
  fc.assert(
    fc.property(fc.array(fc.array(fc.tuple(name, fate), { maxLength: 6 }), { maxLength: 8 }), (batches) => {
      const fates = new Fates();
      const sum: Record<string, number> = { read: 0, added: 0, changed: 0, unchanged: 0, withheld: 0 };
      for (const batch of batches) {
        const told = fates.tell(batch.map(([who, what]) => [idOf(who), what] as const));
        for (const [key, n] of Object.entries(told)) sum[key] = (sum[key] ?? 0) + n;
      }
      expect(sum).toEqual(slowly(batches));
    }),
  );
});

it('what a process before has counted is not counted again', () => {
  const fates = new Fates();
  fates.pass(idOf('ada'));
  expect(fates.tell([[idOf('ada'), 'changed']])).toMatchObject({ read: 0, changed: 0, unchanged: 0 });
});

it('two hundred thousand elements met twice are still two hundred thousand', () => {
  const fates = new Fates();
  const ids = Array.from({ length: 200_000 }, (_, n) => idOf(String(n)));
  const once = fates.tell(ids.map((id) => [id, 'unchanged'] as const));
  const twice = fates.tell(ids.map((id) => [id, 'changed'] as const));
  expect(once).toMatchObject({ read: 200_000, unchanged: 200_000 });
  expect(twice).toEqual({ read: 0, added: 0, changed: 200_000, unchanged: -200_000, withheld: 0 });
});
