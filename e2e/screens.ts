import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';

/** The two screens every page is looked at on. */
export const SCREENS = [
  { name: 'desk', width: 1440, height: 900, touch: false },
  { name: 'phone', width: 390, height: 844, touch: true },
] as const;

export const THEMES = ['light', 'dark'] as const;

export type Screen = (typeof SCREENS)[number];
export type Theme = (typeof THEMES)[number];

/** What a page may take to show something, in milliseconds: the machine is small and shared. */
const PATIENCE = 10_000;

/** Every screen in light, and the dark one of them that shows most: a theme has the same colours on both. */
export const VIEWS = [
  ...SCREENS.map((screen) => ({ theme: 'light', screen }) as const),
  { theme: 'dark', screen: SCREENS[0] },
] as const;

export interface View {
  readonly theme?: Theme;
  readonly screen?: Screen;
  readonly locale?: 'fr-FR' | 'en-GB';
}

/** A page of its own, in French unless said otherwise, with what the browser complains about. */
export async function openPage(
  browser: Browser,
  { theme = 'light', screen = SCREENS[0], locale = 'fr-FR' }: View = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({
    viewport: { width: screen.width, height: screen.height },
    colorScheme: theme,
    hasTouch: screen.touch,
    locale,
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(PATIENCE);
  watchRequests(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // An answer of 401 or 404 is said by the browser as well; the tests look at what the page makes of it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return { page, complaints };
}

/** What each page has asked for and not received. */
const waitedFor = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const open = new Set<Request>();
  waitedFor.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** How many frames in a row nothing may be asked for: what an answer makes a page ask next, it asks within one or two. */
const CALM_FRAMES = 6;

/** The page has its title and everything it fetches. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const open = waitedFor.get(page);
  for (let calm = 0; calm < CALM_FRAMES;) {
    const isBusy = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return document.querySelector('[aria-busy=true]') !== null;
    });
    calm = isBusy || (open?.size ?? 0) > 0 ? 0 : calm + 1;
  }
}

/** Keeps a picture of the page, or of what the window shows of it, when `PASSERELLE_SCREENS` names a folder. */
export async function shoot(page: Page, name: string, part: 'page' | 'window' = 'page'): Promise<void> {
  const folder = process.env['PASSERELLE_SCREENS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: part === 'page' });
}
