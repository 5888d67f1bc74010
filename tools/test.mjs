// `npm test`: the check, every test, the browser. Its last line is the sum.
import process from 'node:process';
import { underServerNode } from './setup/node.mjs';
import { root } from './setup/root.mjs';

if (!underServerNode(import.meta.filename)) {
  const { testAll } = await import('./test/main.ts');
  process.exitCode = (await testAll(root)) ? 0 : 1;
}
