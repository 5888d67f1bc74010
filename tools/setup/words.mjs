import process from 'node:process';

const asked = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
const english = /^en/i.test(asked);

/**
 * The sentence in the language of the terminal; French when it asks for none.
 * @param {string} french
 * @param {string} inEnglish
 */
export function words(french, inEnglish) {
  return english ? inEnglish : french;
}

/**
 * One line of progress. On the error output, so that a command's own output stays clean.
 * @param {string} french
 * @param {string} inEnglish
 */
export function tell(french, inEnglish) {
  process.stderr.write(`${words(french, inEnglish)}\n`);
}

/**
 * Runs a step and says in one line that it began and how long it took.
 * @template T
 * @param {string} french
 * @param {string} inEnglish
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(french, inEnglish, work) {
  const start = process.hrtime.bigint();
  process.stderr.write(`${words(french, inEnglish)}… `);
  try {
    return await work();
  } finally {
    const seconds = Number((process.hrtime.bigint() - start) / 1_000_000n) / 1000;
    process.stderr.write(`${seconds.toFixed(1)} s\n`);
  }
}
