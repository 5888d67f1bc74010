import { expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

const PLANTED: Readonly<Record<string, string>> = {
  'server/src/bridge/a/store.ts': 'export function insert(db: Database, id: string): void {}\n',
  'server/src/bridge/b/views.ts': 'export const board = (window: Window) => window;\n',
  'server/src/bridge/c/lookup.ts': 'function count(): number {\n  return 1;\n}\nexport { count };\n',
  'server/src/bridge/d/store.ts': 'export class Store {\n  insert(): void {}\n}\n',
  'server/src/bridge/e/store.ts': 'export const store = { insert(): void {} };\n',
  'server/src/bridge/f/store.ts': 'export function insert(db: Installation): void {}\n',
  'server/src/bridge/g/store.ts': 'export async function insert(id: string): Promise<void> {}\n',
  'server/src/community/members/views.ts': 'export function list({ scope }: Filters): void {}\n',
};

const ALLOWED: Readonly<Record<string, string>> = {
  'server/src/bridge/a/store.ts': 'export async function insert(db: Scoped, id: string): Promise<void> {}\n',
  'server/src/bridge/b/views.ts': 'export const board = (window: Window, db: Scoped) => [db, window];\n',
  'server/src/bridge/c/lookup.ts':
    'function hidden(): void {}\nexport function count({ tx }: Scoped): number {\n  hidden();\n  return tx;\n}\n',
  'server/src/bridge/d/store.ts':
    "export const MOST = 10;\nexport interface Row {\n  id: string;\n}\nexport type { Scoped } from '#platform/db/index.ts';\n",
  'server/src/bridge/e/service.ts': 'export function raise(id: string): void {}\n',
  'server/src/bridge/f/store.test.ts': 'export function helper(): void {}\n',
  'server/src/workspace/team/store.ts': 'export function find(db: Installation, id: string): void {}\n',
  'server/src/platform/db/store.ts': 'export function open(): void {}\n',
};

function refusedIn(files: Readonly<Record<string, string>>): readonly string[] {
  const found = lintTree(files).filter(({ rule }) => rule === 'house(scope)');
  return [...new Set(found.map(({ path }) => path))].toSorted((a, b) => a.localeCompare(b));
}

test('no query of a feature forgets its workspace', () => {
  expect(refusedIn(PLANTED)).toEqual(Object.keys(PLANTED).toSorted((a, b) => a.localeCompare(b)));
});

test('queries that take a Scoped pass, and files that query nothing', () => {
  expect(refusedIn(ALLOWED)).toEqual([]);
});
