import { expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

const PLANTED: Readonly<Record<string, string>> = {
  'server/src/bridge/signals/service.ts': "import { x } from '../mandates/index.ts';\nexport const y = x;\n",
  'server/src/bridge/mandates/index.ts': "export { x } from '../../community/members/index.ts';\n",
  'server/src/platform/http/mount.ts': "import type { X } from '../i18n/index.ts';\nexport type Y = X;\n",
  'server/src/community/ingestion/index.ts': "export { x } from './mapping/index.ts';\n",
  'web/src/bridge/board.tsx': "import { x } from '../ui/button.tsx';\nexport const y = x;\n",
  'bench/speed.ts': "import { x } from '../server/src/bridge/signals/index.ts';\nexport const y = x;\n",
};

const ALLOWED: Readonly<Record<string, string>> = {
  'server/src/bridge/signals/service.ts': "import { x } from './rules.ts';\nexport const y = x;\n",
  'server/src/platform/db/schema/community.ts': "import { x } from '../model.ts';\nexport const y = x;\n",
  'server/src/bridge/signals/rules.test.ts':
    "import { x } from '../../../../tools/testing/shared.ts';\nexport const y = x;\n",
  'web/src/ui/button.tsx': "import { x } from './cx.ts';\nexport const y = x;\n",
};

function refusedIn(files: Readonly<Record<string, string>>): readonly string[] {
  const found = lintTree(files).filter(({ rule }) => rule === 'house(no-relative-door)');
  return found.map(({ path }) => path).toSorted((a, b) => a.localeCompare(b));
}

test('an import that leaves its feature names the room', () => {
  expect(refusedIn(PLANTED)).toEqual(Object.keys(PLANTED).toSorted((a, b) => a.localeCompare(b)));
});

test('inside a feature, and towards the tools, paths are relative', () => {
  expect(refusedIn(ALLOWED)).toEqual([]);
});
