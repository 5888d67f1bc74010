import { expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

const FILES: Readonly<Record<string, string>> = {
  'e2e/serve.ts': "export const dist = new URL('../web/dist/', import.meta.url).pathname;\n",
  'server/src/app/version.ts': "export const file = new URL('./version.txt', import.meta.url);\n",
  'server/src/app/path.ts': 'export const path = (url: string): string => new URL(url).pathname;\n',
};

test('the address of a module is not taken for a path', () => {
  const found = lintTree(FILES).filter(({ rule }) => rule === 'house(no-url-pathname)');
  expect(found.map(({ path }) => path)).toEqual(['e2e/serve.ts']);
});
