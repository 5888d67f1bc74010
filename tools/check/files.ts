import { SQL_CLOCK } from '../lint/no-clock.ts';
import type { Check, Tree } from './tree.ts';

const MOST_LINES = 300;
const MOST_BYTES = 1024 * 1024;
const OURS = /^(server|web|packages|tools|bench|e2e|docs)\//;
const CODE = /\.([cm]?[jt]sx?|css)$/;
const RECORDED = /(^|\/)recordings\//;
const KEBAB = /^\.?[a-z0-9]+([.-][a-z0-9]+)*$/;
const BY_CUSTOM: ReadonlySet<string> = new Set(['README.md', 'LICENSE', 'Dockerfile', 'CHANGELOG.md']);

/** Files that a reader can hold in mind, and no heavy thing in the repository. */
export const sizes: Check = {
  name: `no file above ${String(MOST_LINES)} lines`,
  run(tree) {
    const problems: string[] = [];
    for (const path of tree.paths) {
      if (tree.sizeOf(path) > MOST_BYTES) problems.push(`${path}: ${String(tree.sizeOf(path))} bytes`);
      if (!OURS.test(path) || !CODE.test(path) || RECORDED.test(path)) continue;
      const lines = tree.read(path).trimEnd().split('\n').length;
      if (lines > MOST_LINES) problems.push(`${path}: ${String(lines)} lines`);
    }
    return problems;
  },
};

export const names: Check = {
  name: 'file names in kebab-case',
  run(tree) {
    const isWrong = (part: string): boolean => !KEBAB.test(part) && !BY_CUSTOM.has(part);
    return tree.paths
      .filter((path) => OURS.test(path) && !RECORDED.test(path) && path.split('/').some(isWrong))
      .map((path) => `${path}: not kebab-case`);
  },
};

function linesMatching(tree: Tree, keep: RegExp, isWrong: (line: string) => boolean): readonly string[] {
  return tree.paths
    .filter((path) => keep.test(path))
    .flatMap((path) =>
      tree
        .read(path)
        .split('\n')
        .flatMap((line, at) => (isWrong(line) ? [`${path}:${String(at + 1)}: ${line.trim()}`] : [])),
    );
}

/** A rule may be set aside where it is wrong, never without saying why. */
export const suppressions: Check = {
  name: 'no rule set aside without a reason (-- why)',
  run: (tree) =>
    linesMatching(
      tree,
      /^(server|web|packages|bench|e2e)\/.*\.[cm]?[jt]sx?$/,
      (line) => /(ox|es)lint-disable|@ts-(ignore|nocheck|expect-error)/.test(line) && !/ -- \S/.test(line),
    ),
};

/** The linter reads no SQL files: the same rule for them. */
export const sqlClock: Check = {
  name: 'no clock in SQL files',
  run: (tree) => linesMatching(tree, /\.sql$/, (line) => SQL_CLOCK.test(line.replace(/--.*$/, ''))),
};
