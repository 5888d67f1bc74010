import type { Tree } from './tree.ts';

export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export function manifestOf(tree: Tree, path = 'package.json'): Manifest {
  return JSON.parse(tree.read(path)) as Manifest;
}

export interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly libc?: string | readonly string[];
}

/** The lock file's packages by their place in node_modules. */
export function lockOf(tree: Tree): Readonly<Record<string, Locked>> {
  return (JSON.parse(tree.read('package-lock.json')) as { readonly packages: Record<string, Locked> }).packages;
}
