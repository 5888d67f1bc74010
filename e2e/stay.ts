import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { openPage } from './screens.ts';

export interface Stay {
  readonly house: House;
  readonly browser: Browser;
  readonly page: Page;
  /** What the browser complained of since the last test; a test that expects some takes it out. */
  readonly complaints: string[];
  /** For files to send. */
  readonly folder: string;
}

/**
 * What every walk through the real application needs: an empty house of its own, a browser and a page of it, all taken
 * away at the end, and no complaint of the browser after any test. `arrive` is called once all stands. Only a walk that
 * is about the very first start begins with an empty folder.
 */
export function stayInHouse(
  arrive: (stay: Stay) => Promise<void> | void,
  from: 'empty folder' | 'prepared folder' = 'prepared folder',
): void {
  const leaving: (() => Promise<unknown>)[] = [];
  let complaints: string[] = [];
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-e2e-'));
    leaving.unshift(() => rm(folder, { recursive: true, force: true }));
    const house = await openHouse(from === 'empty folder' ? undefined : inject('preparedHouse'));
    leaving.unshift(() => house.close());
    const browser = await launchBrowser();
    leaving.unshift(() => browser.close());
    const opened = await openPage(browser);
    ({ complaints } = opened);
    await arrive({ house, browser, folder, ...opened });
  });
  afterAll(async () => {
    for (const leave of leaving) await leave();
  });
  afterEach(() => {
    const said = complaints.splice(0);
    if (said.length > 0) throw new Error(`the browser complains: ${said.join(' / ')}`);
  });
}
