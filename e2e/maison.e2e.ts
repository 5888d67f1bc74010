import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchWholeBrowser } from '../tools/browser.ts';
import { accessibilityFaults, overflow } from './axe.ts';
import type { House } from './house.ts';
import { madeForum } from './made-forum.ts';
import { SCREENS, shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let house: House;
let page: Page;

stayInHouse(async (stay) => {
  ({ house, page } = stay);
  const { folder } = stay;
  await enter(page, house);
  await send(page, house, { path: await fileWith(folder, 'jardin.json', madeForum().text), place: 'Forum du jardin' });
  await confirm(page);
  await untilState(page, 'terminé');
});

test('la palette trouve un lieu, un membre, un fil et une page, au clavier', async () => {
  await visit(page, house, '/members', 'Membres');
  const member = (await page.locator('[role=option]').first().innerText()).split('\n')[0] ?? '';
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Aller ou agir' });
  await field.fill(member.slice(0, 3));
  await page.getByRole('option', { name: member }).first().waitFor();
  await field.fill('JARD');
  await page.getByRole('option', { name: 'Forum du jardin' }).waitFor();
  expect(await accessibilityFaults(page, '[role=dialog]')).toEqual([]);
  await shoot(page, 'palette', 'window');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Forum du jardin' }).waitFor();
  // English words lead to pages too, and any words to the search.
  await page.keyboard.press('ControlOrMeta+k');
  await field.fill('threads');
  await page.getByRole('option', { name: 'Fils' }).waitFor();
  await field.fill('forêt');
  await page.getByRole('option', { name: /Chercher «\s*forêt\s*» dans les messages/u }).click();
  await page.waitForURL(`**/${SLUG}/search?q=for%C3%AAt`);
});

test('le journal dit en mots ce qui a été fait, et ses dates tiennent sur un téléphone', async () => {
  await visit(page, house, '/settings/record', 'Journal');
  const table = page.getByRole('table');
  for (const words of ['Espace ouvert', 'Lieu ajouté', 'Import commencé', 'Import terminé'])
    await table.getByText(words, { exact: true }).waitFor();
  expect(await table.innerText()).not.toMatch(/\b[a-z]+\.[a-z]+\b/u);
  const [, phone] = SCREENS;
  await page.setViewportSize({ width: phone.width, height: phone.height });
  const heights = await table
    .locator('time > span')
    .evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThan(26);
  expect(await overflow(page)).toBe(0);
  await shoot(page, 'journal-phone');
  await page.setViewportSize({ width: SCREENS[0].width, height: SCREENS[0].height });
});

test('le fuseau se choisit en tapant une ville', async () => {
  await visit(page, house, '/settings', 'Réglages');
  const zone = page.getByLabel('Fuseau horaire');
  const form = page.locator('form').filter({ has: zone });
  expect(await page.getByRole('option').count()).toBeLessThan(10);
  await zone.fill('new york');
  await page.getByRole('option', { name: 'America/New York' }).click();
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Enregistré').first().waitFor();
  await page.reload();
  expect(await zone.inputValue()).toBe('America/New York');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('la maison se présente comme une application', async () => {
  const answer = await page.request.get(`${house.address}/manifest.webmanifest`);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await answer.json()) as { icons: readonly { src: string; sizes: string }[]; start_url: string };
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src } of manifest.icons) expect((await page.request.get(house.address + src)).status()).toBe(200);
});

test('un navigateur de bureau l’installerait', async ({ skip }) => {
  await using browser = await launchWholeBrowser();
  if (browser === undefined) return skip('no Chromium on this system but the one of npm, which installs nothing');
  const outside = await browser.newPage();
  await outside.goto(house.address);
  await outside.getByRole('heading', { level: 1 }).waitFor();
  const devtools = await outside.context().newCDPSession(outside);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // Browsers of tests are private windows, which install nothing; there must be no other reason.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  return undefined;
});
