import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that are made or fetched, never written. */
const MADE: ReadonlySet<string> = new Set(['node_modules', '.git', '.cache', 'dist', 'data']);

/** The files of a checkout, read once each. Paths are from the root, with slashes. */
export interface Tree {
  readonly root: string;
  readonly paths: readonly string[];
  read(path: string): string;
  sizeOf(path: string): number;
}

function walk(root: string, folder: string, found: string[]): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!MADE.has(entry.name)) walk(root, path, found);
    } else if (entry.isFile()) {
      found.push(path);
    }
  }
}

export function treeOf(root: string): Tree {
  const paths: string[] = [];
  walk(root, '', paths);
  const texts = new Map<string, string>();
  return {
    root,
    paths: paths.toSorted((a, b) => a.localeCompare(b)),
    read(path) {
      const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
      texts.set(path, text);
      return text;
    },
    sizeOf: (path) => statSync(join(root, path)).size,
  };
}

/** One thing `npm run check` promises. Answers what is wrong, a line each; nothing when all is well. */
export interface Check {
  readonly name: string;
  run(tree: Tree): Promise<readonly string[]> | readonly string[];
}
