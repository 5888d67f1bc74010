import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { overflow, viewFaults } from '../axe.ts';
import type { House } from '../house.ts';
import { SCREENS, shoot } from '../screens.ts';
import type { Stay } from '../stay.ts';
import { visit } from '../walk.ts';

/** The course, from an empty page to an objective that measures itself and is dropped. In a house that has read the list. */
export function walkCourse(stay: () => Stay): void {
  let house: House;
  let page: Page;
  let complaints: string[];
  beforeAll(() => {
    ({ house, page, complaints } = stay());
  });

  const dialog = () => page.getByRole('dialog').filter({ has: page.getByRole('heading') });

  describe('le cap, de la page vide à un objectif mesuré', () => {
    test('la page enseigne ; la vision s’écrit et se confirme', async () => {
      await visit(page, house, '/course', 'Cap');
      await page.getByText('Aucun objectif pour l’instant.').waitFor();
      await page.getByRole('button', { name: 'Écrire la vision' }).click();
      await page.getByLabel('Pourquoi cette communauté existe').fill('Que chacun trouve à qui parler.');
      await dialog().getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('à confirmer par le commanditaire').waitFor();
      await page.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText(/confirmée par Claire Vasseur/u).waitFor();
      expect(await page.getByText('à confirmer par le commanditaire').count()).toBe(0);
    });

    test('un modèle donne l’objectif, un résultat clé part d’une mesure, une cible impossible est refusée', async () => {
      await page.getByRole('button', { name: /^Engagement/u }).click();
      expect(await page.getByLabel('Ce qui doit bouger').inputValue()).toContain('reviennent');
      await dialog().getByRole('button', { name: 'Enregistrer' }).click();
      await page.waitForURL('**/course/*');
      await page.getByRole('heading', { name: 'Résultats clés' }).waitFor();
      await page.keyboard.press('n');
      await page.getByLabel('Indicateur').selectOption('active_members');
      const found = page.getByRole('status').filter({ hasText: 'Départ' });
      await dialog().getByRole('button', { name: 'Mesurer le départ' }).click();
      await found.waitFor();
      const baseline = /\d+/u.exec(await found.innerText())?.[0] ?? '';
      await page.getByLabel(/^Cible/u).fill(baseline);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').filter({ hasText: 'La cible est la valeur de départ' }).waitFor();
      // The refusal itself is told by the browser as an answer of 422.
      complaints.splice(0);
      await page.getByLabel(/^Cible/u).fill(String(Number(baseline) * 2));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 3, name: 'Membres actifs' }).waitFor();
      await page.getByRole('button', { name: 'Mettre en route' }).click();
      await page.getByRole('button', { name: 'Mesurer maintenant' }).waitFor();
      await page.getByRole('button', { name: 'Voir le tableau' }).click();
      await page.getByRole('columnheader', { name: 'ligne d’allure' }).waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Résultat clé ajouté' }).getByText('Membres actifs').waitFor();
    });

    test.each(SCREENS)('axe ne trouve rien et rien ne déborde, $name', async (screen) => {
      await page.setViewportSize(screen);
      const address = page.url();
      expect(await viewFaults(page, { screen })).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await shoot(page, `cap-objectif-${screen.name}`);
      await visit(page, house, '/course', 'Cap');
      await page.getByRole('link', { name: /reviennent/u }).waitFor();
      expect(await viewFaults(page, { screen })).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await shoot(page, `cap-${screen.name}`);
      await page.goto(address);
      await page.getByRole('heading', { name: 'Résultats clés' }).waitFor();
    });

    test('abandonné avec une raison, il reste lisible', async () => {
      await page.setViewportSize(SCREENS[0]);
      await page.getByRole('button', { name: 'Abandonner' }).click();
      await page.getByLabel('Pourquoi, et ce que l’on a appris').fill('Une autre priorité passe devant.');
      await dialog().getByRole('button', { name: 'Abandonner' }).click();
      await page.getByText('Ce que l’on a appris : Une autre priorité passe devant.').waitFor();
      await visit(page, house, '/course', 'Cap');
      await page.getByText('Objectifs terminés (1)').waitFor();
      expect(await page.getByRole('link', { name: /reviennent/u }).isVisible()).toBe(false);
    });
  });
}
