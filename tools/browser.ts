import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Where systems keep the browser; the first that is there is taken. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
] as const;

/** Nothing is asked of the network but the page itself, and no sandbox, which containers and root do not allow. */
const QUIET = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
] as const;

interface Found {
  readonly path: string;
  readonly args: readonly string[];
}

async function findBrowser(): Promise<Found> {
  const named = process.env['PASSERELLE_CHROMIUM'];
  if (named !== undefined) return { path: named, args: [] };
  const path = USUAL_PLACES.find((place) => existsSync(place));
  if (path !== undefined) return { path, args: [] };
  // Comes from npm and unpacks into the temporary folder: a machine without a browser tests as well.
  const { default: shipped } = await import('@sparticuz/chromium');
  return { path: await shipped.executablePath(), args: shipped.args };
}

/** The Chromium of PASSERELLE_CHROMIUM, else the system's, else the one npm brought. */
export async function browserPath(): Promise<string> {
  return (await findBrowser()).path;
}

/** A headless Chromium that keeps quiet on a closed network; whoever opens it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { path, args } = await findBrowser();
  return chromium.launch({ executablePath: path, args: [...new Set([...args, ...QUIET])], headless: true });
}
