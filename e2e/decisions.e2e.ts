import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, overflow } from './axe.ts';
import type { House } from './house.ts';
import { madeList } from './made-list.ts';
import { openPage, SCREENS } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let house: House;
let page: Page;
let browser: Browser;
let complaints: string[];
let link = '';

stayInHouse(async (stay) => {
  ({ house, page, browser, complaints } = stay);
  await enter(page, house);
  const path = await fileWith(stay.folder, 'liste.mbox', madeList().text);
  await send(page, house, { path, place: 'Liste des ponts' });
  await confirm(page);
  await untilState(page, 'terminé');
  await submitInsight(page);
});

/** What the pages of signals and insights do, by the calls they make: three messages heard, one insight for somebody outside. */
async function submitInsight(from: Page): Promise<void> {
  const call = async <Answer>(method: string, path: string, body?: object): Promise<Answer> =>
    (await from.evaluate(
      async ([verb, address, sent, space]) => {
        const session = (await (await fetch('/api/v1/session')).json()) as { csrf: string };
        const headers = {
          'content-type': 'application/json',
          'x-passerelle-workspace': space,
          'x-passerelle-csrf': session.csrf,
        };
        const answer = await fetch(`/api/v1${address}`, {
          method: verb,
          headers,
          ...(sent === '' ? {} : { body: sent }),
        });
        if (!answer.ok) throw new Error(await answer.text());
        const text = await answer.text();
        return text === '' ? undefined : (JSON.parse(text) as unknown);
      },
      [method, path, body === undefined ? '' : JSON.stringify(body), SLUG] as const,
    )) as Answer;
  const { items } = await call<{ items: { id: string }[] }>('GET', '/threads?limit=3');
  let insight = { id: '', version: 1 };
  for (const [n, { id: threadId }] of items.slice(0, 3).entries()) {
    const signal = await call<{ id: string }>('POST', '/signals', { threadId, kind: 'need', line: `Demande ${n}` });
    const given = { statement: 'Le pont est trop étroit pour deux vélos.', signalId: signal.id, version: 1 };
    if (n === 0) insight = await call('POST', '/insights', given);
    else await call('POST', `/signals/${signal.id}/merge`, { insightId: insight.id, version: 1 });
  }
  const { version } = await call<{ version: number }>('GET', `/insights/${insight.id}`);
  const outside = { name: 'Paul Garnier', email: 'paul@exemple.fr' };
  const asked = {
    version,
    ask: 'Élargir le pont ?',
    options: ['Deux mètres', 'Trois mètres'],
    outside,
    due: '2999-01-01',
  };
  const changed = await call<{ version: number }>('PATCH', `/insights/${insight.id}`, asked);
  await call('POST', `/insights/${insight.id}/submit`, { version: changed.version });
}

/** The decision in a list. */
const line = () => page.getByRole('listitem').filter({ hasText: 'Le pont est trop étroit' });

describe('une décision, de la demande aux membres prévenus', () => {
  test('elle attend dans le registre, et son lien se fait', async () => {
    await visit(page, house, '/decisions', 'Décisions');
    await line().getByText('attend une réponse').waitFor();
    await line().getByRole('link').click();
    await page.getByRole('button', { name: 'Faire un lien' }).click();
    link = await page.locator('[data-link]').innerText();
    expect(link).toContain('/decide/');
  });

  test('quelqu’un du dehors décide sur son téléphone, une seule fois', async () => {
    const outside = await openPage(browser, { screen: SCREENS[1] });
    await outside.page.goto(link);
    await outside.page.getByText('Élargir le pont ?').waitFor();
    expect(await accessibilityFaults(outside.page)).toEqual([]);
    expect(await overflow(outside.page)).toBe(0);
    await outside.page.getByText('Trois mètres').click();
    await outside.page.getByLabel('Pourquoi').fill('Le budget est là.');
    await outside.page.getByRole('button', { name: 'Répondre oui' }).click();
    await outside.page.getByRole('heading', { name: 'Merci, votre réponse est enregistrée' }).waitFor();
    await outside.page.goto(link);
    await outside.page.getByText('Ce lien a déjà servi').waitFor();
    await outside.page.context().close();
    complaints.splice(0);
  });

  test('les membres qui ont demandé sont prévenus, et la boucle se ferme', async () => {
    await visit(page, house, '/loop', 'Retour aux membres');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Prévenir', exact: true }).click();
    const text = page.getByLabel('En français');
    await text.waitFor();
    expect(await text.inputValue()).toContain('nous le ferons (Trois mètres). Le budget est là.');
    expect(await accessibilityFaults(page)).toEqual([]);
    for (let left = await page.getByRole('button', { name: 'Marquer comme prévenu' }).count(); left > 0; left -= 1) {
      await page.getByRole('button', { name: 'Marquer comme prévenu' }).first().click();
      await expect.poll(() => page.getByRole('button', { name: 'Marquer comme prévenu' }).count()).toBe(left - 1);
    }
    await page.getByText('tous prévenus').waitFor();
    await visit(page, house, '/decisions', 'Décisions');
    await line().getByText('membres prévenus').waitFor();
  });
});
