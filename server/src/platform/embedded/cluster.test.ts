import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { aDataFolder, ask, opened } from '../../../../tools/testing/embedded.ts';
import { hold } from '../../../../tools/testing/processes.ts';

/** Moments of a first creation, told by what has appeared in the folder of the draft. */
const MOMENTS = [
  ['before anything is written', []],
  ['when the first files are there', ['PG_VERSION']],
  ['while the catalogue is filled', ['base', '1', '1259']],
  ['when the control file is there', ['global', 'pg_control']],
] as const;

describe('a first creation killed', () => {
  test.each(MOMENTS)('%s is done again by the next start', async (_moment, file) => {
    using folder = aDataFolder();
    const base = join(folder.path, 'database');
    {
      await using holder = hold('hold-embedded.ts', folder.path);
      await vi.waitFor(
        () => expect(draftsIn(base).some((draft) => existsSync(join(base, draft, ...file)))).toBe(true),
        {
          timeout: 40_000,
          interval: 1,
        },
      );
      await holder.killHard();
    }
    expect(existsSync(join(base, 'cluster'))).toBe(false);
    await using server = await opened(folder.path);
    expect(await ask(server.host, 'select 1')).toEqual([1]);
  });
});

test('what a killed creation left is cleared away by a later start', async () => {
  using folder = aDataFolder();
  const base = join(folder.path, 'database');
  mkdirSync(join(base, 'cluster.new-killed', 'base'), { recursive: true });
  await using server = await opened(folder.path);
  expect(draftsIn(base)).toEqual([]);
  expect(await ask(server.host, 'select 1')).toEqual([1]);
});

function draftsIn(base: string): string[] {
  return existsSync(base) ? readdirSync(base).filter((name) => name.startsWith('cluster.new-')) : [];
}
