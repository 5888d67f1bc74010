import type { TestProject } from 'vitest/node';
import { launchBrowser } from '../tools/browser.ts';
import { openHouse } from './house.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of a house that stood once and that nobody entered, to be copied. */
    preparedHouse: string;
  }
}

/**
 * Vitest's global set-up: a base is made and brought to the present version once, not for every walk; and the browser is
 * unpacked before two workers want it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await (await launchBrowser()).close();
  const house = await openHouse();
  await house.leave();
  project.provide('preparedHouse', house.folder);
  return () => house.close();
}
