import { spawn } from 'node:child_process';
import process from 'node:process';

/** @typedef {{ code: number, output: string }} Ended */

/** @type {readonly NodeJS.Signals[]} */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program quietly and keeps what it says, to be shown only if it fails. A signal sent to us reaches it, and ends us
 * once it has ended, so that nothing goes on writing behind a stopped set-up.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Ended>}
 */
export function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stopped = false;
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      stopped = true;
      child.kill(signal);
    };
    for (const signal of STOPS) process.on(signal, forward);
    const end = (/** @type {number} */ code) => {
      for (const signal of STOPS) process.removeListener(signal, forward);
      if (stopped) process.exit(130);
      resolve({ code, output });
    };
    child.stdout.on('data', (piece) => (output += piece));
    child.stderr.on('data', (piece) => (output += piece));
    child.on('error', (error) => {
      output += String(error);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
