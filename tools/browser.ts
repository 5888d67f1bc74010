import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Where systems keep the browser. */
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

/** What npm brought is built for that alone. */
const IS_SHIPPED = process.platform === 'linux' && process.arch === 'x64';

/**
 * Which Chromium to take, the first choice first: the one of PASSERELLE_CHROMIUM; the one npm brought, which has no
 * window to draw, takes a third less of the processor for the same pages than one that has, and unpacks into the temporary
 * folder; the system's.
 */
async function choices(): Promise<readonly string[]> {
  const named = process.env['PASSERELLE_CHROMIUM'];
  if (named !== undefined) return [named];
  const installed = USUAL_PLACES.filter((place) => existsSync(place));
  if (!IS_SHIPPED) return installed;
  const { default: shipped } = await import('@sparticuz/chromium');
  return [await shipped.executablePath(), ...installed];
}

/** A headless Chromium that keeps quiet on a closed network; whoever opens it closes it. */
export async function launchBrowser(): Promise<Browser> {
  let reason: unknown = new Error('No Chromium was found: name one in PASSERELLE_CHROMIUM.');
  for (const path of await choices()) {
    try {
      return await launch(path);
    } catch (error) {
      // The one npm brought wants libraries that a bare system may lack.
      reason = error;
    }
  }
  throw reason;
}

/** The system's, which has around its pages what people's has, such as installing them; undefined where there is none. */
export async function launchWholeBrowser(): Promise<Browser | undefined> {
  const path = process.env['PASSERELLE_CHROMIUM'] ?? USUAL_PLACES.find((place) => existsSync(place));
  return path === undefined ? undefined : await launch(path);
}

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...QUIET], headless: true });
}
