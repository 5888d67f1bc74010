import { expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

const MANY_LINES = Array.from({ length: 301 }, (_, at) => `export const line${String(at)} = ${String(at)};`).join('\n');
const LONG_BODY = Array.from({ length: 61 }, (_, at) => `  seen.push(${String(at)});`).join('\n');
const BRANCHES = Array.from({ length: 10 }, (_, at) => `  if (n === ${String(at)}) return ${String(at * 2)};`).join(
  '\n',
);

/** One planted fault for each setting that matters: a setting that stopped working would otherwise go unseen. */
const PLANTED: readonly (readonly [rule: string, path: string, source: string])[] = [
  ['typescript(no-floating-promises)', 'floating.ts', 'async function late(): Promise<void> {}\nlate();\n'],
  [
    'typescript(no-misused-promises)',
    'misused.ts',
    'export const f = (xs: number[]): void => xs.forEach(async () => {});\n',
  ],
  ['typescript(no-explicit-any)', 'any.ts', 'export const f = (x: any): unknown => x;\n'],
  ['typescript(no-unsafe-return)', 'unsafe.ts', "export const f = (): string => JSON.parse('1');\n"],
  ['typescript(no-non-null-assertion)', 'bang.ts', 'export const f = (x?: string): string => x!;\n'],
  ['typescript(ban-ts-comment)', 'ignore.ts', '// @ts-ignore\nexport const x: string = 1;\n'],
  [
    'typescript(switch-exhaustiveness-check)',
    'switch.ts',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  ],
  ['import(no-default-export)', 'default.ts', 'export default 1;\n'],
  ['import(no-cycle)', 'chicken.ts', "import { egg } from './egg.ts';\nexport const chicken = (): unknown => egg;\n"],
  ['eslint(max-lines)', 'long.ts', MANY_LINES],
  [
    'eslint(max-lines-per-function)',
    'long-function.ts',
    `export function f(seen: number[]): void {\n${LONG_BODY}\n}\n`,
  ],
  ['eslint(complexity)', 'branches.ts', `export function f(n: number): number {\n${BRANCHES}\n  return 0;\n}\n`],
  ['eslint(no-console)', 'console.ts', "console.log('hello');\n"],
  ['eslint(no-warning-comments)', 'later.ts', '// TODO: later\nexport const x = 1;\n'],
  ['unicorn(filename-case)', 'camelCase.ts', 'export const x = 1;\n'],
];

test('every setting that matters is on', () => {
  const folder = 'server/src/app';
  const files = Object.fromEntries(PLANTED.map(([, name, source]) => [`${folder}/${name}`, source]));
  files[`${folder}/egg.ts`] = "import { chicken } from './chicken.ts';\nexport const egg = (): unknown => chicken;\n";
  const found = lintTree(files);
  for (const [rule, name] of PLANTED) {
    const rules = found.filter(({ path }) => path === `${folder}/${name}`).map((one) => one.rule);
    expect(rules).toContain(rule);
  }
});

test('a component may be twice as long as a function', () => {
  const component = `export function Page(seen: number[]): void {\n${LONG_BODY}\n}\n`;
  expect(lintTree({ 'web/src/app/page.tsx': component }).map(({ rule }) => rule)).not.toContain(
    'eslint(max-lines-per-function)',
  );
});
