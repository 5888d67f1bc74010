import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ProofList } from '#cockpit/proof/wire.ts';
import { ask } from '../asking.ts';
import { accessibilityFaults, colourFaults, overflow, widthFaults } from '../axe.ts';
import { SCREENS, shoot } from '../screens.ts';

const EXPECTED = 'Une permanence le jeudi soir';
const VERDICT = /(?:Effet à la (?:hausse|baisse)|Pas de changement notable|On ne peut pas conclure)$/u;

interface Place {
  readonly page: Page;
  /** The workspace of the demonstration, by its address and its name in addresses. */
  readonly address: string;
  readonly slug: string;
}

/** From an expectation written before it begins to the verdict of another that is over. */
export function walkProof(place: () => Place): void {
  let page: Page;
  let address: string;
  let slug: string;
  beforeAll(() => {
    ({ page, address, slug } = place());
  });

  const titled = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const written = async () => (await ask<ProofList>(page, slug, 'GET', '/proofs')).items.length;
  const isClean = async (name: string): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await shoot(page, `preuve-${name}-desk`);
    await page.setViewportSize(SCREENS[1]);
    expect(await widthFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await shoot(page, `preuve-${name}-phone`);
    await page.setViewportSize(SCREENS[0]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colourFaults(page)).toEqual([]);
    await shoot(page, `preuve-${name}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  };

  describe('la preuve, de l’attente au verdict', () => {
    test('une ampleur nulle est refusée en mots, et rien n’est écrit', async () => {
      await page.goto(`${address}/proof`);
      await titled('Carnet de preuves');
      await page.getByRole('link', { name: 'Ateliers du soir' }).waitFor();
      const before = await written();
      await page.keyboard.press('n');
      await titled('Nouvelle preuve');
      await page.getByLabel('En quelques mots').fill(EXPECTED);
      await page.getByLabel('Ampleur attendue').fill('0');
      await page.getByRole('button', { name: 'Essayer ce plan' }).click();
      await page.getByText('L’ampleur doit dépasser zéro').waitFor();
      expect(await page.getByRole('button', { name: 'Écrire la preuve' }).count()).toBe(0);
      expect(await written()).toBe(before);
    });

    test('le plan est essayé sur le passé, puis l’attente est figée', async () => {
      await page.getByLabel('Ampleur attendue').fill('10');
      await page.getByRole('button', { name: 'Essayer ce plan' }).click();
      await page.getByText(/^Ce plan (?:peut|ne pourra sans doute pas) trancher\.$/u).waitFor();
      await isClean('attente');
      await page.getByRole('button', { name: 'Écrire la preuve' }).click();
      await titled(EXPECTED);
      await page.getByText(/^Commence le .*Le verdict viendra le/u).waitFor();
      await page.getByText(/^Figé le .*Empreinte dans l’historique/u).waitFor();
      expect(await page.getByRole('button', { name: 'Retirer' }).count()).toBe(1);
    });

    test('celle qui est finie dit son verdict, ce qui était attendu, et combien de fois le calcul se trompe', async () => {
      await page.getByRole('link', { name: 'Toutes les preuves' }).click();
      await page.getByRole('link', { name: 'Ateliers du soir' }).click();
      await titled('Ateliers du soir');
      expect(await page.locator('main p').first().innerText()).toMatch(VERDICT);
      await page.getByText(/^Moyenne des semaines observées.*on attendait \d/u).waitFor();
      await page.getByText(/^Le même calcul, refait à \d+ dates? passées?/u).waitFor();
      await isClean('verdict');
    });
  });
}
