import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGES } from '#web/app/pages.ts';
import { accessibilityFaults, overflow, viewFaults } from './axe.ts';
import type { House } from './house.ts';
import { madeForum } from './made-forum.ts';
import { openPage, SCREENS, settled, shoot, VIEWS } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let house: House;
let page: Page;
let browser: Browser;
let complaints: string[];

/** Pages that have no line in the navigation, inside the workspace. */
const DETAILS = ['/settings/staff', '/settings/keys', '/settings/record', '/health/active_members'] as const;
/** Pages reached by opening the first of a list. */
const OPENED = {
  member: ['/members', '[role=option]'],
  thread: ['/threads', '[role=option]'],
  place: ['/places', 'main section a'],
  import: ['/imports', 'main table a'],
} as const;
/** `/ui` has its own tests. */
const OUTSIDE = ['/sign-in', '/welcome', '/welcome?token=inconnu', '/invitation/inconnue'] as const;

stayInHouse(async (stay) => {
  ({ house, page, browser, complaints } = stay);
  const { folder } = stay;
  await enter(page, house);
  await send(page, house, { path: await fileWith(folder, 'jardin.json', madeForum().text), place: 'Forum du jardin' });
  await confirm(page);
  await untilState(page, 'terminé');
});

/** Colours have stopped changing after a change of theme; what inherits a colour follows a frame after its parent. */
async function still(shown: Page): Promise<void> {
  await shown.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const changing = (): number =>
      document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).length;
    for (let calm = 0; calm < 4; calm = changing() === 0 ? calm + 1 : 0) await frame();
  });
}

/** What is wrong with a page in both themes on both screens. */
async function faultsOf(shown: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { theme, screen } of VIEWS) {
    await shown.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await shown.setViewportSize({ width: screen.width, height: screen.height });
    await still(shown);
    const view = `${theme}-${screen.name}`;
    await shoot(shown, `${name}-${view}`);
    const found = await viewFaults(shown, { theme, screen });
    for (const fault of found) faults.push(`${view}: ${fault}`);
    const wide = await overflow(shown);
    if (wide > 0) faults.push(`${view}: ${wide} px too wide`);
  }
  return faults;
}

function nameOf(path: string): string {
  return path.replaceAll(/\W+/gu, '-').replace(/^-|-$/gu, '');
}

describe('chaque page, claire et sombre, au bureau et au téléphone : axe, largeur, console', () => {
  const paths = [
    ...PAGES.map((entry) => entry.path),
    ...DETAILS,
    '/search?q=bug',
    '/members?q=personne',
    '/nulle-part',
  ];

  test.each(paths)('%s', async (path) => {
    await page.goto(`${house.address}/${SLUG}${path}`);
    await settled(page);
    expect(await faultsOf(page, nameOf(path))).toEqual([]);
    expect(complaints.splice(0)).toEqual([]);
  });

  test.each(Object.entries(OPENED))('%s', async (name, [list, link]) => {
    await page.setViewportSize(SCREENS[0]);
    await page.goto(`${house.address}/${SLUG}${list}`);
    await settled(page);
    await page.locator(link).first().click();
    await page.waitForURL(`**${list}/*`);
    await settled(page);
    expect(await faultsOf(page, name)).toEqual([]);
    expect(complaints.splice(0)).toEqual([]);
  });
});

describe('les pages de qui n’est pas entré : axe, largeur, console', () => {
  let outside: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    outside = await openPage(browser);
  });
  afterAll(() => outside.page.context().close());

  test.each(OUTSIDE)('%s', async (path) => {
    await outside.page.goto(house.address + path);
    await settled(outside.page);
    expect(await faultsOf(outside.page, `dehors-${nameOf(path)}`)).toEqual([]);
    expect(outside.complaints.splice(0)).toEqual([]);
  });
});

describe('au clavier', () => {
  beforeAll(async () => {
    await page.setViewportSize(SCREENS[0]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });

  test('le premier lien saute au contenu', async () => {
    await visit(page, house, '/threads', 'Fils');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Aller au contenu' });
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('Ctrl+K ouvre une page, sans accent', async () => {
    await visit(page, house, '/threads', 'Fils');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Aller ou agir' }).fill('reglag');
    await page.getByRole('option', { name: 'Réglages' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Réglages' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/${SLUG}/settings`);
  });

  test('? dit les raccourcis, Échap les referme', async () => {
    await visit(page, house, '/health', 'Santé');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Raccourcis de cette page' });
    await help.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'raccourcis', 'window');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });

  test('c puis i commence un enseignement, c seul ouvre le menu où chaque chose a sa lettre', async () => {
    await visit(page, house, '/health', 'Santé');
    await page.keyboard.press('c');
    await page.keyboard.press('i');
    const insight = page.getByRole('dialog', { name: 'Nouvel enseignement' });
    await insight.waitFor();
    await page.keyboard.press('Escape');
    await insight.waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await page.getByRole('menuitem', { name: 'Mandat' }).waitFor();
    expect(await accessibilityFaults(page, '[role=menu]')).toEqual([]);
    await page.keyboard.press('m');
    await page.getByRole('heading', { level: 1, name: 'Nouveau mandat' }).waitFor();
  });

  test('g puis m mène aux membres, et la liste s’ouvre par les flèches', async () => {
    await visit(page, house, '/threads', 'Fils');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { level: 1, name: 'Membres' }).waitFor();
    const list = page.getByRole('listbox', { name: 'Membres' });
    await list.getByRole('option').first().waitFor();
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/members/*');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
  });
});
