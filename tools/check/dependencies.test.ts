import { expect, test } from 'vitest';
import { dependencies } from './dependencies.ts';
import { madeUpTree } from './made-up-tree.ts';

const MANIFEST = JSON.stringify({
  name: 'made-up',
  dependencies: { hono: '1.0.0', pino: '1.0.0' },
  devDependencies: { react: '1.0.0', vitest: '1.0.0', typescript: '1.0.0', '@types/react': '1.0.0' },
});

const SOUND: Readonly<Record<string, string>> = {
  'package.json': MANIFEST,
  'server/src/app/main.ts':
    "import { Hono } from 'hono/tiny';\nimport fs from 'node:fs';\nexport const log = () => import('pino');\n",
  'server/src/app/main.test.ts': "import { test } from 'vitest';\nconst planted = `import x from 'nowhere'`;\n",
  'web/src/app/main.tsx': "import type { ReactNode } from 'react';\nimport { x } from '#web/ui/x.ts';\n",
  'packages/kit/package.json': '{"name":"@passerelle/kit"}',
  'packages/kit/src/index.ts': "import { createHash } from 'node:crypto';\n",
};

function findingsWith(path: string, text: string): Promise<readonly string[]> {
  return Promise.resolve(dependencies.run(madeUpTree({ ...SOUND, [path]: text })));
}

test('what is declared in its group and used passes; text that looks like an import is none', async () => {
  expect(await dependencies.run(madeUpTree(SOUND))).toEqual([]);
});

test.each([
  ['server/src/app/a.ts', "import x from 'lodash';", 'lodash is not declared'],
  ['server/src/app/a.ts', "export { x } from '@scope/lib/deep.ts';", '@scope/lib is not declared'],
  ['server/src/app/a.ts', "import fs from 'fs';", 'write node:fs'],
  ['server/src/app/a.ts', "import { useState } from 'react';", 'must be in "dependencies"'],
  ['tools/setup/run.mjs', "import pino from 'pino';", 'runs with nothing installed'],
  ['packages/kit/src/a.ts', "import { Hono } from 'hono';", 'not declared in packages/kit/package.json'],
  ['server/src/app/main.ts', "import { Hono } from 'hono';", 'pino is declared and not used'],
])('an import in %s that does not fit is reported (%s)', async (path, text, finding) => {
  expect(await findingsWith(path, text)).toEqual([expect.stringContaining(finding)]);
});

test('a library of the pages stands among the development dependencies', async () => {
  const manifest = JSON.parse(MANIFEST) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  delete manifest.devDependencies['react'];
  manifest.dependencies['react'] = '1.0.0';
  expect(await findingsWith('package.json', JSON.stringify(manifest))).toEqual([
    'package.json: react is used by pages, tests or tools only and belongs in "devDependencies"',
  ]);
});
