import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask } from './asking.ts';
import { accessibilityFaults, overflow } from './axe.ts';
import type { House } from './house.ts';
import { madeForum } from './made-forum.ts';
import { SCREENS, settled, shoot } from './screens.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, SLUG, untilState, visit } from './walk.ts';

let house: House;
let page: Page;
let complaints: string[];

const OBJECTIVE = 'Que le jardin réponde';
const ASKED = 'Répondre à chaque semis dans les deux jours';

stayInHouse(async (stay) => {
  ({ house, page, complaints } = stay);
  await enter(page, house);
  const path = await fileWith(stay.folder, 'jardin.json', madeForum().text);
  await send(page, house, { path, place: 'Forum du jardin' });
  await confirm(page);
  await untilState(page, 'terminé');
  await ask(page, SLUG, 'PUT', '/staff-rules', { domains: [], addresses: [], handles: ['quenotte'] });
  const { items } = await ask<{ items: { id: string }[] }>(page, SLUG, 'GET', '/team');
  const about = { title: OBJECTIVE, reason: 'On nous attend', kind: 'support', horizon: '2900-01-01' };
  const made = await ask<{ id: string }>(page, SLUG, 'POST', '/objectives', { ...about, ownerId: items[0]?.id });
  await ask(page, SLUG, 'POST', `/objectives/${made.id}/start`, { version: 1 });
});

describe('un mandat, du brouillon à ce qui est fait pour lui', () => {
  test('s’écrit au clavier depuis une page qui enseigne', async () => {
    await visit(page, house, '/mandates', 'Mandats');
    await page.getByText('Aucun mandat pour l’instant.').waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Intention, en une phrase').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Il manque quelque chose').waitFor();
    await page.getByLabel('Intention, en une phrase').fill(ASKED);
    await page.getByLabel('Le terrain décide seul').fill('Le ton, et qui répond');
    await page.getByLabel('Effort, en heures').fill('12,5');
    await page.getByLabel('Chiffre').fill('Fils répondus');
    await page
      .getByRole('option', { name: /Fils répondus/u })
      .first()
      .click();
    await page.getByLabel('Ampleur').fill('10');
    await page.getByLabel('Membres de l’équipe').fill('Quen');
    await page.getByRole('option', { name: /Quenotte/u }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: ASKED }).waitFor();
    await page.getByText('en hausse d’au moins 10 points').waitFor();
    expect(await page.getByRole('link', { name: OBJECTIVE }).getAttribute('href')).toMatch(/\/course\/[0-9a-f-]+$/u);
  });

  test('se donne en figeant l’attente, se discute, s’accepte et commence', async () => {
    // Meanwhile somebody else changed the draft: the later one hears of what, and decides.
    await page.getByRole('link', { name: 'Changer' }).click();
    await page.getByLabel('Effort, en heures').waitFor();
    const { items } = await ask<{ items: { id: string }[] }>(page, SLUG, 'GET', '/mandates');
    const theirs = { freedom: 'Le ton', effortHours: 9, fromDay: '2026-01-01', untilDay: '2900-01-01', expects: null };
    type Held = Record<string, { id: string }>;
    const { objective, host } = await ask<Held>(page, SLUG, 'GET', `/mandates/${items[0]?.id ?? ''}`);
    const ids = { objectiveId: objective?.id, hostId: host?.id };
    await ask(page, SLUG, 'PATCH', `/mandates/${items[0]?.id ?? ''}`, {
      ...theirs,
      ...ids,
      intention: ASKED,
      version: 1,
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText(/n’est plus comme quand vous l’avez ouvert.+l’effort/u).waitFor();
    // The refusal itself is told by the browser as an answer of 409.
    complaints.splice(0);
    await page.getByRole('button', { name: 'Enregistrer la mienne' }).click();
    await page.getByRole('button', { name: 'Donner le mandat' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Donner le mandat' }).click();
    await page.getByText(/Empreinte.+[0-9a-f]{64}/u).waitFor();
    await page.getByRole('button', { name: 'Discuter' }).click();
    await page.getByLabel('Pourquoi').fill('Douze heures, c’est peu.');
    await page.getByRole('dialog').getByRole('button', { name: 'Discuter' }).click();
    await page.getByText('Douze heures, c’est peu.').waitFor();
    await page.getByRole('button', { name: 'Répondre' }).click();
    await page.getByRole('link', { name: 'Changer aussi les termes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Répondre à la discussion' }).waitFor();
    await page.getByLabel('Votre réponse').fill('Vingt, alors.');
    await page.getByLabel('Effort, en heures').fill('20');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Vingt, alors.').waitFor();
    await page.getByText('Effort, en heures : 12,5 → 20').waitFor();
    await page.getByRole('button', { name: 'Accepter' }).click();
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.getByRole('button', { name: 'C’est terminé' }).waitFor();
    expect(await page.getByRole('button', { name: 'Accepter' }).count()).toBe(0);
    await shoot(page, 'mandat');
  });

  test('les messages de l’équipe se rangent au clavier, et se reprennent', async () => {
    await visit(page, house, '/actions', 'Actions');
    await page.getByText(/\d+ messages attendent/u).waitFor();
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByLabel('Rattacher à').selectOption({ label: ASKED });
    await page.getByLabel('Minutes par action').fill('15');
    await page.getByRole('checkbox').first().focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 actions rattachées.').waitFor();
    await page.getByText(/^2 avec mandat, 0 pour tenir la maison/u).waitFor();
    // Pressed while the one before is being written, keys are heard, each for the message that then has the focus.
    await page.route('**/actions/sort', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    for (const key of ['o', 'h']) await page.keyboard.press(key);
    await page.getByText('1 action tient la maison.').waitFor();
    await page.getByText(/^2 avec mandat, 1 pour tenir la maison, 1 hors mandat/u).waitFor();
    await page.unroute('**/actions/sort');
    await page.getByRole('button', { name: 'Annuler' }).first().click();
    await page.getByText(/^2 avec mandat, 0 pour tenir la maison/u).waitFor();
    expect(await page.getByText('tient la maison.').count()).toBe(0);
  });

  test('un appel se note à la main, et l’effort se compte', async () => {
    await page.getByRole('button', { name: 'Noter une action' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Quoi').selectOption('call');
    await dialog.getByLabel('Au service de').selectOption({ label: ASKED });
    await dialog.getByLabel('Durée, en minutes').fill('60');
    await dialog.getByLabel('En quelques mots').fill('Avec la serre du Nord');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Action enregistrée.').waitFor();
    await visit(page, house, '/mandates', 'Mandats');
    await page.getByText('1,5 h sur 20 h', { exact: true }).waitFor();
    await page.getByText('3 actions', { exact: true }).waitFor();
    await page.getByRole('link', { name: ASKED }).click();
    await page.getByText('Avec la serre du Nord').waitFor();
    expect(await page.getByText('Réponse', { exact: true }).count()).toBe(2);
  });

  test('sur un téléphone, rien ne déborde et axe ne trouve rien', async () => {
    const opened = new URL(page.url()).pathname.replace(`/${SLUG}`, '');
    await page.setViewportSize(SCREENS[1]);
    for (const path of [opened, '/mandates/new']) {
      await page.goto(`${house.address}/${SLUG}${path}`);
      await settled(page);
      expect({ path, faults: await accessibilityFaults(page) }).toEqual({ path, faults: [] });
      expect(await overflow(page)).toBe(0);
    }
  });
});
