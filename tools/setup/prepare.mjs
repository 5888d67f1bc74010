import { install, isInstalled } from './install.mjs';
import { ensureServerNode, isNodeInPlace, serverNode } from './node.mjs';
import { inTurn } from './turn.mjs';
import { buildWeb, isWebBuilt } from './web.mjs';

/** @typedef {{ web: boolean }} Wanted */

/**
 * Whether nothing is left to do.
 * @param {Wanted} wanted
 */
function isReady(wanted) {
  return isInstalled() && isNodeInPlace() && (!wanted.web || isWebBuilt());
}

/** @param {Wanted} wanted */
async function makeReady(wanted) {
  // A lost download of an optional package is no error to npm: without any fit Node, once more.
  if ((!isInstalled() || serverNode() === undefined) && !(await install())) return false;
  const node = ensureServerNode();
  if (node === undefined) return false;
  return !wanted.web || isWebBuilt() || buildWeb(node);
}

/**
 * Makes a fresh or updated checkout ready to run: dependencies, a Node of 24 or more, the pages. Writes nothing, and takes
 * a blink, when all is in place.
 * @param {Wanted} wanted
 * @returns {Promise<boolean>} false after having said what is missing.
 */
export async function prepare(wanted) {
  return isReady(wanted) || inTurn(() => makeReady(wanted));
}
