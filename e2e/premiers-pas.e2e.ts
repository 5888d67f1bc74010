import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { describeShared, sharedPath } from '../tools/testing/shared.ts';
import type { House } from './house.ts';
import { LEAVING, madeForum } from './made-forum.ts';
import { openPage, shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, countsOf, enter, fileWith, readSome, send, SLUG, untilState, visit } from './walk.ts';

/** Long enough to be killed in the middle, on a fast machine too. */
const LARGE = 8000;

let house: House;
let page: Page;
let browser: Browser;
let folder: string;
let complaints: string[];

stayInHouse((stay) => {
  ({ house, page, browser, folder, complaints } = stay);
}, 'empty folder');

/** What the search says it found, and the words it marked, in small letters. */
async function search(words: string): Promise<{ found: string; marked: readonly string[] }> {
  await visit(page, house, `/search?q=${encodeURIComponent(words)}`, 'Recherche');
  const found = page.getByText(/^\d+ messages? trouvés?$|^Aucun message ne contient/u);
  await found.waitFor();
  const marked = await page.locator('main mark').allTextContents();
  return { found: await found.innerText(), marked: [...new Set(marked.map((word) => word.toLowerCase()))].toSorted() };
}

/** The figures of a place by its name. */
async function placeFigures(name: string): Promise<Readonly<Record<string, number>>> {
  await visit(page, house, '/places', 'Lieux');
  const card = page.locator('section').filter({ has: page.getByRole('link', { name, exact: true }) });
  await card.waitFor();
  return await countsOf(card);
}

