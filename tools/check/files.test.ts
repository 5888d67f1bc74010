import { expect, test } from 'vitest';
import { names, sizes, sqlClock, suppressions } from './files.ts';
import { madeUpTree } from './made-up-tree.ts';

const LONG = 'x\n'.repeat(301);

test('files too long to hold in mind are reported, recordings and documents are not', async () => {
  const tree = madeUpTree({
    'server/src/app/a.ts': LONG,
    'web/src/ui/a.css': LONG,
    'docs/a.md': LONG,
    'server/src/connectors/x/recordings/a.ts': LONG,
  });
  expect(await sizes.run(tree)).toEqual(['server/src/app/a.ts: 301 lines', 'web/src/ui/a.css: 301 lines']);
});

test('a heavy file is reported wherever it lies', async () => {
  expect(await sizes.run(madeUpTree({ 'assets/film.bin': 'x'.repeat(1024 * 1024 + 1) }))).toHaveLength(1);
});

test('names are kebab-case, folders too', async () => {
  const good = ['docs/README.md', 'server/src/a-b/0001-first.sql', 'e2e/le-bilan.e2e.ts', 'web/.keep'];
  const bad = ['web/src/ui/MyButton.tsx', 'server/src/aB/index.ts', 'tools/my_tool.ts'];
  const tree = madeUpTree(Object.fromEntries([...good, ...bad].map((path) => [path, ''])));
  expect(await names.run(tree)).toEqual(bad.map((path) => `${path}: not kebab-case`));
});

test('a rule set aside says why', async () => {
  const tree = madeUpTree({
    'server/src/app/a.ts': '// oxlint-disable-next-line no-control-regex -- names of files may hold them\n',
    'server/src/app/b.ts': 'const x = 1;\n// oxlint-disable-next-line no-control-regex\n// @ts-expect-error\n',
  });
  expect(await suppressions.run(tree)).toEqual([
    'server/src/app/b.ts:2: // oxlint-disable-next-line no-control-regex',
    'server/src/app/b.ts:3: // @ts-expect-error',
  ]);
});

test('SQL files take time as an argument too', async () => {
  const tree = madeUpTree({
    'server/src/platform/db/migrations/0001-a.sql': 'create table t (at timestamptz not null); -- never now()\n',
    'server/src/platform/db/migrations/0002-b.sql': 'create table u (\n  at timestamptz default now()\n);\n',
  });
  expect(await sqlClock.run(tree)).toEqual([
    'server/src/platform/db/migrations/0002-b.sql:2: at timestamptz default now()',
  ]);
});
