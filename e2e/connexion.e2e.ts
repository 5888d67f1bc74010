import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OidcCode } from '#workspace/oidc/wire.ts';
import { launchBrowser } from '../tools/browser.ts';
import { buildWeb, isWebBuilt } from '../tools/setup/web.mjs';
import { accessibilityFaults } from './axe.ts';
import { openPage } from './screens.ts';
import { serveBuilt } from './serve-built.ts';
import type { Served } from './serve-built.ts';
import { SESSION, STRANGER } from './session.ts';

/** The page of threads is a part of its own; the router loads the whole once more before it gives up. */
const PART = '**/assets/threads-page-*.js';
const OIDC = { name: 'Annuaire Bordelune' };
let browser: Browser;
let served: Served;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  if (!isWebBuilt() && !(await buildWeb(process.execPath))) throw new Error('the pages do not build');
  browser = await launchBrowser();
  served = await serveBuilt({ '/session': { ...STRANGER, oidc: OIDC }, '/me': {} });
  ({ page, complaints } = await openPage(browser));
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const WORDS = {
  'sign-in/oidc_unverified': /n’a pas vérifié cette adresse/u,
  'sign-in/oidc_unknown': /Personne ne vous a encore invité/u,
  'sign-in/oidc_failed': /n’a pas abouti/u,
  'sign-in/oidc_expired': /a pris trop de temps/u,
  'team/other_email': /une autre adresse/u,
} as const satisfies Readonly<Record<OidcCode, RegExp>>;

test.each(Object.entries(WORDS))('revenu du service de connexion avec %s, on lit pourquoi', async (problem, words) => {
  await page.goto(`${served.address}/sign-in?problem=${encodeURIComponent(problem)}`);
  expect(await page.getByRole('alert').innerText()).toMatch(words);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('on part vers le service de connexion en disant où revenir', async () => {
  await page.goto(`${served.address}/sign-in?return=%2Ftarente%2Fmembers`);
  const link = page.getByRole('link', { name: OIDC.name });
  expect(await link.getAttribute('href')).toBe('/api/v1/oidc/start?return=%2Ftarente%2Fmembers');
  expect(complaints).toEqual([]);
});

test('une page ouverte avant une mise à jour dit qu’il faut la recharger', async () => {
  const inside = await openPage(browser);
  await inside.page.route('**/api/v1/session', (route) => route.fulfill({ json: SESSION }));
  await inside.page.goto(`${served.address}/tarente/members`);
  await inside.page.getByRole('heading', { level: 1 }).waitFor();
  await inside.page.route(PART, (route) => route.fulfill({ status: 404 }));
  await inside.page.getByRole('link', { name: 'Fils' }).click();
  await inside.page.getByRole('heading', { level: 1, name: 'Cette page est à recharger' }).waitFor();
  expect(await accessibilityFaults(inside.page)).toEqual([]);
  await inside.page.unroute(PART);
  await inside.page.getByRole('button', { name: 'Recharger la page' }).click();
  await inside.page.getByRole('heading', { level: 1, name: 'Fils' }).waitFor();
  await inside.page.close();
});

test('une preuve périmée par un autre onglet est redemandée, et l’acte part une seconde fois', async () => {
  const proofs: (string | undefined)[] = [];
  const inside = await openPage(browser);
  let csrf = 'ancienne';
  await inside.page.route('**/api/v1/session', (route) => route.fulfill({ json: { ...SESSION, csrf } }));
  await inside.page.route('**/api/v1/sign-out', async (route) => {
    proofs.push(route.request().headers()['x-passerelle-csrf']);
    if (proofs.length > 1) return route.fulfill({ status: 204 });
    csrf = 'fraiche-1';
    return route.fulfill({ status: 403, json: { code: 'http/bad_csrf', detail: 'Rechargez la page.' } });
  });
  await inside.page.goto(`${served.address}/tarente/members`);
  await inside.page.getByRole('button', { name: /Inès Caradec/u }).click();
  await inside.page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await expect.poll(() => proofs).toEqual(['ancienne', 'fraiche-1']);
  await inside.page.close();
});
