import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const TOOLS = join(import.meta.dirname, '..');

/** Stands for npm: notes that it was called, then places what the lock file names, a slow disk's time later. */
const NPM = `
const { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync, existsSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
if (existsSync('npm-is-broken')) { console.error('npm error EFAKE'); process.exit(1); }
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/vite/bin', { recursive: true });
const vite = "const fs = require('node:fs'); fs.appendFileSync('vite-calls', 'x'); fs.mkdirSync('web/dist', { recursive: true });";
writeFileSync('node_modules/vite/bin/vite.js', vite);
const shipped = 'node_modules/node-' + process.platform + '-' + process.arch + '/bin';
mkdirSync(shipped, { recursive: true });
symlinkSync(process.execPath, shipped + '/node');
setTimeout(() => cpSync('package-lock.json', 'node_modules/.package-lock.json'), Number(process.env.SLOW ?? 0));
`;

let root = '';

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function lockFile(version: string): void {
  const packages = {
    '': {},
    'node_modules/pg': { version, integrity: `sha512-${version}` },
    'node_modules/pg-elsewhere': { version, optional: true },
  };
  write('package-lock.json', JSON.stringify({ packages }));
}

function calls(program: 'npm' | 'vite'): number {
  const path = join(root, `${program}-calls`);
  if (!existsSync(path)) return 0;
  return program === 'npm' ? readFileSync(path, 'utf8').trim().split('\n').length : readFileSync(path, 'utf8').length;
}

function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LC_ALL: '',
    LC_MESSAGES: '',
    LANG: 'fr_FR.UTF-8',
    npm_execpath: join(root, 'npm-cli.js'),
    ...more,
  };
}

function prepare(...args: readonly string[]): { readonly code: number | null; readonly said: string } {
  const command = [join(root, 'tools', 'setup.mjs'), ...args];
  const { status, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    cwd: tmpdir(),
    env: environment(),
  });
  return { code: status, said: stderr };
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'passerelle à préparer '));
  mkdirSync(join(root, 'web', 'src'), { recursive: true });
  cpSync(join(TOOLS, 'setup.mjs'), join(root, 'tools', 'setup.mjs'));
  cpSync(join(TOOLS, 'setup'), join(root, 'tools', 'setup'), { recursive: true });
  write('npm-cli.js', NPM);
  write('web/src/main.tsx', 'first');
  lockFile('1.0.0');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a checkout prepares itself', () => {
  test('installs and builds once, in a line each, then has nothing to do or say', () => {
    const first = prepare();
    expect(first.code).toBe(0);
    expect(first.said).toMatch(/^Installation des dépendances… [\d.]+ s\nConstruction des pages… [\d.]+ s\n$/);
    expect(prepare()).toEqual({ code: 0, said: '' });
    expect([calls('npm'), calls('vite')]).toEqual([1, 1]);
  });

  test('installs again when the lock file changed, and builds again when a page did', () => {
    prepare();
    lockFile('2.0.0');
    prepare();
    write('web/src/main.tsx', 'second');
    prepare();
    expect([calls('npm'), calls('vite')]).toEqual([2, 3]);
  });

  test('makes the Node that npm brought the one of the npm scripts', () => {
    prepare();
    const command = join(root, 'node_modules', '.bin', 'node');
    expect(spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout.trim()).toBe(process.version);
  });

  test('puts aside a Node that does not start here', () => {
    prepare();
    const command = join(root, 'node_modules', '.bin', 'node');
    rmSync(command);
    write('node_modules/.bin/node', 'built for another machine');
    expect(prepare()).toEqual({ code: 0, said: '' });
    expect(spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout.trim()).toBe(process.version);
  });

  test('builds no pages where none are asked for', () => {
    prepare('--no-web');
    expect([calls('npm'), calls('vite')]).toEqual([1, 0]);
  });

  test('shows what npm said, and ends with an error, only when it failed', () => {
    write('npm-is-broken', '');
    const { code, said } = prepare();
    expect(code).toBe(1);
    expect(said).toContain('npm error EFAKE');
    expect(said).toContain('L’installation n’a pas abouti');
    rmSync(join(root, 'npm-is-broken'));
    expect(prepare().code).toBe(0);
  });

  test('repairs what an interrupted installation left', async () => {
    const command = [join(root, 'tools', 'setup.mjs')];
    const child = spawn(process.execPath, command, { env: environment({ SLOW: '60000' }), stdio: 'ignore' });
    while (calls('npm') === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(130);
    expect(prepare().code).toBe(0);
    expect(calls('npm')).toBe(2);
  });

  test('lets two that begin together take turns', async () => {
    const command = [join(root, 'tools', 'setup.mjs')];
    const together = [0, 1].map(() => {
      const child = spawn(process.execPath, command, { env: environment({ SLOW: '300' }), stdio: 'ignore' });
      return new Promise((resolve) => child.once('close', resolve));
    });
    expect(await Promise.all(together)).toEqual([0, 0]);
    expect([calls('npm'), calls('vite')]).toEqual([1, 1]);
  });
});
