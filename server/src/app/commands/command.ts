import type { Result } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { systemClock } from '#platform/clock/index.ts';
import { createLog } from '#platform/log/index.ts';
import type { Config } from '#app/config.ts';
import { readConfig } from '#app/config.ts';
import type { House } from '#app/house.ts';
import { openHouse } from '#app/opening.ts';
import { tellRefusal } from '#app/commands/terminal.ts';
import { workspaceOf } from '#app/commands/where.ts';

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

/** The same inside one workspace: the one named by its slug, or the only one there is. */
export function inSpace(
  slug: string | undefined,
  work: (house: House, scope: Scope) => Promise<number>,
): Promise<number> {
  return inHouse(async ({ house }) => {
    const scope = await workspaceOf(house, slug);
    return scope.ok ? work(house, scope.value) : tellRefusal(scope.refusal);
  });
}
