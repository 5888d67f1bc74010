import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putInPlace } from './pages.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const served = (path: string): string => join(folder, 'dist', path);

/** Builds pages whose index names one script, as the pages do. */
function build(script: string): void {
  const fresh = join(folder, 'dist', '.next');
  for (const [path, text] of [
    ['index.html', script],
    [`assets/${script}`, 'code'],
  ] as const) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true });
    writeFileSync(join(fresh, path), text);
  }
  putInPlace(fresh, join(folder, 'dist'));
}

test('a page opened before a build finds its files until the build after', () => {
  build('one.js');
  build('two.js');
  expect(readFileSync(served('index.html'), 'utf8')).toBe('two.js');
  expect([existsSync(served('assets/one.js')), existsSync(served('assets/two.js'))]).toEqual([true, true]);
  build('three.js');
  expect([existsSync(served('assets/one.js')), existsSync(served('assets/two.js'))]).toEqual([false, true]);
  expect(existsSync(served('.next'))).toBe(false);
});

test('the same pages built again keep those of before no longer', () => {
  build('one.js');
  build('one.js');
  build('two.js');
  expect(existsSync(served('assets/one.js'))).toBe(true);
});
