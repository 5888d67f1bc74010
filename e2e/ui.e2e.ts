import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { buildWeb, isWebBuilt } from '../tools/setup/web.mjs';
import { accessibilityFaults, overflow, viewFaults } from './axe.ts';
import { openPage, SCREENS, shoot, VIEWS } from './screens.ts';
import { serveBuilt } from './serve-built.ts';
import type { Served } from './serve-built.ts';
import { SESSION, STRANGER } from './session.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  if (!isWebBuilt() && !(await buildWeb(process.execPath))) throw new Error('the pages do not build');
  browser = await launchBrowser();
  served = await serveBuilt({ '/session': SESSION, '/me': {} });
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

/** Opens an address and waits for its title. */
async function at(page: Page, path: string, title: string): Promise<void> {
  await page.goto(served.address + path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe.each(VIEWS)('la boîte à outils, $theme, $screen.name', ({ theme, screen }) => {
  test('axe ne trouve rien, rien ne déborde, le navigateur ne se plaint pas', async () => {
    const { page, complaints } = await openPage(browser, { theme, screen });
    await at(page, '/ui', 'La boîte à outils');
    await shoot(page, `ui-${theme}-${screen.name}`);
    expect(await viewFaults(page, { theme, screen })).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('dialogue, tiroir, menu et période ouverts restent accessibles', async () => {
    const { page, complaints } = await openPage(browser, { theme, screen });
    await at(page, '/ui', 'La boîte à outils');
    const floating = '[role=dialog],[role=menu]';
    for (const name of ['Ouvrir un dialogue', 'Ouvrir un tiroir', 'Plus', '90 derniers jours', 'Membres actifs']) {
      await page
        .getByRole('button', { name, exact: name === 'Plus' })
        .first()
        .click();
      await page.locator(floating).first().waitFor();
      await shoot(page, `ui-${theme}-${screen.name}-${name.toLowerCase().replaceAll(/\W+/gu, '-')}`, 'window');
      expect({ name, faults: await accessibilityFaults(page, floating) }).toEqual({ name, faults: [] });
      await page.keyboard.press('Escape');
      await page.locator(floating).first().waitFor({ state: 'detached' });
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('la coquille et sa navigation', async () => {
    const { page, complaints } = await openPage(browser, { theme, screen });
    await at(page, '/tarente/nulle-part', 'Page introuvable');
    await shoot(page, `shell-${theme}-${screen.name}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('au clavier', () => {
  test('on traverse la page dans l’ordre, et le foyer se voit', async () => {
    const { page } = await openPage(browser);
    await at(page, '/ui', 'La boîte à outils');
    const met: string[] = [];
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const seen =
          focused.closest('label')?.matches(':has(:focus-visible)') === true ? focused.closest('label') : focused;
        return {
          name: focused.textContent || focused.getAttribute('aria-label') || '',
          outline: getComputedStyle(seen ?? focused).outlineWidth,
        };
      });
      expect(here).not.toMatchObject({ outline: '0px' });
      met.push(here.name);
    }
    expect(met.join(' ')).toContain('Donner le mandat');
    expect(new Set(met).size).toBeGreaterThan(15);
    await page.close();
  });

  test('un dialogue garde le foyer, Échap le rend au bouton', async () => {
    const { page } = await openPage(browser);
    await at(page, '/ui', 'La boîte à outils');
    const opener = page.getByRole('button', { name: 'Ouvrir un dialogue' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Fermer ce mandat ?' });
    await dialog.waitFor();
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab');
      // At its edge, the focus comes back one frame later.
      await expect.poll(async () => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  test('cent mille lignes : fin, début, une ligne ouverte, peu de nœuds', async () => {
    const { page } = await openPage(browser);
    await at(page, '/ui', 'La boîte à outils');
    const list = page.getByRole('listbox', { name: 'Cent mille fils' });
    await list.focus();
    await page.keyboard.press('End');
    const last = page.getByRole('option', { name: /Fil n° 100.000/u });
    await last.waitFor();
    expect(await last.getAttribute('aria-posinset')).toBe('100000');
    expect(await last.getAttribute('aria-setsize')).toBe('100000');
    expect(await list.getByRole('option').count()).toBeLessThan(60);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Ouvert : fil n° 2').waitFor();
    await page.close();
  });

  test('un choix parmi beaucoup se trouve en tapant, se prend par Entrée', async () => {
    const { page } = await openPage(browser);
    await at(page, '/ui', 'La boîte à outils');
    const owner = page.getByRole('combobox', { name: /Responsable métier/u });
    await owner.fill('aub');
    await page.getByRole('option', { name: 'Céleste Aubry' }).waitFor();
    expect(await accessibilityFaults(page, '[role=listbox]')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await owner.inputValue()).toBe('Céleste Aubry');
    await page.close();
  });

  test('ce qui vient d’être fait est dit, et se défait', async () => {
    const { page } = await openPage(browser);
    await at(page, '/ui', 'La boîte à outils');
    await page.getByRole('button', { name: 'Fusionner deux fiches' }).click();
    const undo = page.getByRole('button', { name: 'Annuler' });
    await undo.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await undo.click();
    await page.getByText('Fusion annulée').first().waitFor();
    await page.close();
  });

  test('la palette trouve par les mots des deux langues et sans accents', async () => {
    const { page } = await openPage(browser);
    await at(page, '/tarente/nulle-part', 'Page introuvable');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Aller ou agir' });
    await field.fill('theme sombre');
    await page.getByRole('option', { name: 'Passer au thème sombre' }).waitFor();
    await field.fill('switch to the dark');
    await page.getByRole('option', { name: 'Passer au thème sombre' }).waitFor();
    await shoot(page, 'palette');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.close();
  });

  test('? montre les raccourcis ; coupés, les lettres se taisent et la palette répond encore', async () => {
    const { page } = await openPage(browser);
    await at(page, '/tarente/nulle-part', 'Page introuvable');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Raccourcis de cette page' });
    await help.getByRole('checkbox').uncheck();
    await shoot(page, 'shortcuts');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.waitForTimeout(200);
    expect(await help.count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Aller ou agir' }).waitFor();
    await page.close();
  });
});

describe('d’une page à l’autre', () => {
  test('g puis une lettre y mène ; le titre prend le foyer, l’onglet son nom, le lien sa marque', async () => {
    const { page } = await openPage(browser);
    await at(page, '/tarente/threads', 'Fils');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    const title = page.getByRole('heading', { level: 1, name: 'Membres' });
    await title.waitFor();
    expect(new URL(page.url()).pathname).toBe('/tarente/members');
    await expect.poll(() => title.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toBe('Membres · Passerelle');
    const link = page.getByRole('navigation', { name: 'La fusée' }).getByRole('link', { name: 'Membres', exact: true });
    expect(await link.getAttribute('aria-current')).toBe('page');
    await page.close();
  });

  test('sur un téléphone, le menu se referme quand on va ailleurs', async () => {
    const { page } = await openPage(browser, { screen: SCREENS[1] });
    await at(page, '/tarente/threads', 'Fils');
    await page.getByRole('button', { name: 'Menu' }).click();
    const drawer = page.getByRole('dialog', { name: 'Menu' });
    await drawer.getByRole('link', { name: 'Membres', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Membres' }).waitFor();
    await drawer.waitFor({ state: 'detached' });
    expect(await page.title()).toBe('Membres · Passerelle');
    await page.close();
  });

  test('l’impression ne garde que la page', async () => {
    const { page } = await openPage(browser, { theme: 'dark' });
    await at(page, '/tarente/threads', 'Fils');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('navigation', { name: 'La fusée' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Rechercher' }).first().isVisible()).toBe(false);
    // The colour arrives a frame later than the medium.
    const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).color);
    await expect.poll(ink).toBe('rgb(21, 33, 43)');
    await page.close();
  });
});

describe('langue et thème', () => {
  test('le choix est dit avant la peinture et tient au rechargement', async () => {
    const { page } = await openPage(browser);
    await at(page, '/ui', 'La boîte à outils');
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'The toolbox' }).waitFor();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'The toolbox' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('The toolbox · Passerelle');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(16, 22, 27)',
    );
    await page.close();
  });

  test('sur un téléphone, la navigation s’ouvre, dit les étages et se ferme', async () => {
    const { page } = await openPage(browser, { screen: SCREENS[1] });
    await at(page, '/tarente/nulle-part', 'Page introuvable');
    await page.getByRole('button', { name: 'Menu' }).click();
    const drawer = page.getByRole('dialog', { name: 'Menu' });
    await drawer.getByRole('navigation', { name: 'La fusée' }).waitFor();
    await drawer.getByRole('heading', { name: 'Terrain' }).waitFor();
    await shoot(page, 'phone-menu');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await page.close();
  });

  test('sans session, on est conduit à l’entrée, qui saura revenir', async () => {
    const closed = await serveBuilt({ '/session': STRANGER });
    const { page } = await openPage(browser);
    await page.goto(`${closed.address}/tarente/members?place=forum`);
    await page.waitForURL('**/sign-in?return=*');
    expect(new URL(page.url()).searchParams.get('return')).toBe('/tarente/members?place=forum');
    await page.close();
    await closed.close();
  });
});
