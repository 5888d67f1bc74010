import { parseSync } from 'vite';
import type { Tree } from './tree.ts';

export interface PackageImport {
  readonly path: string;
  readonly specifier: string;
  /** The package's name, or `node:…`. */
  readonly name: string;
  readonly typeOnly: boolean;
}

const CODE = /\.([cm]?[jt]s|tsx)$/;
const CSS_IMPORT = /@(?:import|plugin|source)\s+(?:url\()?['"]([^'"]+)['"]/g;

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The specifiers of one source file, by a real parser: text that looks like an import inside a string is none. */
function specifiersOf(path: string, text: string): readonly (readonly [specifier: string, typeOnly: boolean])[] {
  if (path.endsWith('.css')) return [...text.matchAll(CSS_IMPORT)].map((match) => [match[1] ?? '', false] as const);
  const { module } = parseSync(path, text);
  const found: (readonly [string, boolean])[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    found.push([moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)]);
  }
  for (const { entries } of module.staticExports) {
    for (const entry of entries) if (entry.moduleRequest) found.push([entry.moduleRequest.value, entry.isType]);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[1] !== undefined) found.push([literal[1], false]);
  }
  return found;
}

/** Every import of a package of others in the tree. */
export function packageImports(tree: Tree): readonly PackageImport[] {
  const found: PackageImport[] = [];
  for (const path of tree.paths) {
    if (!CODE.test(path) && !path.endsWith('.css')) continue;
    for (const [specifier, typeOnly] of specifiersOf(path, tree.read(path))) {
      if (/^[.#/]|^(virtual|data|https?):/.test(specifier)) continue;
      found.push({ path, specifier, name: packageName(specifier), typeOnly });
    }
  }
  return found;
}
