import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, overflow } from './axe.ts';
import type { House } from './house.ts';
import { SCREENS, shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let house: House;
let page: Page;

const WORDS = [
  ['Lucie Armand', 'Le code du portail a encore changé sans prévenir'],
  ['Tom Keller', 'Pourquoi le code du portail change sans nous prévenir ?'],
  ['Nora Vidal', 'Je préfère que le code du portail change souvent'],
] as const;

function mail([name, words]: (typeof WORDS)[number], number: number): string {
  const address = `membre${number}@liste.example`;
  return `From ${address} Sun Jun 30 12:00:0${number} 2024
From: ${name} <${address}>
Date: Sun, 30 Jun 2024 12:0${number}:00 GMT
Subject: Le portail ${number}
Message-ID: <portail-${number}@liste.example>
Content-Type: text/plain; charset=utf-8

${words}

`;
}

stayInHouse(async (stay) => {
  ({ house, page } = stay);
  await enter(page, house);
  const path = await fileWith(stay.folder, 'liste.mbox', WORDS.map(mail).join(''));
  await send(page, house, { path, place: 'Liste du portail' });
  await confirm(page);
  await untilState(page, 'terminé');
});

async function found(words: string): Promise<void> {
  await page.goto(`${house.address}/${SLUG}/search?q=${encodeURIComponent(words)}`);
  await page.getByText('Liste du portail').nth(1).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.getByRole('dialog').locator('blockquote').first().waitFor();
}

describe('un signal, du message à la décision demandée', () => {
  test('sans signal, la page dit ce que c’est', async () => {
    await visit(page, house, '/signals', 'Signaux');
    await page.getByText('Aucun signal n’a encore été remonté').waitFor();
    await visit(page, house, '/insights', 'Enseignements');
    await page.getByText('Aucun enseignement n’est encore écrit').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('remonté d’une touche, repris par « Annuler », remonté de nouveau', async () => {
    await found('encore');
    await page.keyboard.type('Les codes changent sans prévenir');
    await page.keyboard.press('Enter');
    await page.getByText('Signal remonté').first().waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('Signal repris').first().waitFor();
    await found('encore');
    expect(await page.getByRole('dialog').getByText('Signaux semblables').count()).toBe(0);
    await page.keyboard.type('Les codes changent sans prévenir');
    await page.keyboard.press('Enter');
    await page.getByText('Signal remonté').first().waitFor();
  });

  test('le semblable se montre avec sa raison, et l’on y joint son message', async () => {
    await found('pourquoi');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/mots communs\s: .*portail/u).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'signaux-remonter', 'window');
    await dialog.getByRole('button', { name: 'Y joindre ce message' }).click();
    await page.getByText('Message joint à').first().waitFor();
  });

  test('trié au clavier, il devient un enseignement ; ce qui le contredit y est versé', async () => {
    await visit(page, house, '/signals', 'Signaux');
    await page.getByText('1 attend d’être trié').waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Ce que l’organisation doit en retenir').fill('On ne prévient pas des nouveaux codes');
    await page.keyboard.press('Enter');
    await page.getByText('Tout est trié').waitFor();
    await found('souvent');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('dit le contraire d’un enseignement').click();
    await dialog.getByLabel('Enseignement qu’il contredit').fill('codes');
    await page.getByRole('option', { name: 'On ne prévient pas des nouveaux codes' }).click();
    await dialog.getByRole('button', { name: 'Verser au dossier' }).click();
    await page.getByText('Contre-preuve versée').first().waitFor();
    expect(page.url()).toContain('q=souvent');
  });

  test('pesé, complété et soumis, il attend sa réponse à vue', async () => {
    await visit(page, house, '/insights', 'Enseignements');
    await page.getByRole('link', { name: 'On ne prévient pas des nouveaux codes' }).click();
    await page.getByText('2 membres en 2 messages').waitFor();
    await page.getByText('Disent le contraire : 1 membre').waitFor();
    await page.getByLabel('Demande').fill('Prévenir deux jours avant');
    await page.getByLabel('Collègue', { exact: false }).last().fill('Claire');
    await page.getByRole('option', { name: 'Claire Vasseur' }).click();
    await page.getByLabel('Réponse attendue pour le').fill('2099-01-15');
    await page.getByLabel('Mots qui le repèrent').fill('portail');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('3 lus sur 3 messages').waitFor();
    await page.getByRole('button', { name: 'Soumettre à décision' }).click();
    await page.getByText('attend une décision').first().waitFor();
    expect(await page.getByRole('button', { name: 'Soumettre à décision' }).count()).toBe(0);
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await shoot(page, `enseignement-${screen.name}`);
    }
    await page.setViewportSize(SCREENS[0]);
    await visit(page, house, '/signals?view=board', 'Signaux');
    await page.getByText('dans « On ne prévient pas des nouveaux codes »').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
