import { setImmediate } from 'node:timers/promises';

/** Texts gone through before others have their turn: some ten milliseconds of work. */
const TURN = 4096;

/** Waits, now and then, for whatever else this process has to do. */
export async function giveTurn(n: number): Promise<void> {
  if (n % TURN === TURN - 1) await setImmediate();
}
