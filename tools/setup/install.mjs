import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { inside, root } from './root.mjs';
import { run } from './run.mjs';
import { step, tell } from './words.mjs';

/** What npm itself wrote last, once everything was in place: absent after an interrupted installation. */
const RECEIPT = inside('node_modules', '.package-lock.json');

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean }} Locked */

/**
 * @param {string} path
 * @returns {Record<string, Locked>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Whether one package is in place as the lock file names it. Optional packages of other machines may be absent.
 * @param {string} path
 * @param {Locked} wanted
 * @param {Locked | undefined} found
 */
function isPlaced(path, wanted, found) {
  if (!path.startsWith('node_modules/')) return true;
  if (wanted.link === true) return existsSync(inside(path));
  if (found === undefined) return wanted.optional === true;
  return found.version === wanted.version && found.integrity === wanted.integrity;
}

/** Whether node_modules holds what the lock file names. */
export function isInstalled() {
  if (!existsSync(RECEIPT)) return false;
  const present = packagesOf(RECEIPT);
  return Object.entries(packagesOf(inside('package-lock.json'))).every(([path, wanted]) =>
    isPlaced(path, wanted, present[path]),
  );
}

/** The npm that called us, else the one in the path. */
function npmCommand() {
  const called = process.env['npm_execpath'];
  if (called !== undefined && basename(called) === 'npm-cli.js') return { program: process.execPath, first: [called] };
  return { program: 'npm', first: [] };
}

/**
 * Installs exactly what the lock file names, and no package's own script. The web part is built here, so its tools are
 * needed even where NODE_ENV says production; Node and PostgreSQL come as optional packages.
 * @returns {Promise<boolean>} false after having said why not.
 */
export async function install() {
  rmSync(RECEIPT, { force: true });
  const { program, first } = npmCommand();
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const quiet = ['--loglevel=error', '--no-update-notifier', '--prefer-offline'];
  const ended = await step('Installation des dépendances', 'Installing the dependencies', () =>
    run(program, [...first, ...args, ...quiet], { cwd: root }),
  );
  if (ended.code === 0) return true;
  process.stderr.write(`${ended.output.trimEnd()}\n`);
  tell(
    'L’installation n’a pas abouti (voir ci-dessus). Relancez la même commande : elle reprendra au début.',
    'The installation did not succeed (see above). Run the same command again: it will start afresh.',
  );
  return false;
}
