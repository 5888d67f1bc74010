import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { overflow, viewFaults } from '../axe.ts';
import type { House } from '../house.ts';
import { SCREENS, settled, shoot } from '../screens.ts';
import type { Stay } from '../stay.ts';
import { visit } from '../walk.ts';

/** The rocket check, its bounds and the charter, in a house that has read the list. */
export function walkRocket(stay: () => Stay): void {
  let house: House;
  let page: Page;
  let complaints: string[];
  beforeAll(() => {
    ({ house, page, complaints } = stay());
  });

  describe('le bilan de la fusée et la charte', () => {
    test('dit en une phrase ce qui manque ; un seuil se règle avec un motif', async () => {
      await visit(page, house, '/check', 'Bilan de la fusée');
      await page.getByRole('img', { name: /Cockpit : .*Passerelle : .*Terrain : /u }).waitFor();
      await page.getByRole('heading', { level: 2, name: 'Passerelle' }).last().waitFor();
      await page.getByRole('button', { name: 'Régler les seuils : Nouveaux accueillis sous 24 h' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('button', { name: 'Garder ces seuils' }).isDisabled()).toBe(true);
      await dialog.getByLabel('En place dès (%)').fill('60');
      await dialog.getByLabel('Pourquoi').fill('On commence');
      await dialog.getByRole('button', { name: 'Garder ces seuils' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Régler les seuils : Nouveaux accueillis sous 24 h' }).click();
      await page.getByText(/Réglé par Claire Vasseur, .*\s: On commence/u).waitFor();
      await page.keyboard.press('Escape');
    });

    test('la charte se remplit d’une proposition et se corrige au clavier', async () => {
      await visit(page, house, '/charter', 'Charte');
      await page.getByRole('button', { name: 'Reprendre la proposition' }).click();
      const cell = page.getByRole('row', { name: /^Fixer le cap/u }).getByRole('button', { name: /^commanditaire/u });
      await cell.and(page.getByRole('button', { name: 'commanditaire : en répond' })).waitFor();
      await cell.focus();
      await page.keyboard.press('c');
      await page
        .getByRole('row', { name: /^Fixer le cap/u })
        .getByRole('button', { name: 'commanditaire : consulté' })
        .waitFor();
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('pilote : le fait');
    });

    test.each(SCREENS)('axe ne trouve rien et rien ne déborde, $name', async (screen) => {
      await page.setViewportSize({ width: screen.width, height: screen.height });
      for (const [path, title] of [
        ['/check', 'Bilan de la fusée'],
        ['/charter', 'Charte'],
        ['/charter/job', 'Fiche de poste'],
        ['/rocket/review', 'Première revue'],
      ] as const) {
        await visit(page, house, path, title);
        await settled(page);
        expect([path, await viewFaults(page, { screen }), await overflow(page)]).toEqual([path, [], 0]);
        await shoot(page, `rocket${path.replaceAll('/', '-')}-${screen.name}`);
      }
      expect(complaints).toEqual([]);
    });
  });
}
