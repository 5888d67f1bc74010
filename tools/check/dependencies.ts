import { isBuiltin } from 'node:module';
import type { PackageImport } from './imports.ts';
import { packageImports } from './imports.ts';
import type { Manifest } from './manifest.ts';
import { manifestOf } from './manifest.ts';
import type { Check, Tree } from './tree.ts';

/** Programs and type packages that nothing imports by name. */
const NOT_IMPORTED: ReadonlySet<string> = new Set(['typescript', 'oxlint', 'oxlint-tsgolint', 'oxfmt', '@types/node']);
/** Runs at a customer's: whatever it imports must be installed without the development tools. */
const RUNS = /^(server\/src|packages\/[^/]+\/src)\//;
/** Runs before anything is installed. */
const RUNS_BARE = /^tools\/(setup(\.mjs|\/)|passerelle\.mjs)/;
const TEST = /\.(test|e2e)\.tsx?$/;

function isOurs(name: string): boolean {
  return name.startsWith('@passerelle/');
}

function importProblem(found: PackageImport, manifest: Manifest): string | undefined {
  const { path, name } = found;
  if (isBuiltin(name)) return name.startsWith('node:') ? undefined : `${path}: write node:${name}`;
  if (RUNS_BARE.test(path) && !TEST.test(path)) return `${path}: runs with nothing installed and imports ${name}`;
  return isOurs(name) ? undefined : declarationProblem(found, manifest);
}

function declarationProblem({ path, name, typeOnly }: PackageImport, manifest: Manifest): string | undefined {
  if (name in { ...manifest.dependencies, ...manifest.optionalDependencies }) return undefined;
  if (!(name in { ...manifest.devDependencies })) {
    return typeOnly && `@types/${name}` in { ...manifest.devDependencies }
      ? undefined
      : `${path}: ${name} is not declared`;
  }
  if (typeOnly || !RUNS.test(path) || TEST.test(path)) return undefined;
  return `${path}: ${name} runs on the server and must be in "dependencies", not "devDependencies"`;
}

/** A package may also be named as text, to find a file of it. */
function isNamedSomewhere(tree: Tree, name: string): boolean {
  const quoted = new RegExp(`['"\`](node_modules/)?${name.replaceAll('/', '\\/')}(/[^'"\`]*)?['"\`]`);
  return tree.paths.some((path) => /\.([cm]?[jt]sx?|css)$/.test(path) && quoted.test(tree.read(path)));
}

function unusedProblems(tree: Tree, imports: readonly PackageImport[], manifest: Manifest): readonly string[] {
  const used = new Set(imports.map(({ name }) => name));
  const isUsed = (name: string): boolean => {
    if (used.has(name) || NOT_IMPORTED.has(name)) return true;
    if (name.startsWith('@types/'))
      return name.slice('@types/'.length) in { ...manifest.dependencies, ...manifest.devDependencies };
    return isNamedSomewhere(tree, name);
  };
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  return declared.filter((name) => !isUsed(name)).map((name) => `package.json: ${name} is declared and not used`);
}

/** In "dependencies" stands what the server runs; what only the pages or the tools use is built or run here. */
function misplacedProblems(imports: readonly PackageImport[], manifest: Manifest): readonly string[] {
  const running = new Set(imports.filter(({ path }) => RUNS.test(path) && !TEST.test(path)).map(({ name }) => name));
  const elsewhere = new Set(imports.filter(({ path }) => !RUNS.test(path) || TEST.test(path)).map(({ name }) => name));
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) => !running.has(name) && elsewhere.has(name))
    .map((name) => `package.json: ${name} is used by pages, tests or tools only and belongs in "devDependencies"`);
}

/** Packages of ours are published alone: what they import, they declare. */
function packageProblems(tree: Tree, imports: readonly PackageImport[]): readonly string[] {
  return imports.flatMap(({ path, name }) => {
    const folder = /^packages\/[^/]+/.exec(path)?.[0];
    if (folder === undefined || TEST.test(path) || isBuiltin(name)) return [];
    const manifest = manifestOf(tree, `${folder}/package.json`);
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
    return name in declared || name === manifest.name
      ? []
      : [`${path}: ${name} is not declared in ${folder}/package.json`];
  });
}

export const dependencies: Check = {
  name: 'declared dependencies',
  run(tree) {
    const manifest = manifestOf(tree);
    const imports = packageImports(tree);
    const problems = imports.map((one) => importProblem(one, manifest)).filter((one) => one !== undefined);
    return [
      ...new Set(problems),
      ...packageProblems(tree, imports),
      ...misplacedProblems(imports, manifest),
      ...unusedProblems(tree, imports, manifest),
    ];
  },
};
