import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, overflow } from './axe.ts';
import type { House } from './house.ts';
import { SCREENS, shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let house: House;
let page: Page;
let folder: string;

const DAY = 86_400_000;
const LAST = Date.UTC(2024, 5, 30, 12);
const TITLE = 'Liens réciproques';

/** Two circles in which everybody answers everybody, Aline writing in both; then Zoé, to whom nobody answers. */
const RIVER = ['Aline', 'Bruno', 'Chloé', 'Denis', 'Emma', 'Farid'];
const HILL = ['Gaëlle', 'Hugo', 'Inès', 'Jules', 'Katia'];

/** Writes letters, one a minute unless told when; each answers its number. */
function writer(list: string, from: number) {
  const letters: string[] = [];
  const write = (who: string, about?: number, at = from + letters.length * 60_000): number => {
    const number = letters.length + 1;
    const date = new Date(at).toUTCString().replace('GMT', '+0000');
    const answers =
      about === undefined ? '' : `In-Reply-To: <n${about}@${list}.example>\nReferences: <n${about}@${list}.example>\n`;
    const name = who
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9]/giu, '')
      .toLowerCase();
    const address = `${name}@${list}.example`;
    letters.push(
      `From ${address} Sun Jun 30 12:00:00 2024\nFrom: ${who} <${address}>\nDate: ${date}\nSubject: ${about === undefined ? '' : 'Re: '}Lettre ${about ?? number}\n` +
        `Message-ID: <n${number}@${list}.example>\n${answers}Content-Type: text/plain; charset=utf-8\n\nUn mot de la rive.\n\n`,
    );
    return number;
  };
  return { letters, write };
}

function madeLetters(): string {
  const { letters, write } = writer('rive', LAST);
  for (const who of [...RIVER, ...HILL]) write(who, undefined, LAST - 300 * DAY);
  for (const circle of [RIVER, HILL]) {
    for (const [at, who] of circle.entries()) {
      const opened = write(who, undefined, LAST - (60 - at) * DAY);
      for (const other of circle) if (other !== who) write(other, opened, LAST - (59 - at) * DAY);
    }
  }
  write('Aline', write('Gaëlle', undefined, LAST - 21 * DAY), LAST - 20 * DAY);
  write('Zoé', undefined, LAST - 5 * DAY);
  write('Bruno', undefined, LAST);
  return letters.join('');
}

/** Long before: more persons, groups and newcomers than a drawing holds. In two circles everybody answers one person most. */
const CIRCLE = 310;
const PAIRS = 70;
const ALONE = 130;

function crowdedLetters(): string {
  const { letters, write } = writer('foule', Date.UTC(2022, 5, 1));
  for (const hub of ['Hélène', 'Hector']) {
    const [opened, ...others] = [write(hub), write(hub), write(hub)];
    const first = Array.from({ length: CIRCLE }, (_, n) => write(`Voisin ${hub} ${String(n)}`, opened));
    for (let n = 0; n < CIRCLE; n += 1) {
      const known = [n * 13 + 7, n * 29 + 11, n * 53 + 17].map((other) => first[other % CIRCLE]);
      for (const about of [...others, ...known]) write(`Voisin ${hub} ${String(n)}`, about);
    }
  }
  for (let n = 0; n < PAIRS; n += 1) write(`Invité ${String(n)}`, write(`Hôte ${String(n)}`));
  for (let n = 0; n < ALONE; n += 1) write(`Passant ${String(n)}`);
  return letters.join('');
}

stayInHouse(async (stay) => {
  ({ house, page, folder } = stay);
  await enter(page, house);
  const path = await fileWith(folder, 'lettres.mbox', madeLetters());
  await send(page, house, { path, place: 'Lettres de la rive' });
  await confirm(page);
  await untilState(page, 'terminé');
});

const groups = () => page.getByRole('list', { name: 'Qui répond à qui, par groupes' });
const persons = () => page.getByRole('list', { name: 'Personnes' });
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const member = () => new URL(page.url()).searchParams.get('member');

async function open(): Promise<void> {
  await visit(page, house, '/health/reply_graph', TITLE);
  await groups().waitFor();
}

