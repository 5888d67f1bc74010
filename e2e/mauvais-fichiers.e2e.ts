import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import type { House } from './house.ts';
import { madeForum } from './made-forum.ts';
import { zipOf } from './made-zip.ts';
import { shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, countsOf, enter, fileWith, send, untilState, visit } from './walk.ts';

let house: House;
let page: Page;
let folder: string;

stayInHouse(async (stay) => {
  ({ house, page, folder } = stay);
  await enter(page, house);
});

/** Nothing of a file came in: nobody, no thread. */
async function expectNothing(): Promise<void> {
  await visit(page, house, '/members', 'Membres');
  await page.getByText('Aucun membre pour l’instant.').waitFor();
  await visit(page, house, '/threads', 'Fils');
  await page.getByText('Aucun fil pour l’instant.').waitFor();
  // The place that was made for it has gone with it.
  await visit(page, house, '/places', 'Lieux');
  await page.getByText('Aucun lieu pour l’instant.').waitFor();
}

/** The words of the refusal, once it stands on the page. */
async function refusalOf(name: string, content: string | Uint8Array): Promise<string> {
  await send(page, house, { path: await fileWith(folder, name, content), place: `Essai ${name}` });
  const refusal = page.getByRole('alert').first();
  await refusal.waitFor();
  await shoot(page, `refus-${name}`);
  expect(await accessibilityFaults(page)).toEqual([]);
  const words = await refusal.innerText();
  // The sentence says it all; trying the same file again cannot help, choosing another can.
  expect(words).not.toMatch(/import\/|archive\//u);
  expect(await page.getByRole('button', { name: 'Réessayer' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Choisir un autre fichier' }).count()).toBe(1);
  return words;
}

describe('un fichier qui ne convient pas est refusé en clair, et rien ne change', () => {
  test('ce n’est l’export d’aucune communauté', async () => {
    expect(
      await refusalOf(
        'recette.bin',
        new Uint8Array(4096).map((_, at) => (at * 73) % 251),
      ),
    ).toMatch(/ne ressemble\s+à rien que nous sachions lire/u);
    await expectNothing();
  });

  test('une archive dont les noms sortent d’elle-même', async () => {
    const zip = zipOf({ '../../dehors.json': madeForum().text });
    const words = await refusalOf('sortie.zip', zip);
    expect(words).not.toContain('/tmp');
    expect(words).toMatch(/chemin|nom|sort/iu);
    await expectNothing();
  });
});

describe('un fichier coupé', () => {
  test('dit où il s’arrête, garde ce qui précède, et donne la liste de ce qui manque', async () => {
    const whole = madeForum();
    const text = whole.text.slice(0, Math.floor(whole.text.length * 0.6));
    await send(page, house, { path: await fileWith(folder, 'coupe.json', text), place: 'Forum coupé' });
    await confirm(page);
    await untilState(page, 'coupé, le reste est lu');
    const line = text.split('\n').length;
    const words = await page.locator('main').innerText();
    const told = Number(/coupe\.json est coupé à la ligne ([\d\s]+)\./u.exec(words)?.[1]?.replaceAll(/\s/gu, ''));
    // The place of the break is that of the element that has no end, or of the last line.
    expect(told).toBeLessThanOrEqual(line);
    expect(told).toBeGreaterThan(line - 12);
    const counts = await countsOf(page);
    const kept = text.match(/"content": "<p>.*<\/p>"/gu)?.length ?? 0;
    expect(counts['refusés']).toBeGreaterThan(0);
    await shoot(page, 'coupe');
    expect(await accessibilityFaults(page)).toEqual([]);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger la liste (CSV)' }).click(),
    ]);
    const rows = parse(await readFile(await file.path()), { bom: true, columns: true, delimiter: ';' });
    expect(rows).toHaveLength(counts['refusés'] ?? 0);
    expect(JSON.stringify(rows[0])).toContain('coupe.json');

    await visit(page, house, '/places', 'Lieux');
    const card = page.locator('section').filter({ has: page.getByRole('link', { name: 'Forum coupé', exact: true }) });
    await card.waitFor();
    const held = (await countsOf(card))['Messages'] ?? 0;
    // The message under way at the cut may have had all of its text and still no end.
    expect([kept, kept - 1]).toContain(held);
  });

  test('le fichier entier apporte le reste, sans rien doubler', async () => {
    const whole = madeForum();
    await send(page, house, {
      path: await fileWith(folder, 'coupe.json', whole.text),
      place: 'Forum coupé',
      again: true,
    });
    await confirm(page);
    await untilState(page, 'terminé');
    await visit(page, house, '/places', 'Lieux');
    const card = page.locator('section').filter({ has: page.getByRole('link', { name: 'Forum coupé', exact: true }) });
    await card.waitFor();
    expect(await countsOf(card)).toMatchObject({
      Messages: whole.messages,
      Fils: whole.threads,
      Membres: whole.members,
    });
  });
});
