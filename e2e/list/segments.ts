import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { overflow, viewFaults } from '../axe.ts';
import type { House } from '../house.ts';
import { SCREENS, settled, shoot } from '../screens.ts';
import type { Stay } from '../stay.ts';
import { SLUG, visit } from '../walk.ts';

/** Segments, from the first one written to the last one removed. In a house that has read the list. */
export function walkSegments(stay: () => Stay): void {
  let house: House;
  let page: Page;
  let browser: Browser;
  let complaints: string[];
  beforeAll(() => {
    ({ house, page, browser, complaints } = stay());
  });

  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });

  describe('les segments, du premier écrit au dernier supprimé', () => {
    test('la page enseigne, et ceux de la maison se comptent', async () => {
      await visit(page, house, '/segments', 'Segments');
      await page.getByText('Aucun segment écrit pour l’instant.').waitFor();
      await line('Les plus serviables').getByText('sur 60').waitFor();
      await line('Équipe').getByText('aucun membre').waitFor();
      expect(await line('Les plus serviables').count()).toBe(1);
      await shoot(page, 'segments-vide');
    });

    test('on en écrit un au clavier, qui se compte pendant qu’on l’écrit', async () => {
      await page.keyboard.press('n');
      await page.getByRole('heading', { level: 1, name: 'Nouveau segment' }).waitFor();
      const condition = page.getByRole('group', { name: 'Condition 2' });
      await condition.getByLabel('Nombre de contributions').fill('2');
      await condition.getByLabel('Nombre de jours').fill('365');
      await page.getByText('Membre et au moins 2 contributions dans les 365 derniers jours.').waitFor();
      await page.getByText('sur 60').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText('Donnez-lui un nom.').waitFor();
      await page.getByLabel('Nom', { exact: true }).fill('Habitués des ponts');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(`**/${SLUG}/segments`);
      await line('Habitués des ponts').getByText('partagé par Claire Vasseur').waitFor();
      expect(await line('Habitués des ponts').innerText()).toContain('au moins 2 contributions');
    });

    test('ses membres se lisent, les indicateurs s’y restreignent', async () => {
      await line('Habitués des ponts').getByRole('link', { name: 'Membres' }).click();
      await page.getByRole('heading', { level: 1, name: 'Habitués des ponts' }).waitFor();
      await page.getByRole('option').first().waitFor();
      await visit(page, house, '/segments', 'Segments');
      await line('Habitués des ponts').getByRole('link', { name: 'Santé' }).click();
      await page.getByRole('heading', { level: 1, name: 'Santé' }).waitFor();
      await page.getByRole('list', { name: /filtr/iu }).getByText('Habitués des ponts').waitFor();
      expect(page.url()).toContain('segment=');
    });

    test('changé entre-temps par quelqu’un, il n’est pas écrasé sans le dire', async () => {
      await visit(page, house, '/segments', 'Segments');
      await page.getByRole('link', { name: /Changer « Habitués des ponts »/u }).click();
      await page.getByLabel('Nom', { exact: true }).fill('Les miens');
      const elsewhere = await browser.newContext({
        storageState: await page.context().storageState(),
        locale: 'fr-FR',
      });
      const other = await elsewhere.newPage();
      await other.goto(page.url());
      await other.getByLabel('Nom', { exact: true }).fill('Les leurs');
      await other.getByRole('button', { name: 'Enregistrer' }).click();
      await other.waitForURL(`**/${SLUG}/segments`);
      await elsewhere.close();
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      const alert = page.getByRole('alert').filter({ hasText: 'Les leurs' });
      await alert.waitFor();
      // The refusal itself is told by the browser as an answer of 409.
      complaints.splice(0);
      await alert.getByRole('button', { name: 'Enregistrer la mienne' }).click();
      await page.waitForURL(`**/${SLUG}/segments`);
      await line('Les miens').waitFor();
      expect(await line('Les leurs').count()).toBe(0);
    });

    test.each(SCREENS)('axe ne trouve rien et rien ne déborde, $name', async (screen) => {
      await page.setViewportSize(screen);
      for (const [path, title] of [
        ['/segments', 'Segments'],
        ['/segments/new', 'Nouveau segment'],
        ['/segments/most_helpful', 'Les plus serviables'],
      ] as const) {
        await visit(page, house, path, title);
        await settled(page);
        expect({ path, faults: await viewFaults(page, { screen }) }).toEqual({ path, faults: [] });
        expect(await overflow(page)).toBe(0);
        await shoot(page, `segments-${screen.name}${path.replaceAll('/', '-')}`);
      }
      await page.setViewportSize(SCREENS[0]);
    });

    test('supprimé, il le dit là où on le demande encore', async () => {
      await visit(page, house, '/segments', 'Segments');
      const health = await line('Les miens').getByRole('link', { name: 'Santé' }).getAttribute('href');
      await page.getByRole('button', { name: /Supprimer « Les miens »/u }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
      await page.getByText('Aucun segment écrit pour l’instant.').waitFor();
      await page.goto(`${house.address}${health ?? ''}`);
      await page.getByText('Ce segment n’existe plus. Choisissez-en un autre.').first().waitFor();
      expect(await page.getByText('Membres actifs').count()).toBe(0);
      complaints.splice(0);
    });
  });
}
