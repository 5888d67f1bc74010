import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import process from 'node:process';
import { inside } from './root.mjs';
import { tell } from './words.mjs';

/** The server's TypeScript runs as it is from this Node on. */
const NEEDED = 24;
const BUNDLED = inside('node_modules', '.bin', 'node');

/**
 * The major version a Node answers, or 0 when it does not start (built for another C library, say).
 * @param {string} program
 */
function majorOf(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/** The Node that runs the server: the one npm brought if it starts here, else the machine's own if new enough. */
export function serverNode() {
  if (existsSync(BUNDLED) && majorOf(BUNDLED) >= NEEDED) return BUNDLED;
  return Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : undefined;
}

/**
 * Makes sure that `node` means a Node of 24 or more in our npm scripts, whose PATH begins with node_modules/.bin.
 * @returns {string | undefined} its path; undefined after having said what is missing.
 */
export function ensureServerNode() {
  const node = serverNode();
  if (node === undefined) {
    tell(
      `Passerelle demande Node ${NEEDED} ; aucun n’est fourni pour cette machine (${process.platform}-${process.arch}). Installez Node ${NEEDED} puis relancez.`,
      `Passerelle needs Node ${NEEDED}; none is shipped for this machine (${process.platform}-${process.arch}). Install Node ${NEEDED} and try again.`,
    );
  } else if (node !== BUNDLED && existsSync(BUNDLED)) {
    // A bundled Node that does not start here would still come first in the PATH.
    rmSync(BUNDLED, { force: true });
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
  if (node === undefined || Number(process.versions.node.split('.')[0]) >= NEEDED) return false;
  const { status } = spawnSync(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  return true;
}
