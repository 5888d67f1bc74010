import { spawn } from 'node:child_process';
import process from 'node:process';

/** @typedef {{ code: number, output: string }} Ended */

/** @type {readonly NodeJS.Signals[]} */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const INTERRUPTED = 130;

/**
 * Runs a program quietly and keeps what it says, to be shown only if it fails. A signal sent to us ends it at once and then
 * us, so that nothing goes on writing behind a stopped set-up: npm alone would take up to a minute to put back what it did,
 * and what is left half done is known as such (no receipt, no stamp) and done again.
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
    const stop = () => {
      stopped = true;
      child.kill('SIGKILL');
    };
    for (const signal of STOPS) process.on(signal, stop);
    const end = (/** @type {number} */ code) => {
      for (const signal of STOPS) process.removeListener(signal, stop);
      if (stopped) process.exit(INTERRUPTED);
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
