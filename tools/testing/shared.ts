import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * The path of real data kept beside the project (`../shared`, or the folder named by PASSERELLE_SHARED);
 * undefined when this machine has none, and the test that wanted it must then be skipped.
 */
export function sharedPath(...parts: string[]): string | undefined {
  const root = process.env['PASSERELLE_SHARED'] ?? join(PROJECT, '../shared');
  const path = join(root, ...parts);
  return existsSync(path) ? path : undefined;
}

/** `describe` for tests that read real data: counted as skipped, and saying why, where the data are absent. */
export function describeShared(name: string, fn: () => void): void {
  if (sharedPath() === undefined) describe.skip(`${name} (skipped: no shared data)`, fn);
  else describe(name, fn);
}
