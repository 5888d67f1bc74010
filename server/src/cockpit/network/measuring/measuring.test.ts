import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOffload } from '#platform/offload/index.ts';
import type { Bundle, Network, Packed } from './index.ts';
import { idOf, MEASURING, measureNetwork, personOf } from './index.ts';

const id = (n: number): string => `cccccccc-0000-8000-8000-${n.toString(16).padStart(12, '0')}`;

interface Somebody {
  readonly wrote: number;
  readonly arrived: number | undefined;
}

/** As the base packs it, in as many bundles as asked for. */
function pack(people: readonly Somebody[], ties: readonly (readonly number[])[], bundles = 3): Packed {
  const bundle = (lines: readonly string[]): Bundle => ({
    many: lines.length,
    texts: [...Array(bundles).keys()]
      .map((at) => lines.filter((_, line) => line % bundles === at).join(','))
      .filter((text) => text !== ''),
  });
  return {
    persons: bundle(people.map(({ wrote, arrived }, n) => [n, id(n), wrote, arrived ?? '-'].join(' '))),
    ties: bundle(ties.map((tie) => tie.join(' '))),
  };
}

const old = (wrote: number): Somebody => ({ wrote, arrived: undefined });
const fresh = (arrived: number): Somebody => ({ wrote: 1, arrived });

/** Two rings of four, held together by person 0 and person 4, and two newcomers to whom nobody answered. */
const RING = [...[0, 1, 2, 3].flatMap(ringOf(0)), ...[0, 1, 2, 3].flatMap(ringOf(4)), [0, 4, 2]];
function ringOf(first: number) {
  return (n: number) => [
    [first + n, first + ((n + 1) % 4), 3],
    [first + ((n + 1) % 4), first + n, 2],
  ];
}
const PEOPLE = [...Array.from({ length: 7 }, () => old(5)), fresh(4), fresh(2), fresh(9)];

test('a network is what its packed ties say', () => {
  const network = measureNetwork(pack(PEOPLE, RING));
  expect(network).toMatchObject({ persons: 10, tied: 8 });
  expect(network.facts).toMatchObject({
    ties: 17,
    answers: 42,
    mutual: 16,
    components: 1,
    largest: 8,
    pairs: undefined,
    newcomers: 3,
    isolated: 2,
    // The latest first.
    alone: [9, 8],
  });
  expect([...network.sizes]).toEqual([4, 4]);
  expect(network.facts.between).toEqual([{ one: 0, other: 1, answers: 2 }]);
  expect(network.facts.groups).toEqual([
    { persons: 4, newcomers: 0, answers: 20, core: [0, 1, 2] },
    { persons: 4, newcomers: 1, answers: 20, core: [4, 5, 6] },
  ]);
  // Of the 21 pairs of others, the 12 between the rings all pass 0, and half of one inside its ring.
  expect(network.facts.bridges[0]).toEqual({
    person: 0,
    share: 12.5 / 21,
    low: 12.5 / 21,
    high: 12.5 / 21,
    groups: 2,
  });
  expect([idOf(network, 9), personOf(network, id(9)), personOf(network, id(10))]).toEqual([id(9), 9, undefined]);
});

const packed = fc.integer({ min: 2, max: 12 }).chain((size) =>
  fc.record({
    people: fc.array(fc.record({ wrote: fc.nat(2000), arrived: fc.option(fc.nat(400), { nil: undefined }) }), {
      minLength: size,
      maxLength: size,
    }),
    ties: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 99_999 })), {
      selector: ([from, to]) => `${from} ${to}`,
      maxLength: 40,
    }),
    bundles: fc.integer({ min: 1, max: 5 }),
  }),
);

test('nothing is lost in packing, however it is bundled', () => {
  fc.assert(
    fc.property(packed, ({ people, ties, bundles }) => {
      const real = ties.filter(([from, to]) => from !== to);
      const network = measureNetwork(pack(people, real, bundles));
      expect([...network.wrote]).toEqual(people.map(({ wrote }) => wrote));
      expect([...network.arrived]).toEqual(people.map(({ arrived }) => arrived ?? -1));
      const order = (a: readonly number[], b: readonly number[]): number =>
        (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
      expect(tiesIn(network).sort(order)).toEqual(real.map((tie) => [...tie]).sort(order));
      expect(network.facts.answers).toBe(real.reduce((sum, [, , n]) => sum + n, 0));
      expect(network).toEqual(measureNetwork(pack(people, real, bundles)));
    }),
    { numRuns: 300 },
  );
});

function tiesIn({ out }: Network): number[][] {
  const found: number[][] = [];
  for (let person = 0; person < out.size; person += 1) {
    for (let tie = out.start[person] ?? 0; tie < (out.start[person + 1] ?? 0); tie += 1) {
      found.push([person, out.to[tie] ?? -1, out.weight[tie] ?? -1]);
    }
  }
  return found;
}

test('a thread of its own measures the same', async () => {
  const offload = createOffload();
  const given = pack(PEOPLE, RING);
  const found = await offload.run(MEASURING, given, new AbortController().signal);
  expect(found).toEqual(measureNetwork(given));
  await offload.close();
});
