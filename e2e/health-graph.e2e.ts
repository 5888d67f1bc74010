import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, overflow } from './axe.ts';
import type { House } from './house.ts';
import { SCREENS, shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let house: House;
let page: Page;

const DAY = 86_400_000;
const LAST = Date.UTC(2024, 5, 30, 12);
const TITLE = 'Liens réciproques';

/** Two circles in which everybody answers everybody, Aline writing in both; then Zoé, to whom nobody answers. */
const RIVER = ['Aline', 'Bruno', 'Chloé', 'Denis', 'Emma', 'Farid'];
const HILL = ['Gaëlle', 'Hugo', 'Inès', 'Jules', 'Katia'];

function madeLetters(): string {
  const letters: string[] = [];
  let number = 0;
  const write = (who: string, at: number, about?: number): number => {
    number += 1;
    const date = new Date(at).toUTCString().replace('GMT', '+0000');
    const answers =
      about === undefined ? '' : `In-Reply-To: <n${about}@rive.example>\nReferences: <n${about}@rive.example>\n`;
    const address = `${who.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()}@rive.example`;
    letters.push(
      `From ${address} Sun Jun 30 12:00:00 2024\nFrom: ${who} <${address}>\nDate: ${date}\nSubject: ${about === undefined ? '' : 'Re: '}Lettre ${about ?? number}\n` +
        `Message-ID: <n${number}@rive.example>\n${answers}Content-Type: text/plain; charset=utf-8\n\nUn mot de la rive.\n\n`,
    );
    return number;
  };
  for (const who of [...RIVER, ...HILL]) write(who, LAST - 300 * DAY);
  for (const circle of [RIVER, HILL]) {
    for (const [at, who] of circle.entries()) {
      const opened = write(who, LAST - (60 - at) * DAY);
      for (const other of circle) if (other !== who) write(other, LAST - (59 - at) * DAY, opened);
    }
  }
  write('Aline', LAST - 20 * DAY, write('Gaëlle', LAST - 21 * DAY));
  write('Zoé', LAST - 5 * DAY);
  write('Bruno', LAST);
  return letters.join('');
}

stayInHouse(async (stay) => {
  ({ house, page } = stay);
  const { folder } = stay;
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
