import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import process from 'node:process';
import { inside } from './root.mjs';
import { tell } from './words.mjs';

/** The server's TypeScript runs as it is from this Node on. */
const NEEDED = 24;
/** Where npm puts the command `node` of the package it brought: first in the PATH of our npm scripts. */
const COMMAND = inside('node_modules', '.bin', 'node');
const SHIPPED = inside('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');

/**
 * Whether a Node is there, starts (it may be built for another C library) and is new enough.
 * @param {string} program
 */
function isFit(program) {
  if (!existsSync(program)) return false;
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= NEEDED;
}

function isOwnFit() {
  return Number(process.versions.node.split('.')[0]) >= NEEDED;
}

/** The Node that runs the server: the one npm brought if it starts here, else the machine's own if new enough. */
export function serverNode() {
  return [COMMAND, SHIPPED].find(isFit) ?? (isOwnFit() ? process.execPath : undefined);
}

/** Whether `node` means a fit Node in our npm scripts. */
export function isNodeInPlace() {
  return isFit(COMMAND) || (!existsSync(COMMAND) && isOwnFit());
}

/**
 * Makes sure that `node` means a fit Node in our npm scripts.
 * @returns {string | undefined} its path; undefined after having said what is missing.
 */
export function ensureServerNode() {
  const node = serverNode();
  if (node === undefined) {
    tell(
      `Passerelle demande Node ${NEEDED} ; aucun n’est fourni pour cette machine (${process.platform}-${process.arch}). Installez Node ${NEEDED} puis relancez.`,
      `Passerelle needs Node ${NEEDED}; none is shipped for this machine (${process.platform}-${process.arch}). Install Node ${NEEDED} and try again.`,
    );
  } else if (node !== COMMAND) {
    // One that does not start here would still come first; and npm 10 brings ours without making it a command.
    rmSync(COMMAND, { force: true });
    if (node === SHIPPED) {
      mkdirSync(dirname(COMMAND), { recursive: true });
      symlinkSync(relative(dirname(COMMAND), SHIPPED), COMMAND);
    }
  }
  return node;
}

/**
 * Runs a script of ours again under the server's Node when the present one cannot run TypeScript.
 * @param {string} script
 * @returns {boolean} whether that was done, the exit code set.
 */
export function underServerNode(script) {
  const node = serverNode();
  if (node === undefined || isOwnFit()) return false;
  const { status } = spawnSync(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  return true;
}
