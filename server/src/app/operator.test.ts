import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { freshDatabase } from '../../../tools/testing/database.ts';
import type { FreshDatabase } from '../../../tools/testing/database.ts';
import { Commands } from '../../../tools/testing/commands.ts';
import { Installation, PASSWORD } from '../../../tools/testing/installation.ts';

/** Some commands are processes of their own. */
const PATIENCE = 240_000;
const NEW_PASSWORD = 'une passerelle en bois clair';

const commands = new Commands();
let folder = '';
let home: Installation;
let base: FreshDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-exploitant-'));
  base = await freshDatabase();
  home = new Installation(join(folder, 'maison'), commands, { DATABASE_URL: base.url });
  const { code, complained } = await home.addFirst();
  if (code !== 0) throw new Error(`no first admin: ${complained}`);
}, PATIENCE);
afterAll(async () => {
  await commands[Symbol.asyncDispose]();
  await base.close();
  await rm(folder, { recursive: true, force: true });
});

const Setting = z.object({ name: z.string(), value: z.string().optional(), from: z.string(), isSecret: z.boolean() });

test('config tells machines what is in force and from where, and no secret', async () => {
  const file = join(folder, 'jeton');
  await writeFile(file, 'un jeton de seize signes au moins\n');
  const settings = { PASSERELLE_URL: 'https://ponts.exemple.fr', PASSERELLE_METRICS_TOKEN_FILE: file };
  const { code, said } = await home.run(['config', '--json'], { settings });
  expect(code).toBe(0);
  const told = z.object({ settings: z.array(Setting) }).parse(JSON.parse(said)).settings;
  const named = (name: string) => told.find((one) => one.name === name);
  expect(named('PASSERELLE_URL')).toMatchObject({ value: 'https://ponts.exemple.fr', from: 'environment' });
  expect(named('PASSERELLE_TRUSTED_PROXIES')).toMatchObject({ value: '0', from: 'default' });
  expect(named('PASSERELLE_METRICS_TOKEN')).toMatchObject({ value: '•••', from: 'file', isSecret: true });
  expect(named('PASSERELLE_OIDC_ISSUER')).toEqual({ name: 'PASSERELLE_OIDC_ISSUER', from: 'nowhere', isSecret: false });
  expect(said).not.toContain('seize signes');
  const wrong = await home.run(['config'], { settings: { PASSERELLE_PORT: 'quatre mille' } });
  expect(wrong.code).toBe(1);
  expect(wrong.complained).toContain('PASSERELLE_PORT');
});

/** Starts the server and signs in with each password, as a browser would. */
async function signIn(
  passwords: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<readonly number[]> {
  const server = home.start(['serve'], { settings: { PASSERELLE_PORT: '', LANG: 'fr_FR.UTF-8' } });
  const ended = once(server, 'exit');
  try {
    for await (const line of createInterface(server.stdout)) {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address === undefined) continue;
      const told = { 'content-type': 'application/json', origin: address, ...headers };
      const statuses: number[] = [];
      for (const password of passwords) {
        const body = JSON.stringify({ email: 'aicha.benali@exemple.fr', password });
        statuses.push((await fetch(`${address}/api/v1/sign-in`, { method: 'POST', body, headers: told })).status);
      }
      return statuses;
    }
    throw new Error('the server ended before it told its address');
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

test('a lost password is given anew, and the old one is worth nothing', { timeout: PATIENCE }, async () => {
  const stranger = await home.run(['user', 'password', 'personne@exemple.fr'], { input: `${NEW_PASSWORD}\n` });
  expect(stranger).toMatchObject({ code: 1, said: '' });
  const short = await home.run(['user', 'password', 'aicha.benali@exemple.fr'], { input: 'court\n' });
  expect(short.complained).toContain('trop court');
  const given = await home.run(['user', 'password', 'Aicha.Benali@exemple.fr'], { input: `${NEW_PASSWORD}\n` });
  expect(given).toMatchObject({ code: 0, complained: '' });
  expect(given.said).not.toContain(NEW_PASSWORD);
  expect(await signIn([PASSWORD, NEW_PASSWORD])).toEqual([422, 200]);
});

test(
  'the doctor asks how many proxies stand in front, once one is to be expected or was seen',
  { timeout: PATIENCE },
  async () => {
    expect((await home.must('doctor')).toLowerCase()).not.toContain('prox');
    const behind = { PASSERELLE_URL: 'https://ponts.exemple.fr' };
    const expected = await home.run(['doctor'], { settings: behind });
    expect(expected.code).toBe(3);
    expect(expected.said).toContain('PASSERELLE_TRUSTED_PROXIES=1');
    const declared = await home.run(['doctor'], { settings: { ...behind, PASSERELLE_TRUSTED_PROXIES: '1' } });
    expect(declared).toMatchObject({ code: 0 });
    await signIn([NEW_PASSWORD], { 'x-forwarded-for': '203.0.113.7' });
    const seen = await home.run(['doctor']);
    expect(seen.code).toBe(3);
    expect(seen.said).toContain('aucun n’est déclaré');
  },
);

test('the demonstration that is cut says so, and is taken away whole', { timeout: PATIENCE }, async () => {
  expect((await home.run(['demo', '--remove'])).complained).toContain('pas de démonstration');
  const building = home.start(['demo']);
  const said: string[] = [];
  const ended = once(building, 'exit');
  for await (const line of createInterface(building.stdout)) {
    said.push(line);
    if (said.length === 1) building.kill('SIGINT');
  }
  const [code] = await ended;
  expect(code).toBe(130);
  expect(said.join('\n')).toContain('Arrêté');
  expect(await home.must('demo', '--remove')).toContain('est enlevée');
  expect((await home.run(['demo', '--remove'])).complained).toContain('pas de démonstration');
});
