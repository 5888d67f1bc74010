// `npm run check`: types, lint, the plan of the house, dependencies, names, words. Says what is wrong and where.
import process from 'node:process';
import { underServerNode } from './setup/node.mjs';
import { root } from './setup/root.mjs';

if (!underServerNode(import.meta.filename)) {
  const { checkAll } = await import('./check/main.ts');
  process.exitCode = (await checkAll(root)) === 0 ? 0 : 1;
}
