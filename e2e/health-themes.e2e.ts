import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { speakingForum } from '../tools/testing/speaking-forum.ts';
import { accessibilityFaults } from './axe.ts';
import type { House } from './house.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, untilState, visit } from './walk.ts';

let house: House;
let page: Page;
let folder: string;
const SOON = { timeout: 30_000 };

stayInHouse(async (stay) => {
  ({ house, page, folder } = stay);
  await enter(page, house);
});

/** The made-up forum as a table, one message a line. */
function asTable(): string {
  const facts = speakingForum({ threads: 100 });
  const titles = new Map(
    facts.flatMap((fact) => (fact.type === 'thread' ? [[fact.externalId, fact.title ?? '']] : [])),
  );
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = facts.flatMap((fact) => {
    if (fact.type !== 'message' || !('at' in fact.when)) return [];
    const { externalId, thread = '', by, when, text } = fact;
    return [[externalId, thread, titles.get(thread) ?? '', by, when.at, text].map(cell).join(',')];
  });
  return ['id,thread,title,author,date,text', ...lines].join('\n');
}

describe('les thèmes et le ton', () => {
  test('un export est lu : ses thèmes ont les mots qu’on y écrit', async () => {
    const path = await fileWith(folder, 'forum.csv', asTable());
    await send(page, house, { path, place: 'Forum' });
    await confirm(page);
    await untilState(page, 'terminé');
    await visit(page, house, '/health/themes?period=all', 'Thèmes');
    await page.getByRole('heading', { name: 'Ce dont on parle' }).waitFor(SOON);
    await page.getByRole('button', { name: /frein/iu }).first().waitFor(SOON);
    await page.getByText(/messages lus, le/u).waitFor(SOON);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('un thème s’ouvre sur ce qui s’est dit, et garde le nom qu’on lui donne', async () => {
    await page
      .getByRole('button', { name: /Batterie/u })
      .first()
      .click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Ce qui s’est dit').waitFor(SOON);
    expect(await drawer.locator('mark').first().innerText()).toMatch(/batterie|chargeur/iu);
    expect(await drawer.innerText()).not.toContain('habitant');
    await drawer.getByRole('button', { name: 'Renommer' }).click();
    await page.getByLabel('En français').fill('Énergie');
    await page.getByRole('dialog', { name: 'Renommer le thème' }).getByRole('button', { name: 'Renommer' }).click();
    await page.getByRole('dialog', { name: 'Énergie' }).waitFor(SOON);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Énergie' }).waitFor(SOON);
  });

  test('le ton dit aussi jusqu’où s’y fier', async () => {
    await visit(page, house, '/health/sentiment?period=all', 'Ton négatif');
    await page.getByText(/Sur 240 textes français annotés à la main/u).waitFor(SOON);
    await page.getByText('Le ton n’est jamais donné pour une personne.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
