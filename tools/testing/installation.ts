import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';

const MAIN = join(import.meta.dirname, '..', '..', 'server', 'src', 'app', 'main.ts');
/** Of the first admin. */
export const PASSWORD = 'pont-levant-orange-7';

export interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

interface Under {
  readonly language?: string;
  /** More settings of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** An installation in a folder of its own, commanded as its operator would: by real processes. */
export class Installation {
  readonly folder: string;
  readonly #settings: Readonly<Record<string, string>>;

  constructor(folder: string, settings: Readonly<Record<string, string>> = {}) {
    this.folder = folder;
    this.#settings = settings;
  }

  start(args: readonly string[], { language = 'fr_FR.UTF-8', settings = {} }: Under = {}) {
    const { DATABASE_URL: _, ...rest } = process.env;
    const environment = { ...rest, PASSERELLE_DATA: this.folder, LC_ALL: language, PASSERELLE_PORT: '' };
    return spawn(process.execPath, [MAIN, ...args], {
      env: { ...environment, ...this.#settings, ...settings },
      stdio: 'pipe',
    });
  }

  async run(
    args: readonly string[],
    { input = '', ...under }: Under & { readonly input?: string } = {},
  ): Promise<Ended> {
    const child = this.start(args, under);
    child.stdin.end(input);
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, said, complained };
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