describe('les premiers pas, d’un dossier vide à la première personne effacée', () => {
  const forum = madeForum();

  test('le lien unique mène du premier compte aux trois portes, et ne sert qu’une fois', async () => {
    await enter(page, house);
    await page.getByRole('heading', { level: 1, name: 'Par où commencer' }).waitFor();
    for (const door of ['Importer un export', 'Communauté de démonstration', 'Brancher un lieu'])
      await page.getByRole('heading', { level: 2, name: door }).waitFor();
    await shoot(page, 'trois-portes');
    const stranger = await openPage(browser);
    await stranger.page.goto(house.firstAdminLink);
    await stranger.page.getByLabel('Nom de l’espace').fill('Un autre');
    await stranger.page.getByLabel('Votre nom').fill('Quelqu’un');
    await stranger.page.getByLabel('Adresse e-mail').fill('autre@exemple.fr');
    await stranger.page.getByLabel('Mot de passe').fill('un mot de passe long');
    await stranger.page.getByRole('button', { name: 'Ouvrir l’espace' }).click();
    expect(await stranger.page.getByRole('alert').first().innerText()).toMatch(/lien/iu);
    await stranger.page.close();
  });

  test('un fichier déposé est reconnu, lu, et chaque élément est compté', async () => {
    const path = await fileWith(folder, 'jardin.json', forum.text);
    await send(page, house, { path, place: 'Forum du jardin', by: 'drop' });
    await page.getByRole('radio', { name: 'Archive de forum (JSON)' }).waitFor();
    await confirm(page);
    await untilState(page, 'terminé');
    const one = 1; // the forum itself
    expect(await countsOf(page)).toMatchObject({
      nouveaux: forum.messages + forum.threads + forum.members + one,
      modifiés: 0,
      'déjà connus': 0,
      refusés: 0,
    });
    expect(await placeFigures('Forum du jardin')).toMatchObject({
      Messages: forum.messages,
      Fils: forum.threads,
      Membres: forum.members,
      Salons: 1,
    });
  });

  test('le même fichier choisi une seconde fois n’ajoute rien', async () => {
    const path = await fileWith(folder, 'jardin.json', forum.text);
    await send(page, house, { path, place: 'Forum du jardin', again: true });
    await confirm(page);
    await untilState(page, 'terminé');
    expect(await countsOf(page)).toMatchObject({ nouveaux: 0, modifiés: 0, refusés: 0 });
    expect(await placeFigures('Forum du jardin')).toMatchObject({ Messages: forum.messages });
  });

  test('la santé compte les membres actifs et dit ce qu’un forum sans heures ne permet pas', async () => {
    await page.goto(`${house.address}/${SLUG}`);
    await page.getByRole('heading', { level: 1, name: 'Santé' }).waitFor();
    await page.getByText('les lieux choisis ne donnent que le jour, pas l’heure').waitFor();
    await expect.poll(() => page.locator('main').innerText()).toMatch(/Membres actifs\s+7\b/u);
    await expect.poll(() => page.locator('main').innerText()).toMatch(/Délai de première réponse\s+indisponible/u);
  });

  test('la recherche trouve, avec ou sans accent, et surligne', async () => {
    expect(await search('bug')).toEqual({ found: `${forum.bugs} messages trouvés`, marked: ['bug'] });
    const accented = await search('forêt');
    expect(accented).toEqual({ found: `${forum.forests} messages trouvés`, marked: ['foret', 'forêt'] });
    expect(await search('foret')).toEqual(accented);
    await shoot(page, 'recherche');
  });

  test('un membre effacé disparaît des textes, des recherches et des listes', async () => {
    expect((await search(LEAVING)).found).not.toMatch(/^Aucun/u);
    await visit(page, house, '/members', 'Membres');
    await page.getByRole('option', { name: new RegExp(LEAVING, 'u') }).click();
    await page.getByRole('heading', { level: 1, name: LEAVING }).waitFor();
    await page.getByRole('button', { name: 'Effacer cette personne…' }).click();
    const dialog = page.getByRole('dialog');
    const forever = dialog.getByRole('button', { name: 'Effacer pour toujours' });
    expect(await forever.isDisabled()).toBe(true);
    await dialog.getByLabel(new RegExp(`Tapez «\\s${LEAVING}\\s»`, 'u')).fill(LEAVING);
    await shoot(page, 'effacer', 'window');
    await forever.click();
    await page.getByRole('heading', { level: 1, name: 'Membre effacé' }).waitFor();
    expect((await search(LEAVING)).found).toMatch(/^Aucun message ne contient/u);
    await visit(page, house, '/members', 'Membres');
    await page.getByRole('option', { name: /Membre effacé/u }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain(LEAVING);
  });

  test('un nouvel import de la même archive ne le ramène pas', async () => {
    const path = await fileWith(folder, 'jardin.json', forum.text);
    await send(page, house, { path, place: 'Forum du jardin', again: true });
    await confirm(page);
    await untilState(page, 'terminé');
    expect(await countsOf(page)).toMatchObject({ nouveaux: 0, refusés: 0 });
    expect((await search(LEAVING)).found).toMatch(/^Aucun message ne contient/u);
  });
});

describe('une coupure au milieu d’un import', () => {
  test('tué net puis relancé, l’import continue seul et compte juste', async () => {
    const forum = madeForum(LARGE);
    const path = await fileWith(folder, 'grand.json', forum.text);
    await send(page, house, { path, place: 'Grand forum' });
    await confirm(page);
    const before = await readSome(page);
    await house.killHard();
    expect(before.state).toBe('reading');
    await house.start();
    await untilState(page, 'terminé');
    expect(await countsOf(page)).toMatchObject({
      nouveaux: forum.messages + forum.threads + forum.members + 1,
      modifiés: 0,
      refusés: 0,
    });
    expect(await placeFigures('Grand forum')).toMatchObject({
      Messages: forum.messages,
      Fils: forum.threads,
      Membres: forum.members,
    });
    // The page meets a server that is away; that is all it may complain of.
    complaints.splice(0);
  });
});

describeShared('un vrai forum', () => {
  test('a les comptes qui ont été relevés à la main', async () => {
    const set = 'forum-motion-twin-beta-fr';
    const path = sharedPath('data', set, 'beta.json.gz') ?? '';
    const expected = JSON.parse(readFileSync(sharedPath('data', set, 'expected.json') ?? '', 'utf8')) as Record<
      'messages' | 'threads' | 'authors',
      number
    >;
    await send(page, house, { path, place: 'Vrai forum' });
    await confirm(page);
    await untilState(page, 'terminé');
    const one = 1;
    expect(await countsOf(page)).toMatchObject({
      nouveaux: expected.messages + expected.threads + expected.authors + one,
      modifiés: 0,
      'déjà connus': 0,
      refusés: 0,
    });
    expect(await placeFigures('Vrai forum')).toMatchObject({
      Messages: expected.messages,
      Fils: expected.threads,
      Membres: expected.authors,
    });
  });
});
