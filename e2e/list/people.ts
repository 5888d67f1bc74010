import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { overflow, viewFaults } from '../axe.ts';
import type { House } from '../house.ts';
import { SCREENS, shoot } from '../screens.ts';
import type { Stay } from '../stay.ts';
import { visit } from '../walk.ts';

/** Who comes, stays, comes back and leaves. In a house that has read the list. */
export function walkPeople(stay: () => Stay): void {
  let house: House;
  let page: Page;
  beforeAll(() => {
    ({ house, page } = stay());
  });

  /** A card of the page by its title. */
  function card(name: string): Locator {
    return page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  }

  /** The cells of a table, row by row, the heading first. */
  async function cellsOf(within: Locator): Promise<readonly (readonly string[])[]> {
    await within.getByRole('table').waitFor();
    const rows = await within.getByRole('row').all();
    return await Promise.all(rows.map(async (row) => await row.locator('th, td').allInnerTexts()));
  }

  const sum = (cells: readonly string[]): number => cells.reduce((all, cell) => all + Number(cell), 0);

  describe('qui arrive, reste, revient et part', () => {
    test('le triangle des cohortes : un nombre par case, vide tant que rien n’est observé', async () => {
      await visit(page, house, '/health/cohort_retention', 'Nouveaux restés le mois suivant');
      const triangle = card('Ce que deviennent les nouveaux');
      const [heading = [], ...rows] = await cellsOf(triangle);
      expect(heading.slice(0, 3)).toEqual(['Mois d’arrivée', 'Arrivés', '+1']);
      const shown = rows.filter(([, size]) => size !== 'moins de 5' && size !== '0');
      const filled = shown.map((row) => row.slice(2).filter((cell) => cell !== '').length);
      // Chaque mois plus récent est observé moins longtemps ; celui de l’arrivée compte tous ses nouveaux.
      expect(filled.every((cells, at) => at === 0 || cells < (filled[at - 1] ?? 0))).toBe(true);
      expect(filled.length).toBeGreaterThan(2);
      await triangle.getByRole('region').focus();
      await triangle.getByText('Ce mois-là ou plus tard').click();
      await triangle.getByText('chaque nombre peut encore monter').waitFor();
      await shoot(page, 'personnes-cohortes');
    });

    test('les blocs de 28 jours s’additionnent', async () => {
      await visit(page, house, '/health/growth_accounting', 'Rétention par blocs de 28 jours');
      const blocks = card('Qui arrive, reste, revient et part, par blocs de 28 jours');
      await blocks.getByRole('button', { name: 'Voir le tableau' }).click();
      const [, ...rows] = await cellsOf(blocks);
      expect(rows.length).toBeGreaterThan(4);
      let before: number | undefined;
      for (const [, active = '', ...parts] of rows) {
        expect(sum(parts.slice(0, 3))).toBe(Number(active));
        if (before !== undefined) expect(Number(parts[1]) + Number(parts[3])).toBe(before);
        before = Number(active);
      }
    });

    test('les passages entre états s’additionnent, par étape aussi', async () => {
      await visit(page, house, '/health/lifecycle_state', 'Présents en fin de période');
      await card('Où en sont les membres').getByText('Noyau', { exact: true }).waitFor();
      const flow = card('Qui est passé d’un état à l’autre');
      for (const step of [0, 3]) {
        await flow.getByLabel('Étape').selectOption(String(step));
        const [, ...rows] = await cellsOf(flow);
        const totals = rows.at(-1)?.slice(1) ?? [];
        for (const [name, ...cells] of rows)
          expect({ name, all: sum(cells.slice(0, -1)) }).toEqual({ name, all: Number(cells.at(-1)) });
        for (const [column, total] of totals.entries())
          expect(sum(rows.slice(0, -1).map((row) => row[column + 1] ?? ''))).toBe(Number(total));
      }
      await shoot(page, 'personnes-etats');
    });

    test('qui est en train de partir est nommé, sa page dit où il en est', async () => {
      await visit(page, house, '/health/at_risk', 'Membres en train de partir');
      await card('Depuis combien de temps ils se taisent').waitFor();
      await visit(page, house, '/members?order=messages', 'Membres');
      await page.locator('[role=option]').first().click();
      const standing = card('Où en est ce membre');
      await standing.getByText(/^(?:Noyau|Actif|Nouveau|Revenu|S’éloigne|En sommeil|Parti)$/u).waitFor();
      expect(await standing.innerText()).toContain('au 30 juin 2024');
    });

    test.each(SCREENS)('axe ne trouve rien et rien ne déborde, $name', async (screen) => {
      await page.setViewportSize(screen);
      for (const [id, title, drawn] of [
        ['cohort_retention', 'Nouveaux restés le mois suivant', 'Ce que deviennent les nouveaux'],
        [
          'growth_accounting',
          'Rétention par blocs de 28 jours',
          'Qui arrive, reste, revient et part, par blocs de 28 jours',
        ],
        ['lifecycle_state', 'Présents en fin de période', 'Qui est passé d’un état à l’autre'],
        ['at_risk', 'Membres en train de partir', 'Depuis combien de temps ils se taisent'],
      ] as const) {
        await visit(page, house, `/health/${id}`, title);
        await card(drawn).waitFor();
        expect({ id, faults: await viewFaults(page, { screen }) }).toEqual({ id, faults: [] });
        expect(await overflow(page)).toBe(0);
        await shoot(page, `personnes-${screen.name}-${id}`);
      }
      await page.setViewportSize(SCREENS[0]);
    });
  });
}
