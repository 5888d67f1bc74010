import type { Tree } from './tree.ts';

/** A tree for tests: paths and texts, nothing on disk. */
export function madeUpTree(files: Readonly<Record<string, string>>): Tree {
  return {
    root: '/',
    paths: Object.keys(files),
    read(path) {
      const text = files[path];
      if (text === undefined) throw new Error(`no ${path} in this tree`);
      return text;
    },
    sizeOf: (path) => files[path]?.length ?? 0,
  };
}
