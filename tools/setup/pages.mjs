import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Where a folder of pages keeps which files its build made. */
const LIST = '.built-files';

/**
 * Puts freshly built pages where those before are served from, without a moment at which the index names a file that
 * is not there. Files of the build before stay until the next one: pages that are open still ask for them.
 * @param {string} fresh what was just built; it is emptied
 * @param {string} served
 */
export function putInPlace(fresh, served) {
  const made = filesIn(fresh);
  const before = listOf(served);
  // The index names the others, so it comes when they are there.
  const index = made.filter((path) => path === 'index.html');
  for (const path of [...made.filter((one) => one !== 'index.html'), ...index]) {
    mkdirSync(dirname(join(served, path)), { recursive: true });
    renameSync(join(fresh, path), join(served, path));
  }
  writeFileSync(join(served, LIST), made.join('\n'));
  const kept = new Set([...made, ...before]);
  for (const path of filesIn(join(served, 'assets'))) {
    if (!kept.has(`assets/${path}`)) rmSync(join(served, 'assets', path));
  }
  rmSync(fresh, { recursive: true, force: true });
}

/**
 * Files of the last build; all that is there when nothing says which they are.
 * @param {string} served
 * @returns {readonly string[]}
 */
function listOf(served) {
  const list = join(served, LIST);
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n') : filesIn(served);
}

/**
 * @param {string} folder
 * @returns {string[]} paths below it, with slashes
 */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
