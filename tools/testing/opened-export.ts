import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openExport } from '#platform/archives/index.ts';
import type { OpenExport } from '#platform/archives/index.ts';
import { sharedPath } from './shared.ts';

/** Opens an archive of the shared data as an import does, lends it to `look`, then removes what was unpacked. */
export async function lookIntoShared<Answer>(
  look: (opened: OpenExport) => Answer,
  ...parts: string[]
): Promise<Answer> {
  const path = sharedPath('data', ...parts);
  if (path === undefined) throw new Error(`no shared data at ${parts.join('/')}`);
  const spool = await mkdtemp(join(tmpdir(), 'passerelle-look-'));
  try {
    const opened = await openExport(path, { spool });
    if (!opened.ok) throw new Error(opened.refusal.code);
    return look(opened.value);
  } finally {
    await rm(spool, { recursive: true });
  }
}
