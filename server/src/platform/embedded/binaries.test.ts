import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findBinaries, linkLibraries } from './binaries.ts';

test('every link that a blocked install script would have made is made outside node_modules', () => {
  const found = findBinaries();
  if (!found.ok) throw new Error('No binaries for this machine.');
  const { libraries } = found.value;
  const before = readdirSync(libraries);
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  try {
    linkLibraries(found.value, join(folder, 'lib'));
    const wanted = JSON.parse(readFileSync(join(dirname(libraries), 'pg-symlinks.json'), 'utf8')) as {
      source: string;
      target: string;
    }[];
    expect(wanted.length).toBeGreaterThan(0);
    for (const { source, target } of wanted) {
      expect(realpathSync(join(folder, 'lib', basename(target)))).toBe(join(realpathSync(libraries), basename(source)));
    }
    expect(readdirSync(libraries)).toEqual(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
