import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface MigrationsFolder extends Disposable {
  readonly path: string;
  write(name: string, text: string): void;
}

/** A folder of migrations for one test, from file names to their SQL. */
export function aMigrationsFolder(files: Readonly<Record<string, string>>): MigrationsFolder {
  const path = mkdtempSync(join(tmpdir(), 'migrations-'));
  const write = (name: string, text: string) => writeFileSync(join(path, name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { path, write, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
