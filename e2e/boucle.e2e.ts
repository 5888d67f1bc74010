import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask } from './asking.ts';
import { accessibilityFaults, overflow } from './axe.ts';
import { walkProof } from './boucle/proof.ts';
import type { House } from './house.ts';
import { openPage, SCREENS, shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { enter } from './walk.ts';

const SLUG = 'demonstration';
const INTENTION = 'Que chaque question trouve une réponse dans les deux jours';
const IN_A_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const STATEMENT = 'On ne sait pas à qui s’adresser quand rien ne répond';

let house: House;
let page: Page;
let browser: Browser;
/** The one who animates. */
let host: Page;
let link = '';

stayInHouse(async (stay) => {
  ({ house, page, browser } = stay);
  await enter(page, house);
  await page.getByRole('button', { name: 'Explorer la démonstration' }).click();
  await page.waitForURL(`**/${SLUG}`);
  await page.getByText('La démonstration est prête').waitFor({ timeout: 120_000 });
});

async function at(from: Page, path: string, title: string): Promise<void> {
  await from.goto(`${house.address}/${SLUG}${path}`);
  await from.getByRole('heading', { level: 1, name: title }).waitFor();
}

const dialogOf = (of: Page) => of.getByRole('dialog').filter({ has: of.getByRole('heading') });

/** What the check says of the rocket. */
async function sentence(): Promise<string> {
  await at(page, '/check', 'Bilan de la fusée');
  return await page.locator('main p b').first().innerText();
}

describe('la boucle entière, du premier bilan aux membres prévenus', () => {
  test('le bilan dit qu’il manque un cockpit', async () => {
    expect(await sentence()).toMatch(/^Il manque un étage\s: le cockpit\.$/u);
    await shoot(page, 'boucle-avant', 'window');
  });

  test('la vision s’écrit sans quitter le clavier, et rien ne s’ouvre par-dessus', async () => {
    await at(page, '/course', 'Cap');
    await page.getByRole('button', { name: 'Écrire la vision' }).waitFor();
    await page.keyboard.press('v');
    const text = page.getByLabel('Pourquoi cette communauté existe');
    await text.waitFor();
    await expect.poll(() => text.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Ici, chacun trouve qui lui répond.');
    await page.keyboard.press('Tab');
    // On a button, a letter stays without effect: it is not meant for the page behind.
    await page.keyboard.press('n');
    expect(await page.getByRole('dialog').count()).toBe(1);
    await text.press('Control+Enter');
    await page.getByText('Version 1 par Claire Vasseur').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('un objectif commandité, mesuré, et une charte', async () => {
    await at(page, '/charter', 'Charte');
    await page.getByRole('button', { name: 'Reprendre la proposition' }).click();
    await page.getByText('La proposition est reprise').first().waitFor();
    await at(page, '/course', 'Cap');
    await page.getByRole('button', { name: /^Assistance/u }).click();
    await page.getByLabel('Commanditaire').selectOption({ label: 'Claire Vasseur' });
    await dialogOf(page).getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForURL('**/course/*');
    await page.getByRole('heading', { name: 'Résultats clés' }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Indicateur').selectOption('active_members');
    await dialogOf(page).getByRole('button', { name: 'Mesurer le départ' }).click();
    await page.getByRole('status').filter({ hasText: 'Départ' }).waitFor();
    await page.getByLabel(/^Cible/u).fill('900');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 3, name: 'Membres actifs' }).waitFor();
    await page.getByRole('button', { name: 'Mettre en route' }).click();
    await page.getByRole('button', { name: 'Mesurer maintenant' }).click();
    expect(await page.getByRole('button', { name: 'Mettre en route' }).count()).toBe(0);
    await shoot(page, 'boucle-objectif', 'window');
  });

  test('un mandat donné par le pilotage, accepté par qui anime', async () => {
    const invited = { email: 'leo@exemple.fr', functions: ['host'] };
    const { token } = await ask<{ token: string }>(page, SLUG, 'POST', '/team/invitations', invited);
    host = (await openPage(browser)).page;
    await host.goto(`${house.address}/invitation/${token}`);
    await host.getByLabel('Votre nom').fill('Léo Marin');
    await host.getByLabel('Mot de passe').fill('une péniche sous le pont');
    await host.getByRole('button', { name: 'Accepter l’invitation' }).click();
    await host.waitForURL(`**/${SLUG}**`);
    await at(page, '/mandates', 'Mandats');
    await page.getByText('Aucun mandat pour l’instant.').waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Confié à').selectOption({ label: 'Léo Marin' });
    await page.getByLabel('Intention, en une phrase').fill(INTENTION);
    await page.getByLabel('Le terrain décide seul').fill('Le ton, et l’ordre');
    await page.getByLabel('Effort, en heures').fill('20');
    await page.getByLabel('Chiffre').fill('Fils répondus');
    await page
      .getByRole('option', { name: /Fils répondus/u })
      .first()
      .click();
    await page.getByLabel('Ampleur').fill('10');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: INTENTION }).waitFor();
    await page.getByRole('button', { name: 'Donner le mandat' }).click();
    await dialogOf(page).getByRole('button', { name: 'Donner le mandat' }).click();
    await host.goto(page.url());
    await host.getByRole('button', { name: 'Accepter' }).click();
    await host.getByRole('button', { name: 'Commencer' }).click();
    await host.getByRole('button', { name: 'C’est terminé' }).waitFor();
    expect(await host.getByRole('button', { name: 'Accepter' }).count()).toBe(0);
  });

  test('ce que l’équipe a fait pour lui s’y rattache', async () => {
    await at(host, '/actions', 'Actions');
    const waiting = host.getByText(/\d+ messages? attend(?:ent)?/u);
    await waiting.waitFor();
    await host.getByLabel('Rattacher à').selectOption({ label: INTENTION });
    const waits = async (): Promise<number> => Number((await waiting.innerText()).replaceAll(/\D/gu, ''));
    // A lot at a time, as soon as it is there.
    for (let left = await waits(); left > 0;) {
      const lot = await host.getByRole('checkbox').count();
      await host.getByRole('checkbox').first().focus();
      await host.keyboard.press('a');
      await host.keyboard.press('Enter');
      left -= lot;
      if (left > 0) await host.getByText(new RegExp(`^${String(left)} messages? attend`, 'u')).waitFor();
    }
    await host.getByText('Aucun message de l’équipe n’attend d’être rangé.').waitFor();
    expect(await waiting.count()).toBe(0);
  });

  test('trois messages de trois membres remontent d’une touche et font un enseignement', async () => {
    const { items } = await ask<{ items: { id: string }[] }>(host, SLUG, 'GET', '/threads?limit=3');
    for (const { id } of items) {
      await host.goto(`${house.address}/${SLUG}/threads/${id}`);
      await host.locator('[data-message]').first().waitFor();
      await host.keyboard.press('j');
      await host.keyboard.press('s');
      await host.getByRole('dialog').locator('blockquote').first().waitFor();
      await host.keyboard.type('Ne sait pas à qui s’adresser');
      await host.keyboard.press('Enter');
      await host.getByText('Signal remonté').first().waitFor();
    }
    await at(host, '/signals', 'Signaux');
    await host.getByText('3 attendent d’être triés').waitFor();
    await host.keyboard.press('n');
    await host.getByLabel('Ce que l’organisation doit en retenir').fill(STATEMENT);
    await host.keyboard.press('Enter');
    await host.getByText('2 attendent d’être triés').waitFor();
    const made = await ask<{ items: { id: string }[] }>(host, SLUG, 'GET', '/insights');
    const left = await ask<{ items: { id: string; state: string }[] }>(host, SLUG, 'GET', '/signals?state=raised');
    for (const { id } of left.items)
      await ask(host, SLUG, 'POST', `/signals/${id}/merge`, { insightId: made.items[0]?.id, version: 1 });
    expect(left.items.length).toBe(2);
  });

  test('il part chez quelqu’un du dehors, qui décide par son lien sur un téléphone', async () => {
    await at(page, '/insights', 'Enseignements');
    await page.getByRole('link', { name: STATEMENT }).click();
    await page.getByLabel('Demande').fill('Afficher qui répond, et quand ?');
    await page.getByLabel('Réponse attendue pour le').fill(IN_A_MONTH);
    await page.getByText('Quelqu’un d’extérieur').click();
    await page.getByLabel('Nom', { exact: true }).fill('Paul Garnier');
    await page.getByLabel('Adresse e-mail').fill('paul@exemple.fr');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: 'Soumettre à décision' }).click();
    await page.getByText('attend une décision').first().waitFor();
    await shoot(page, 'boucle-enseignement', 'window');
    await at(page, '/decisions', 'Décisions');
    await page.getByRole('listitem').filter({ hasText: STATEMENT }).getByRole('link').click();
    await page.getByRole('button', { name: 'Faire un lien' }).click();
    link = await page.locator('[data-link]').innerText();
    const outside = await openPage(browser, { screen: SCREENS[1] });
    await outside.page.goto(link);
    await outside.page.getByText('Afficher qui répond, et quand ?').waitFor();
    expect(await accessibilityFaults(outside.page)).toEqual([]);
    expect(await overflow(outside.page)).toBe(0);
    await shoot(outside.page, 'boucle-decider', 'window');
    await outside.page.getByLabel('Pourquoi').fill('Nous le devons à ceux qui demandent.');
    await outside.page.getByRole('button', { name: 'Répondre oui' }).click();
    await outside.page.getByRole('heading', { name: 'Merci, votre réponse est enregistrée' }).waitFor();
    await outside.page.goto(link);
    await outside.page.getByText('Ce lien a déjà servi').waitFor();
    await outside.page.context().close();
  });

  test('les membres sont prévenus, et le bilan change de phrase', async () => {
    await at(host, '/loop', 'Retour aux membres');
    expect(await accessibilityFaults(host)).toEqual([]);
    await host.getByRole('link', { name: 'Prévenir', exact: true }).click();
    const text = host.getByLabel('En français');
    await text.waitFor();
    expect(await text.inputValue()).toContain('Nous le devons à ceux qui demandent.');
    expect(await accessibilityFaults(host)).toEqual([]);
    await shoot(host, 'boucle-prevenir', 'window');
    const mark = host.getByRole('button', { name: 'Marquer comme prévenu' });
    await mark.first().waitFor();
    for (let left = await mark.count(); left > 0; left -= 1) {
      await mark.first().click();
      await expect.poll(() => mark.count(), { timeout: 10_000 }).toBe(left - 1);
    }
    await host.getByText('tous prévenus').waitFor();
    expect(await sentence()).toBe('La fusée entière.');
    await shoot(page, 'boucle-apres', 'window');
    await at(page, '/decisions', 'Décisions');
    await page.getByRole('listitem').filter({ hasText: STATEMENT }).getByText('membres prévenus').waitFor();
  });
});

// In the same house: its demonstration has proofs that are over.
walkProof(() => ({ page, address: `${house.address}/${SLUG}`, slug: SLUG }));
