import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { overflow, viewFaults } from '../axe.ts';
import type { House } from '../house.ts';
import { SCREENS, shoot } from '../screens.ts';
import type { Stay } from '../stay.ts';
import { visit } from '../walk.ts';

/** What it is worth, from an empty page to an answer in ranges. In a house that has read the list. */
export function walkValue(stay: () => Stay): void {
  let house: House;
  let page: Page;
  beforeAll(() => {
    ({ house, page } = stay());
  });

  const dialog = () => page.getByRole('dialog').filter({ has: page.getByRole('heading') });
  const fill = async (name: string, three: readonly [string, string, string]): Promise<void> => {
    const group = dialog().getByRole('group', { name });
    for (const [place, part] of ['Bas', 'Le plus probable', 'Haut'].entries())
      await group.getByLabel(part, { exact: true }).fill(three[place] ?? '');
  };
  const save = () => dialog().getByRole('button', { name: 'Enregistrer' }).click();

  describe('la valeur, de la page vide à une réponse en fourchettes', () => {
    test('rien n’est rempli d’avance ; l’horizon et le taux se disent d’abord', async () => {
      await page.setViewportSize(SCREENS[0]);
      await visit(page, house, '/value', 'Valeur');
      await page.getByRole('button', { name: 'Commencer le modèle' }).click();
      expect(await dialog().getByLabel('Horizon (années)').inputValue()).toBe('');
      await dialog().getByLabel('Horizon (années)').fill('3');
      await dialog().getByLabel('Taux d’actualisation (% par an)').fill('4');
      await save();
      await page.getByText('Ajoutez au moins une ligne qui rapporte').waitFor();
    });

    test('une fourchette à l’envers est refusée dans son champ, puis la réponse vient', async () => {
      await page.getByRole('button', { name: /^Idées adoptées/u }).click();
      await fill('Idées adoptées par an (nombre)', ['6', '4', '8']);
      await fill('Ce que rapporte une idée (EUR)', ['2 000', '5 000', '12 000']);
      await fill('Part due au programme (%)', ['30', '50', '80']);
      await fill('Part qui serait venue de toute façon (%)', ['10', '20', '40']);
      await save();
      await dialog().getByText('Le bas dépasse le plus probable').waitFor();
      await fill('Idées adoptées par an (nombre)', ['2', '4', '8']);
      await save();
      await page.getByRole('button', { name: 'Enregistrer' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Ajouter ce qui sort' }).click();
      await dialog()
        .getByRole('button', { name: /^Outils/u })
        .click();
      await fill('Montant (EUR)', ['3 000', '4 000', '6 000']);
      await save();
      await page.getByText(/^Sur 3 ans, il y a .*chances? sur 10/u).waitFor();
      await page.getByText(/^À mesurer d’abord/u).waitFor();
      await page.getByText('Indisponible : il y faudrait').waitFor();
      await page.getByText('Versions : qui a changé quoi').click();
      await page.getByText('Ligne ajoutée : Outils').waitFor();
      expect(await page.getByText(/^Version \d, Claire Vasseur/u).count()).toBe(3);
    });

    test.each(SCREENS)('axe ne trouve rien et rien ne déborde, $name', async (screen) => {
      await page.setViewportSize(screen);
      for (const line of await page.locator('main details').all())
        await line.evaluate((one) => one.setAttribute('open', ''));
      expect(await viewFaults(page, { screen })).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await shoot(page, `valeur-${screen.name}`);
    });
  });
}
