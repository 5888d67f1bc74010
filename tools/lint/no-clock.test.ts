import { expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

const PLANTED: Readonly<Record<string, string>> = {
  'server/src/bridge/a/rules.ts': 'export const a = Date.now();\n',
  'server/src/bridge/b/rules.ts': 'export const b = new Date();\n',
  'server/src/bridge/c/rules.ts': 'export const c = Date();\n',
  'server/src/bridge/d/rules.ts': 'export const d = performance.now();\n',
  'server/src/bridge/e/rules.ts': 'export const e = process.hrtime.bigint();\n',
  'server/src/bridge/f/store.ts': 'export const f = sql`select now()`;\n',
  'server/src/bridge/g/store.ts': "export const g = 'update t set seen_at = CURRENT_TIMESTAMP';\n",
  'server/src/bridge/h/store.ts': 'export const h = sql`${column} < clock_timestamp() - ${age}`;\n',
  'server/src/bridge/i/store.ts': "export const i = (eb) => eb.fn('now');\n",
  'server/src/bridge/j/store.ts': "export const j = 'where day = current_date';\n",
  'web/src/ui/ago.tsx': 'export const k = new Date();\n',
  'packages/measure/src/pace.ts': 'export const l = Date.now();\n',
};

const ALLOWED: Readonly<Record<string, string>> = {
  'server/src/platform/clock/index.ts': 'export const a = () => new Date();\n',
  'server/src/bridge/a/rules.ts': 'export const a = (at: string) => new Date(at);\n',
  'server/src/bridge/b/service.ts': 'export const b = (clock: { now(): Date }) => clock.now();\n',
  'server/src/bridge/c/rules.test.ts': 'export const c = new Date();\n',
  'server/src/bridge/d/model.ts': "export const d = 'called clock.now() twice, or know()';\n",
  'web/src/app/clock.ts': 'export const e = () => new Date();\n',
  'bench/speed.ts': 'export const f = performance.now();\n',
};

function refusedIn(files: Readonly<Record<string, string>>): readonly string[] {
  const found = lintTree(files).filter(({ rule }) => rule === 'house(no-clock)');
  return [...new Set(found.map(({ path }) => path))].toSorted((a, b) => a.localeCompare(b));
}

test('the present is read nowhere but at the clock', () => {
  expect(refusedIn(PLANTED)).toEqual(Object.keys(PLANTED).toSorted((a, b) => a.localeCompare(b)));
});

test('instants that are given, and what is not the product, pass', () => {
  expect(refusedIn(ALLOWED)).toEqual([]);
});