describe('le graphe des réponses', () => {
  test('dit les groupes, le pont et qui est resté isolé, et pourquoi cela compte', async () => {
    await open();
    const main = (await page.locator('main').innerText()).replaceAll(/\s+/gu, ' ');
    expect(main).toContain('11 personnes sur 12 ont un lien de réponse. Elles forment 2 groupes, nettement séparés');
    expect(main).toContain('Un pont relie des personnes qui, sans lui, seraient loin les unes des autres');
    expect(main).toContain('Un nouveau sur 1 n’a aucun lien.');
    expect(main).toContain('une réponse suffit à lui en donner un');
    const bridges = page.getByRole('table', { name: 'Ponts' }).getByRole('row');
    expect(await bridges.nth(1).innerText()).toMatch(/Aline[\s\S]*%[\s\S]*2/u);
    expect(await page.getByRole('table', { name: 'Nouveaux membres isolés' }).innerText()).toMatch(
      /Zoé\s+25 juin 2024\s+1/u,
    );
    await shoot(page, 'liens-groupes');
  });

  test('se parcourt au clavier : un groupe, un membre, puis retour', async () => {
    await open();
    await groups().getByRole('button').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('Groupe 2 · 5 personnes');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Groupe 2' }).waitFor();
    await persons().waitFor();
    expect(await focused()).toContain('4 liens dans le groupe');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Voir sa fiche' }).waitFor();
    expect(member()).toMatch(/^[0-9a-f-]{36}$/u);
    await persons().waitFor();
    expect(await persons().innerText()).toMatch(/a reçu une réponse de sa part · lui a répondu une fois/u);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Groupe 2' }).waitFor();
    await page.keyboard.press('Escape');
    await groups().waitFor();
    expect(member()).toBeNull();
    expect(await focused()).toContain('Groupe 2');
  });

  test('garde le membre dans l’adresse, et le même réseau se demande par l’API', async () => {
    await open();
    await page.getByRole('button', { name: 'Aline', exact: true }).click();
    await page.getByRole('link', { name: 'Voir sa fiche' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Aline' }).waitFor();
    const answer = await page.request.get(
      `${house.address}/api/v1/figures/reply_graph/around?member=${member() ?? ''}`,
      { headers: { 'x-passerelle-workspace': SLUG } },
    );
    expect(await answer.json()).toMatchObject({ state: 'member', who: { name: 'Aline' }, all: 6 });
  });

  test.each(SCREENS)('axe ne trouve rien et rien ne déborde, $name', async (screen) => {
    await page.setViewportSize(screen);
    await open();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await groups().getByRole('button').first().click();
    await persons().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await shoot(page, `liens-${screen.name}`);
  });
});

describe('dans une foule', () => {
  const circles = () =>
    page.getByRole('img', { name: /la liste à côté dit la même chose/u }).locator('circle:not(.stroke-ink)');
  const words = async (): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/gu, ' ');

  test('la page dessine ce qui se lit, dit combien il y en a, et rien ne grandit avec la foule', async () => {
    const path = await fileWith(folder, 'foule.mbox', crowdedLetters());
    await send(page, house, { path, place: 'La foule' });
    await confirm(page);
    await untilState(page, 'terminé');
    await visit(page, house, '/health/reply_graph?period=2022-06-01..2022-06-30', TITLE);
    await groups().waitFor();
    await circles().nth(59).waitFor();
    expect([await circles().count(), await groups().getByRole('listitem').count()]).toEqual([60, 60]);
    expect(await words()).toMatch(/\d+ autres groupes, plus petits, ne sont pas dessinés/u);
    expect(await words()).toContain('Les 100 derniers arrivés sont montrés.');
    const isolated = page.getByRole('table', { name: 'Nouveaux membres isolés' }).getByRole('row');
    expect(await isolated.count()).toBe(101);

    await groups().getByRole('button').first().click();
    await circles().nth(299).waitFor();
    expect([await circles().count(), await persons().getByRole('listitem').count()]).toEqual([300, 300]);
    expect(await words()).toMatch(
      /Les 300 qui ont le plus de liens dans le groupe sont dessinées.*les 900 liens les plus forts sur 1 \d{3} sont tracés/u,
    );
    // Hundreds of ties are a handful of paths: pointing at somebody does not draw them all anew.
    expect(await page.locator('svg[role=img] line').count()).toBe(0);
    expect(await page.locator('svg[role=img] > g path').count()).toBeLessThanOrEqual(5);

    await persons().getByRole('button').first().click();
    await page.getByText(`${String(CIRCLE)} liens, dont les 150 plus forts sont montrés`).waitFor();
    expect([await circles().count(), await persons().getByRole('listitem').count()]).toEqual([151, 150]);
  });
});
