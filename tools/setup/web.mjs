import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { putInPlace } from './pages.mjs';
import { inside, root } from './root.mjs';
import { run } from './run.mjs';
import { step, tell } from './words.mjs';

const STAMP = inside('web', 'dist', '.built-from');

/**
 * Every file under a folder that `keep` takes, sorted, so that the same tree gives the same hash anywhere.
 * @param {string} folder
 * @param {(path: string) => boolean} keep
 * @returns {string[]}
 */
function filesUnder(folder, keep) {
  if (!existsSync(folder)) return [];
  /** @type {string[]} */
  const found = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && keep(path)) found.push(path);
  }
  return found.toSorted();
}

/** What the built pages depend on: their sources, the libraries, the shapes the server answers. */
function fingerprint() {
  const hash = createHash('sha256');
  const dist = inside('web', 'dist');
  const files = [
    ...filesUnder(inside('web'), (path) => !path.startsWith(dist) && !/\.test\.tsx?$/.test(path)),
    ...filesUnder(inside('server', 'src'), (path) => /[\\/]wire\.ts$/.test(path)),
    inside('package-lock.json'),
  ];
  for (const path of files)
    hash
      .update(`${relative(root, path)}\n`)
      .update(readFileSync(path))
      .update('\n');
  return hash.digest('hex');
}

/** Whether web/dist was built, wholly, from the present sources. */
export function isWebBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/**
 * Builds web/dist. What is served from there meanwhile stays whole.
 * @param {string} node
 * @returns {Promise<boolean>} false after having said why not.
 */
export async function buildWeb(node) {
  const print = fingerprint();
  // The stamp goes first and comes back last: an interrupted build is built again.
  rmSync(STAMP, { force: true });
  const vite = inside('node_modules', 'vite', 'bin', 'vite.js');
  const fresh = inside('web', 'dist', '.next');
  const ended = await step('Construction des pages', 'Building the pages', () =>
    run(node, [vite, 'build', 'web', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'], { cwd: root }),
  );
  if (ended.code === 0) {
    putInPlace(fresh, inside('web', 'dist'));
    writeFileSync(STAMP, print);
    return true;
  }
  process.stderr.write(`${ended.output.trimEnd()}\n`);
  tell('Les pages n’ont pas pu être construites (voir ci-dessus).', 'The pages could not be built (see above).');
  return false;
}
