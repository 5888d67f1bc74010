import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { overflow, viewFaults } from '../axe.ts';
import type { House } from '../house.ts';
import { SCREENS, shoot } from '../screens.ts';
import type { Stay } from '../stay.ts';
import { visit } from '../walk.ts';

/** Who is answered, by whom, and after how long. In a house that has read the list. */
export function walkReplies(stay: () => Stay): void {
  let house: House;
  let page: Page;
  beforeAll(() => {
    ({ house, page } = stay());
  });

  /** A card of the page by its title. */
  function card(name: string) {
    return page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  }

  /** The cells of the table behind a card's picture, row by row. */
  async function tableOf(name: string): Promise<readonly string[]> {
    await card(name).getByRole('button', { name: 'Voir le tableau' }).click();
    const rows = await card(name).getByRole('row').allInnerTexts();
    return rows.map((row) => row.replaceAll(/\s+/gu, ' ').trim());
  }

  describe('les réponses, de qui et en combien de temps', () => {
    test('la courbe compte les fils sans réponse, le tableau dit la même chose', async () => {
      await visit(page, house, '/health/first_response_time', 'Délai de première réponse');
      const curve = card('En combien de temps vient la première réponse');
      // Trente-neuf des soixante fils sont répondus, tous après deux heures.
      await curve.getByText('60 fils, dont 21 sont encore sans réponse.').waitFor();
      await curve.getByRole('img', { name: 'Part des fils ayant reçu une réponse' }).waitFor();
      await shoot(page, 'reponses-courbe');
      const rows = await tableOf('En combien de temps vient la première réponse');
      expect(rows.find((row) => row.startsWith('1 h '))).toMatch(/^1 h 0 % 0 % 0 %$/u);
      expect(rows.find((row) => row.startsWith('6 h '))).toMatch(
        /^6 h 6\d % \(entre \d+ % et \d+ %\) 6\d % \(.+\) 0 %$/u,
      );
    });

    test('vingt-cinq personnes écrivent la moitié', async () => {
      await visit(page, house, '/health/absence_factor', 'Dépendance');
      await page.getByText('25 personnes sur 60 écrivent la moitié de ce qui est écrit.').waitFor();
      const rows = await tableOf('Sur combien de personnes tout repose');
      expect(rows.find((row) => row.startsWith('25 personnes'))).toMatch(/^25 personnes 50,5 % 41,7 %$/u);
      expect(rows.at(-1)).toMatch(/^60 personnes 100 % 100 %$/u);
    });

    test('les membres répondent les premiers, semaine après semaine', async () => {
      await visit(page, house, '/health/member_answered_share', 'Premières réponses par un membre');
      const columns = card('Qui donne la première réponse');
      await columns.getByText('Un membre', { exact: true }).waitFor();
      const rows = await tableOf('Qui donne la première réponse');
      expect(rows.length).toBeGreaterThan(10);
      expect(rows[0]).toMatch(/Un membre L’équipe Les deux au même moment Sans réponse$/u);
    });

    test('ce que rien ne donne encore est dit indisponible', async () => {
      for (const [id, title, words] of [
        ['reply_sla', 'Délais de réponse tenus', 'aucune source ne le donne encore'],
        ['elephant_factor', 'Dépendance aux organisations', 'aucune organisation n’est connue'],
        ['presence', 'Présence de l’équipe', 'personne n’est déclaré comme équipe'],
      ] as const) {
        await visit(page, house, `/health/${id}`, title);
        await expect.poll(() => page.locator('main').innerText(), { timeout: 10_000 }).toContain(words);
      }
    });

    test.each(SCREENS)('axe ne trouve rien et rien ne déborde, $name', async (screen) => {
      await page.setViewportSize(screen);
      for (const [id, title, drawn] of [
        ['first_response_time', 'Délai de première réponse', 'En combien de temps vient la première réponse'],
        ['absence_factor', 'Dépendance', 'Sur combien de personnes tout repose'],
        ['member_answered_share', 'Premières réponses par un membre', 'Qui donne la première réponse'],
      ] as const) {
        await visit(page, house, `/health/${id}`, title);
        await card(drawn).waitFor();
        expect({ id, faults: await viewFaults(page, { screen }) }).toEqual({ id, faults: [] });
        expect(await overflow(page)).toBe(0);
        await shoot(page, `reponses-${screen.name}-${id}`);
      }
      await page.setViewportSize(SCREENS[0]);
    });
  });
}
