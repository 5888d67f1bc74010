import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { inside } from './root.mjs';
import { tell } from './words.mjs';

const TURN = inside('.cache', 'setup.pid');

/** No set-up lasts longer; after that the number belongs to another process, which took it over. */
const LONGEST_MS = 20 * 60_000;

/** Whether the process that wrote its number here still runs. A number we may not signal belongs to a living process. */
function isTaken() {
  try {
    if (Date.now() - statSync(TURN).mtimeMs > LONGEST_MS) return false;
    process.kill(Number(readFileSync(TURN, 'utf8')), 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}

/** @returns {boolean} whether the turn is ours. */
function take() {
  mkdirSync(inside('.cache'), { recursive: true });
  if (existsSync(TURN) && !isTaken()) rmSync(TURN, { force: true });
  try {
    writeFileSync(TURN, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * One set-up at a time in one folder: `npm start` and `npm test` may well begin together. The turn of a process that was
 * killed is free again.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(work) {
  let told = false;
  while (!take()) {
    if (!told) tell('Une autre préparation est en cours, on l’attend…', 'Another set-up is running, waiting for it…');
    told = true;
    await pause(500);
  }
  const free = () => rmSync(TURN, { force: true });
  process.on('exit', free);
  try {
    return await work();
  } finally {
    process.removeListener('exit', free);
    free();
  }
}
