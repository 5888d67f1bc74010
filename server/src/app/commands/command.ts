import type { Language } from '#kernel/language.ts';
import { preferredLanguage } from '#kernel/language.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { systemClock } from '#platform/clock/index.ts';
import { say } from '#platform/i18n/index.ts';
import { createLog } from '#platform/log/index.ts';
import type { Config } from '#app/config.ts';
import { readConfig } from '#app/config.ts';
import type { House } from '#app/house.ts';
import { openHouse } from '#app/house.ts';

/** Exit codes of every command. */
export const EXIT = { done: 0, refused: 1, usage: 2, problems: 3, stopped: 130 } as const;

/** The language of the terminal. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  return preferredLanguage(
    (environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? 'fr').replace('_', '-'),
  );
}

/** Says a sentence of the command line, in the language of the terminal. */
export function tell(code: string, details: Readonly<Record<string, string | number>> = {}): void {
  process.stdout.write(`${say(terminalLanguage(), code, details)}\n`);
}

/** Says why nothing was done; answers the exit code. */
export function tellRefusal(refusal: Refusal): number {
  process.stderr.write(`${say(terminalLanguage(), refusal.code, refusal.details)}\n`);
  return EXIT.refused;
}

export interface Opened {
  readonly config: Config;
  readonly house: House;
}

/** Reads the settings and opens the house, quietly unless something is wrong. */
export async function open(quiet = true): Promise<Result<Opened>> {
  const config = readConfig(process.env);
  if (!config.ok) return config;
  const log = createLog(quiet && config.value.logLevel === 'info' ? 'warn' : config.value.logLevel);
  const house = await openHouse({ config: config.value, clock: systemClock, log });
  return house.ok ? { ok: true, value: { config: config.value, house: house.value } } : house;
}

/** Runs a piece of work in an open house and closes it whatever happens; answers the exit code. */
export async function inHouse(work: (opened: Opened) => Promise<number>): Promise<number> {
  const opened = await open();
  if (!opened.ok) return tellRefusal(opened.refusal);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.house.close();
  }
}
