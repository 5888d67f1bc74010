import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { RunView } from '#community/imports/wire.ts';
import type { House } from './house.ts';

/** The workspace that `enter` opens. */
export const SLUG = 'atelier-bordelune';
export const ADMIN = {
  name: 'Claire Vasseur',
  email: 'claire@exemple.fr',
  password: 'un pont sur la rivière',
} as const;

/** What a long read may take on a small machine, in milliseconds. */
const LONG = 90_000;

/** From the one-time link to the three doors. */
export async function enter(page: Page, { firstAdminLink }: House): Promise<void> {
  await page.goto(firstAdminLink);
  await page.getByLabel('Nom de l’espace').fill('Atelier Bordelune');
  await page.getByLabel('Votre nom').fill(ADMIN.name);
  await page.getByLabel('Adresse e-mail').fill(ADMIN.email);
  await page.getByLabel('Mot de passe').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Ouvrir l’espace' }).click();
  await page.waitForURL(`**/${SLUG}/start`);
}

/** A page of the workspace by its address, until its title is there. */
export async function visit(page: Page, house: House, path: string, title: string | RegExp): Promise<void> {
  await page.goto(`${house.address}/${SLUG}${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Writes a file to send. */
export async function fileWith(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

export interface Sending {
  readonly path: string;
  readonly place: string;
  readonly by?: 'choice' | 'drop';
  /** The place is there already. */
  readonly again?: boolean;
}

/** Sends a file to a place, up to the page that asks what it is. */
export async function send(
  page: Page,
  house: House,
  { path, place, by = 'choice', again = false }: Sending,
): Promise<void> {
  await visit(page, house, '/imports', 'Imports');
  if (by === 'drop') await drop(page, path);
  else await page.getByLabel('Fichier', { exact: true }).setInputFiles(path);
  await page.getByText('Choisi :').waitFor();
  if (again) await page.getByLabel('Lieu', { exact: true }).selectOption({ label: place });
  else await page.getByLabel('Nom du lieu').fill(place);
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
  await page.waitForURL('**/imports/*');
}

/** Confirms what the file was taken for. */
export async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lire cet export' }).click();
}

/** Waits for a state of the import, told by its chip. */
export async function untilState(page: Page, state: string, timeout = LONG): Promise<void> {
  await page.getByText(state).first().waitFor({ timeout });
}

/** The import shown by the page as soon as some of it was read: asked of the server, for the page looks rarely. */
export async function readSome(page: Page): Promise<RunView> {
  const { origin, pathname } = new URL(page.url());
  const address = `${origin}/api/v1/imports/${pathname.split('/').at(-1) ?? ''}`;
  for (;;) {
    const answer = await page.request.get(address, { headers: { 'x-passerelle-workspace': SLUG } });
    const run = (await answer.json()) as RunView;
    if (run.counts.read > 0 || run.finishedAt !== null) return run;
  }
}

/** The figures of a list of terms, once they are told: how many rows were added, how many messages a place holds. */
export async function countsOf(within: Page | Locator): Promise<Readonly<Record<string, number>>> {
  await within.locator('dl dd', { hasText: /^…$/u }).first().waitFor({ state: 'detached' });
  const pairs = await within
    .locator('dl > div')
    .evaluateAll((found) =>
      found.map((pair) => [pair.querySelector('dt')?.textContent ?? '', pair.querySelector('dd')?.textContent ?? '']),
    );
  return Object.fromEntries(
    pairs.flatMap(([term = '', figure = '']) => {
      const digits = figure.replaceAll(/[\s\u00A0\u202F]/gu, '');
      return /^\d+$/u.test(digits) ? [[term, Number(digits)]] : [];
    }),
  );
}

/** A file let go over the field, as from a desktop: the browser itself carries it, no event is made up. */
async function drop(page: Page, path: string): Promise<void> {
  const box = await page.getByLabel('Fichier', { exact: true }).boundingBox();
  if (box === null) throw new Error('there is nowhere to drop a file');
  const devtools = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  await devtools.detach();
}
