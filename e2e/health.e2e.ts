import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import { accessibilityFaults, overflow } from './axe.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { madeList } from './made-list.ts';
import { openPage, SCREENS, shoot } from './screens.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let browser: Browser;
let house: House;
let page: Page;
let complaints: string[];
let folder: string;
const list = madeList();
/** What a change may take to be seen: the machine is small. */
const SOON = { timeout: 10_000 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-sante-'));
  house = await openHouse();
  browser = await launchBrowser();
  ({ page, complaints } = await openPage(browser));
  await enter(page, house);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => {
  const said = complaints.splice(0);
  if (said.length > 0) throw new Error(`the browser complains: ${said.join(' / ')}`);
});

/** The tile of a figure, once it is there. */
async function tile(name: string): Promise<string> {
  const found = page.locator('section').filter({ has: page.getByRole('link', { name, exact: true }) });
  await found.waitFor();
  return (await found.innerText()).replaceAll(/\s+/gu, ' ');
}

/** What the address says of the view. */
function view(): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

describe('la santé de la communauté', () => {
  test('sans données, elle dit quoi faire', async () => {
    await visit(page, house, '/health', 'Santé');
    await page.getByText('Aucun chiffre pour l’instant.').waitFor();
    await page.getByRole('link', { name: 'Importer un export' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('les chiffres d’un export sont ceux qu’on y a mis, les changements sont dits', async () => {
    const path = await fileWith(folder, 'liste.mbox', list.text);
    await send(page, house, { path, place: 'Liste des ponts' });
    await confirm(page);
    await untilState(page, 'terminé');
    await visit(page, house, '/health', 'Santé');
    expect(await tile('Membres actifs')).toMatch(
      new RegExp(`personnes ${list.active.now} en hausse entre \\d+ et \\d+`, 'u'),
    );
    const { ripe, answered } = list.threads;
    expect(await tile('Fils répondus en 7 jours')).toContain(`${answered} fils sur ${ripe}`);
    expect(await tile('Délai de première réponse')).toMatch(/médiane 2 h/u);
    const lead = await page.locator('main').innerText();
    expect(lead).toMatch(/Du 2 avr\. 2024 au 30 juin 2024 \(90 jours\)/u);
    expect(lead).toContain('La période finit avec la dernière activité connue');
    await shoot(page, 'sante', 'window');
  });

  test.each(SCREENS)('axe ne trouve rien et rien ne déborde, $name', async (screen) => {
    await page.setViewportSize(screen);
    for (const [path, title] of [
      ['/health', 'Santé'],
      ['/health/reply_coverage_7d', 'Fils répondus en 7 jours'],
    ] as const) {
      await visit(page, house, path, title);
      await page.getByText('en hausse').or(page.getByText('Pendant la période')).first().waitFor();
      expect({ path, faults: await accessibilityFaults(page) }).toEqual({ path, faults: [] });
      expect(await overflow(page)).toBe(0);
      await shoot(page, `sante-${screen.name}-${path.replaceAll('/', '-')}`);
    }
    const [desk] = SCREENS;
    await page.setViewportSize(desk);
  });

  test('les flèches déplacent la période de sa longueur, x ôte la comparaison, l’adresse garde la vue', async () => {
    await visit(page, house, '/health', 'Santé');
    await tile('Membres actifs');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(view, SOON).toEqual({ period: '2024-01-03..2024-04-01' });
    await expect
      .poll(() => tile('Membres actifs'), SOON)
      .toMatch(new RegExp(`personnes ${list.active.before}\\b`, 'u'));
    await page.keyboard.press('x');
    await expect.poll(view, SOON).toEqual({ period: '2024-01-03..2024-04-01', compare: 'none' });
    await page.reload();
    await expect.poll(() => tile('Membres actifs'), SOON).not.toContain('période précédente');
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowRight');
    await expect.poll(view, SOON).toEqual({});
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Reculer d’une période').waitFor();
    await page.keyboard.press('Escape');
  });

  test('un chiffre a sa page : définition par d, tableau, la même valeur par l’API, fichier', async () => {
    await visit(page, house, '/health', 'Santé');
    await page.getByRole('link', { name: 'Membres actifs', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Membres actifs' }).waitFor();
    await page.getByRole('heading', { name: 'Période précédente' }).waitFor();
    await page.keyboard.press('d');
    const drawer = page.getByRole('dialog', { name: 'Membres actifs' });
    for (const part of ['Qui est compté', 'Qui est laissé de côté', 'Fraîcheur', 'Source'])
      await drawer.getByText(part, { exact: true }).waitFor();
    expect(await accessibilityFaults(page, '[role=dialog]')).toEqual([]);
    const address = await drawer.locator('code').innerText();
    await page.keyboard.press('Escape');
    const answer = await page.request.get(address, { headers: { 'x-passerelle-workspace': SLUG } });
    expect(await answer.json()).toMatchObject({ value: { state: 'value', value: list.active.now } });
    await page.getByRole('button', { name: 'Voir le tableau' }).click();
    const rows = await page.getByRole('table').getByRole('row').count();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger (CSV)' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`${SLUG}-active_members-2024-04-02-2024-07-01.csv`);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(rows);
    expect(lines[0]).toBe('from,until,value,low,high,n,of,state,partial');
  });
});
