import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VisionView } from '#cockpit/course/visions/wire.ts';
import { ask } from '../asking.ts';
import type { House } from '../house.ts';
import { openPage, settled } from '../screens.ts';
import type { Stay } from '../stay.ts';
import { visit } from '../walk.ts';

/** Whoever sponsors and does nothing else: what he is offered he may do. In a house that has read the list. */
export function walkSponsor(stay: () => Stay): void {
  let house: House;
  let page: Page;
  /** What the server refused, and what the browser complained of. */
  const refused: string[] = [];
  let complaints: string[];

  /** What he may press on a page, besides searching. */
  const offered = async (): Promise<readonly string[]> => {
    await settled(page);
    const names = await page.locator('main').getByRole('button', { disabled: false }).allInnerTexts();
    return names.flatMap((name) => /^(?!Rechercher)\p{L}+/u.exec(name)?.[0] ?? []);
  };

  describe('le commanditaire, sans autre fonction', () => {
    beforeAll(async () => {
      house = stay().house;
      const slug = new URL(stay().page.url()).pathname.split('/')[1] ?? '';
      const written = await ask<VisionView>(stay().page, slug, 'GET', '/vision');
      const number = written.versions[0]?.number ?? 0;
      await ask(stay().page, slug, 'POST', '/vision', { number, text: 'Que chacun trouve à qui parler, et le dise.' });
      const invited = { email: 'hugo@exemple.fr', functions: ['sponsor'] };
      const { token } = await ask<{ token: string }>(stay().page, slug, 'POST', '/team/invitations', invited);
      ({ page, complaints } = await openPage(stay().browser));
      page.on('response', (answer) => {
        if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
      });
      await page.goto(`${house.address}/invitation/${token}`);
      await page.getByLabel('Votre nom').fill('Hugo Vidal');
      await page.getByLabel('Mot de passe').fill('une écluse sur la Marne');
      await page.getByRole('button', { name: 'Accepter l’invitation' }).click();
      await page.waitForURL(`**/${slug}**`);
      // What was not refused to anybody signed in begins here.
      refused.splice(0);
      complaints.splice(0);
    });

    afterAll(() => page.close());

    test('confirme la vision qui l’attend', async () => {
      await visit(page, house, '/course', 'Cap');
      await page.getByRole('link', { name: /^Cap\s*1$/u }).waitFor();
      expect(await offered()).toEqual(['Confirmer']);
      await page.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText(/confirmée par Hugo Vidal/u).waitFor();
      // The navigation hears of it by itself.
      await page.getByRole('link', { name: 'Cap', exact: true }).waitFor();
      await page.getByText('Objectifs terminés (1)').click();
      await page.getByRole('link', { name: /reviennent/u }).click();
      await page.getByRole('heading', { name: 'Résultats clés' }).waitFor();
      expect(await offered()).toEqual(['Voir']);
      expect([refused, complaints]).toEqual([[], []]);
    });

    test('lit mandats, signaux, décisions et bilan sans que rien ne lui soit refusé', async () => {
      for (const [path, title, buttons] of [
        ['/mandates', 'Mandats', []],
        ['/signals', 'Signaux', []],
        ['/decisions', 'Décisions', ['Exporter', 'Période']],
        ['/loop', 'Retour aux membres', []],
        ['/check', 'Bilan de la fusée', ['Imprimer']],
      ] as const) {
        await visit(page, house, path, title);
        expect([path, await offered()]).toEqual([path, buttons]);
      }
      expect([refused, complaints]).toEqual([[], []]);
    });
  });
}
