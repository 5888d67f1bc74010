import type { Locked } from './manifest.ts';
import { lockOf, manifestOf } from './manifest.ts';
import type { Check, Tree } from './tree.ts';

const MOST_DIRECT = 40;
const MOST_IN_ALL = 250;
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

function fits(wanted: string | readonly string[] | undefined, here: string): boolean {
  return wanted === undefined || [wanted].flat().includes(here);
}

/** The C library of this machine, as npm names it; undefined where the question does not arise. */
function libcHere(): 'glibc' | 'musl' | undefined {
  if (process.platform !== 'linux') return undefined;
  const { header } = process.report.getReport() as { readonly header: { readonly glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}

const LIBC = libcHere();

/** Whether npm would install it here. */
function isForHere(locked: Locked): boolean {
  const libcFits = LIBC === undefined || fits(locked.libc, LIBC);
  return libcFits && fits(locked.os, process.platform) && fits(locked.cpu, process.arch);
}

function inexactVersions(tree: Tree): readonly string[] {
  const manifests = tree.paths.filter((path) => /^(packages\/[^/]+\/)?package\.json$/.test(path));
  return manifests.flatMap((path) => {
    const { dependencies, devDependencies, optionalDependencies } = manifestOf(tree, path);
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([name, version]) => !EXACT.test(version) && !name.startsWith('@passerelle/'))
      .map(([name, version]) => `${path}: ${name} "${version}" is not an exact version`);
  });
}

/**
 * Every package installed here is proved by its hash, and none is tied to the address it was once fetched from. Binaries
 * of other machines may stand without a hash: they are listed so that one lock file serves all, and never fetched here.
 */
export const lockFile: Check = {
  name: 'lock file and exact versions',
  run(tree) {
    const problems = [...inexactVersions(tree)];
    for (const [path, locked] of Object.entries(lockOf(tree))) {
      if (!path.startsWith('node_modules/') || locked.link === true) continue;
      if (locked.integrity === undefined && isForHere(locked))
        problems.push(`package-lock.json: ${path} has no integrity`);
      if (locked.resolved !== undefined) problems.push(`package-lock.json: ${path} is tied to an address (resolved)`);
    }
    return problems;
  },
};

/** What the product brings along when it runs, counted as installed on this machine. */
export const budget: Check = {
  name: `at most ${String(MOST_DIRECT)} direct and ${String(MOST_IN_ALL)} runtime dependencies`,
  run(tree) {
    const lock = lockOf(tree);
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(tree);
    const direct = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)].filter((name) =>
      isForHere(lock[`node_modules/${name}`] ?? {}),
    );
    const all = Object.entries(lock).filter(
      ([path, locked]) => path.includes('node_modules/') && !locked.link && !locked.dev && isForHere(locked),
    );
    const problems: string[] = [];
    if (direct.length > MOST_DIRECT)
      problems.push(`package.json: ${String(direct.length)} direct runtime dependencies`);
    if (all.length > MOST_IN_ALL) problems.push(`package-lock.json: ${String(all.length)} runtime dependencies in all`);
    return problems;
  },
};
