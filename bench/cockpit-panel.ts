import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../tools/browser.ts';
import { buildWeb, isWebBuilt } from '../tools/setup/web.mjs';
import type { Server } from './ingest-base.ts';
import { middle } from './report.ts';

const MAIN = join(import.meta.dirname, '..', 'server', 'src', 'app', 'main.ts');
const EMAIL = 'claire.vasseur@exemple.fr';
const PASSWORD = 'un pont sur la Loire';
/** Runs in each page from its first moment: writes down when the last of the eight tiles was drawn that was waited for. */
const WATCH = `let wasBusy = true;
requestAnimationFrame(function look() {
  requestAnimationFrame(look);
  const tiles = document.querySelectorAll('main section h2 a[href*="/health/"]').length;
  const isBusy = tiles < 8 || document.querySelector('main [aria-busy="true"]') !== null;
  if (wasBusy && !isBusy) document.documentElement.dataset.lastTile = String(performance.now());
  wasBusy = isBusy;
});
let asked = 0;
const ask = fetch;
const tell = (more) => { asked += more; document.documentElement.dataset.asked = String(asked); };
window.fetch = (...of) => (tell(1), ask(...of).finally(() => tell(-1)));`;
/** What comes after the tiles is asked for by then. */
const ASKED_WITHIN = 200;
/** Whoever signs in first waits for the copy of ten million to be made. */
const PATIENCE = 180_000;
/** Each asked once, so that nothing is answered from what was kept: by kind, by language, by both. */
const CUTS = [
  'kind=question&language=fr',
  'kind=other&language=fr',
  'kind=question&language=en',
  'kind=other&language=en',
  'kind=question',
  'language=fr',
  'language=en',
] as const;

/** Until the last tile of the health panel is drawn, in milliseconds; of cuts, the middle of several. */
export interface PanelTimes {
  /** From the address, nothing cut. */
  readonly whole: number;
  /** From the address of a cut. */
  readonly sliced: number;
  /** From choosing a cut in the page that is open. */
  readonly chosen: number;
}

/**
 * The house as people run it on a base of the benchmark, and a browser on the same machine: how long the health panel takes
 * until its last tile is drawn. The pages are in the browser's store, as on any visit but the first.
 */
export async function panelInBrowser(server: Server, name: string, folder: string): Promise<PanelTimes> {
  if (!isWebBuilt() && !(await buildWeb(process.execPath))) throw new Error('the pages do not build');
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: server.addressOf(name),
    PASSERELLE_DATA: join(folder, 'served'),
    PASSERELLE_PORT: String(port),
    PASSERELLE_LOG: 'warn',
    LANG: 'fr_FR.UTF-8',
  };
  await letIn(server, name, env);
  const house = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await launchBrowser();
  try {
    const address = `http://127.0.0.1:${String(port)}`;
    await says(house, address);
    const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
    await page.addInitScript(WATCH);
    await page.goto(address);
    await page.getByLabel('Adresse e-mail').fill(EMAIL);
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Santé' }).first().waitFor();
    return await timesOf(page, `${address}/banc/health`);
  } finally {
    await browser.close();
    house.kill('SIGTERM');
    await once(house, 'exit');
  }
}

async function timesOf(page: Page, health: string): Promise<PanelTimes> {
  // The first visit makes the copy of the facts.
  await visit(page, health);
  const whole = await visit(page, health);
  const sliced: number[] = [];
  for (const cut of CUTS) sliced.push(await visit(page, `${health}?${cut}`));
  await visit(page, health);
  const chosen: number[] = [];
  for (const cut of CUTS) chosen.push(await choose(page, `${health}?${cut}&compare=year`));
  return { whole, sliced: middle(sliced), chosen: middle(chosen) };
}

/** Until nothing asked before is waited for, what comes after the tiles included: people do not leave within a moment. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(ASKED_WITHIN);
  await page.locator('html[data-asked="0"]').waitFor({ state: 'attached', timeout: PATIENCE });
}

/** Reckoned by the page itself, from the moment the address was asked for. */
async function visit(page: Page, address: string): Promise<number> {
  await rest(page);
  await page.goto(address, { waitUntil: 'commit' });
  return await lastTile(page);
}

/** What the filters do: the address changes, the page stays. */
async function choose(page: Page, address: string): Promise<number> {
  await rest(page);
  const began = await page.evaluate<number>(
    `delete document.documentElement.dataset.lastTile; history.pushState({}, '', ${JSON.stringify(address)}); performance.now()`,
  );
  return (await lastTile(page)) - began;
}

async function lastTile(page: Page): Promise<number> {
  return Number(await page.locator('html[data-last-tile]').getAttribute('data-last-tile', { timeout: PATIENCE }));
}

/** Somebody who signs in, and who works in the workspace of the benchmark. */
async function letIn(server: Server, name: string, env: NodeJS.ProcessEnv): Promise<void> {
  const names = ['--name', 'Claire Vasseur', '--workspace-name', 'Accueil'];
  const added = promisify(execFile)(process.execPath, [MAIN, 'user', 'add', EMAIL, ...names], { env });
  added.child.stdin?.end(`${PASSWORD}\n`);
  await added;
  const client = await server.connect(name);
  try {
    await client.query('update colleague set workspace_id = $1', [server.workspaceId]);
    await client.query('update seat set space_id = $1', [server.workspaceId]);
    await client.query('update person set last_space_id = $1', [server.workspaceId]);
  } finally {
    await client.end();
  }
}

/** Until the house has said where it is. */
async function says({ stdout }: ChildProcess, address: string): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(address)) resolve();
    });
    stdout?.once('end', () => reject(new Error(`ended after saying: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
