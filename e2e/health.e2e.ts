import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, overflow, viewFaults } from './axe.ts';
import type { House } from './house.ts';
import { madeList } from './made-list.ts';
import { SCREENS, shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let house: House;
let page: Page;
let folder: string;
const list = madeList();
/** An id that nothing has. */
const NOBODY = '0197a000-0000-7000-8000-000000000001';
/** What a change may take to be seen: the machine is small. */
const SOON = { timeout: 10_000 };

stayInHouse(async (stay) => {
  ({ house, page, folder } = stay);
  await enter(page, house);
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
      new RegExp(`${list.active.now} en hausse entre \\d+ et \\d+ · avant ${list.active.before}`, 'u'),
    );
    const { ripe, answered } = list.threads;
    const share = `${String(Math.round((1000 * answered) / ripe) / 10).replace('.', ',')} %`;
    // Two figures stand in one tile.
    const response = await tile('Délai de première réponse');
    expect(response).toMatch(/médiane Délai de première réponse 2 h/u);
    expect(response).toContain(`Fils répondus en 7 jours ${share}`);
    await page.getByText('La période finit avec').waitFor();
    const lead = await page.locator('main').innerText();
    expect(lead).toMatch(/Du 2 avr\. 2024 au 30 juin 2024 \(90 jours\)/u);
    expect(lead).toContain('La période finit avec la dernière activité connue');
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900);
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
      expect({ path, faults: await viewFaults(page, { screen }) }).toEqual({ path, faults: [] });
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
      .toMatch(new RegExp(`Membres actifs ${list.active.before}\\b`, 'u'));
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
    const rows = await page.getByRole('table').first().getByRole('row').count();
    const csv = await saved('Tableau (CSV)');
    expect(csv.name).toBe(`${SLUG}-active_members-2024-04-02-2024-07-01.csv`);
    const lines = csv.bytes.toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(rows);
    expect(lines[0]).toBe('from,until,value,low,high,n,of,state,partial');
    const workbook = await saved('Classeur (XLSX)');
    expect(workbook.name.endsWith('.xlsx')).toBe(true);
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
    const picture = await saved('Image de la courbe (PNG)');
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    // Not blank: a picture of one colour would be a few kilobytes.
    expect(picture.bytes.length).toBeGreaterThan(20_000);
  });

  test('on dit pourquoi il diffère d’un autre, et on note ce qui s’est passé', async () => {
    await visit(page, house, '/health/active_members', 'Membres actifs');
    await page.getByRole('button', { name: 'Pourquoi diffère-t-il d’un autre ?' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Comptes au lieu de personnes').waitFor();
    await drawer.getByText('La mesure d’audience').waitFor();
    expect(await accessibilityFaults(page, '[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ajouter une note' }).click();
    await page.getByLabel('Jour', { exact: true }).fill('2024-05-14');
    await page.getByLabel('Ce qui s’est passé').fill('Ouverture du salon des débutants');
    await page.getByRole('button', { name: 'Enregistrer la note' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Ouverture du salon des débutants' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'sante-note');
    await page.getByRole('button', { name: 'Modifier ou supprimer cette note' }).click();
    await page.getByRole('menuitem', { name: 'Supprimer la note' }).click();
    await page.getByText('Rien n’est noté pour cette période.').waitFor();
  });

  test('f ouvre les filtres, chaque choix va dans l’adresse et s’enlève d’une pastille', async () => {
    await visit(page, house, '/health', 'Santé');
    await tile('Membres actifs');
    await page.keyboard.press('f');
    const drawer = page.getByRole('dialog', { name: 'Filtres' });
    await drawer.getByLabel('Type de fil').selectOption({ label: 'Questions' });
    await expect.poll(view, SOON).toEqual({ kind: 'question' });
    expect(await accessibilityFaults(page, '[role=dialog]')).toEqual([]);
    await shoot(page, 'sante-filtres', 'window');
    await drawer.getByRole('button', { name: 'Voir les chiffres' }).click();
    await page.getByRole('button', { name: 'Retirer le filtre Type de fil : Questions' }).click();
    await expect.poll(view, SOON).toEqual({});
  });

  test.each([
    ['/health?period=2024-06-01..2024-05-01', 'La fin de la période doit venir après son début.'],
    ['/health?period=1000-01-01..2024-05-01', 'La période demandée dépasse 50 ans.'],
    ['/health?period=0900-01-01..2024-05-01', 'Cette période n’existe pas, ou sort du calendrier'],
    ['/health?language=xx', 'Rien ne correspond à ces filtres'],
    [`/health?place=${NOBODY}`, 'L’adresse désigne un lieu, un salon ou un autre filtre qui n’existe pas'],
    [`/health?segment=${NOBODY}`, 'Ce segment n’existe plus'],
    [`/health/active_members?segment=${NOBODY}`, 'Ce segment n’existe plus'],
  ])('%s : une phrase, et un bouton qui remet les chiffres', async (path, sentence) => {
    await page.goto(`${house.address}/${SLUG}${path}`);
    const main = page.locator('main');
    await main.getByText(sentence).waitFor();
    await main.locator('.border-dashed').getByRole('button').click();
    await expect.poll(view, SOON).toEqual({});
    await page.getByText('en hausse').or(page.getByText('Pendant la période')).first().waitFor();
  });

  test('un chiffre que rien ne donne encore : on dit pourquoi, sans courbe ni zéro', async () => {
    await visit(page, house, '/health/reply_sla', 'Délais de réponse tenus');
    await page.getByText('Délais de réponse tenus : aucune source ne le donne encore.').waitFor();
    await page.getByText('indisponible', { exact: true }).waitFor();
    expect(await page.getByText('Par mois').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Pourquoi diffère-t-il d’un autre ?' }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'sante-sans-source', 'window');
  });

  test('un chiffre qui n’existe pas : on le dit, et on mène à tous les chiffres', async () => {
    await visit(page, house, '/health/inconnu', 'Chiffre');
    await page.getByText('Ce chiffre n’existe pas.').waitFor();
    await page.getByRole('link', { name: 'Vue d’ensemble' }).click();
    await expect.poll(() => new URL(page.url()).pathname, SOON).toBe(`/${SLUG}/health`);
  });
});

/** The file a line of the downloads gives. */
async function saved(line: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.getByRole('button', { name: 'Télécharger' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: line }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
