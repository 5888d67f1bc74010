import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import type { Commands, Ended } from './commands.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'server', 'src', 'app', 'main.ts');
/** Of the first admin. */
export const PASSWORD = 'pont-levant-orange-7';

interface Under {
  readonly language?: string;
  /** More settings of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** An installation in a folder of its own, commanded as its operator would. */
export class Installation {
  readonly folder: string;
  readonly #commands: Commands;
  readonly #settings: Readonly<Record<string, string>>;

  constructor(folder: string, commands: Commands, settings: Readonly<Record<string, string>> = {}) {
    this.folder = folder;
    this.#commands = commands;
    this.#settings = settings;
  }

  /** A command as a process of its own. */
  start(args: readonly string[], under: Under = {}) {
    return spawn(process.execPath, [MAIN, ...args], { env: this.#environment(under), stdio: 'pipe' });
  }

  /** The same, waited for. */
  async runAlone(args: readonly string[]): Promise<Ended> {
    const child = this.start(args);
    child.stdin.end();
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, said, complained };
  }

  /** A command in the process that does one after the other. */
  run(args: readonly string[], { input = '', ...under }: Under & { readonly input?: string } = {}): Promise<Ended> {
    return this.#commands.run({ args, settings: this.#environment(under), input });
  }

  #environment({ language = 'fr_FR.UTF-8', settings = {} }: Under): Readonly<Record<string, string | undefined>> {
    const { DATABASE_URL: _, ...rest } = process.env;
    const own = { PASSERELLE_DATA: this.folder, LC_ALL: language, PASSERELLE_PORT: '' };
    return { ...rest, ...own, ...this.#settings, ...settings };
  }

  /** What a command prints that must succeed. */
  async must(...args: readonly string[]): Promise<string> {
    const { code, said, complained } = await this.run(args);
    if (code !== 0 || complained !== '')
      throw new Error(`passerelle ${args.join(' ')} ended with ${code}: ${complained}`);
    return said;
  }

  async json<Shape extends z.ZodType>(shape: Shape, ...args: readonly string[]): Promise<z.output<Shape>> {
    return shape.parse(JSON.parse(await this.must(...args, '--json')));
  }

  addFirst(): Promise<Ended> {
    const words = ['--name', 'Aïcha Benali', '--workspace-name', 'Forum des Ponts', '--zone', 'Europe/Paris'];
    return this.run(['user', 'add', 'Aicha.Benali@exemple.fr', ...words], { input: `${PASSWORD}\n` });
  }
}
