import { expect, test } from 'vitest';
import { budget, lockFile } from './lock.ts';
import { madeUpTree } from './made-up-tree.ts';

const OTHER_SYSTEM = process.platform === 'aix' ? 'sunos' : 'aix';

function treeWith(packages: Readonly<Record<string, unknown>>, dependencies: Readonly<Record<string, string>> = {}) {
  return madeUpTree({
    'package.json': JSON.stringify({ name: 'made-up', dependencies }),
    'package-lock.json': JSON.stringify({ packages: { '': {}, ...packages } }),
  });
}

test('a lock file of hashes without addresses passes, with the links of our packages and binaries of other machines', async () => {
  const tree = treeWith({
    'node_modules/pg': { version: '8.0.0', integrity: 'sha512-x' },
    'node_modules/@passerelle/kit': { resolved: 'packages/kit', link: true },
    'node_modules/pg-aix': { version: '1.0.0', optional: true, os: [OTHER_SYSTEM] },
    'packages/kit': { version: '0.1.0' },
  });
  expect(await lockFile.run(tree)).toEqual([]);
});

test('a missing hash, an address and an inexact version are reported', async () => {
  const tree = treeWith(
    {
      'node_modules/pg': { version: '8.0.0' },
      'node_modules/zod': { version: '4.0.0', integrity: 'sha512-x', resolved: 'https://registry.example/zod.tgz' },
    },
    { pg: '^8.0.0', zod: '4.0.0' },
  );
  expect(await lockFile.run(tree)).toEqual([
    'package.json: pg "^8.0.0" is not an exact version',
    'package-lock.json: node_modules/pg has no integrity',
    'package-lock.json: node_modules/zod is tied to an address (resolved)',
  ]);
});

test('the budget counts what runs here, not tools nor binaries of other machines', async () => {
  const many = (count: number, more: object): Record<string, unknown> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`node_modules/p${String(at)}-${JSON.stringify(more).length}`, more]),
    );
  const within = { ...many(250, {}), ...many(50, { dev: true }), ...many(50, { os: [OTHER_SYSTEM] }) };
  expect(await budget.run(treeWith(within))).toEqual([]);
  expect(await budget.run(treeWith({ ...within, 'node_modules/one-more': {} }))).toEqual([
    'package-lock.json: 251 runtime dependencies in all',
  ]);
  const direct = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`p${String(at)}`, '1.0.0']));
  expect(await budget.run(treeWith({}, direct))).toEqual(['package.json: 41 direct runtime dependencies']);
});
