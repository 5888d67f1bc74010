import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded, type EmbeddedOptions, type EmbeddedServer } from '#platform/embedded/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { BASES_PLACE } from './place.ts';

/** A folder that goes away with the test. Its name has what real folders have: accents, spaces, length. */
export function aDataFolder(): Disposable & { readonly path: string } {
  const root = mkdtempSync(join(BASES_PLACE, 'données de la communauté '));
  return {
    path: join(root, 'l’été', 'x'.repeat(90)),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Opens an embedded server that must open, and stops it with the test. */
export async function opened(
  dataFolder: string,
  more: Partial<EmbeddedOptions> = {},
): Promise<EmbeddedServer & AsyncDisposable> {
  const server = await openEmbedded({ dataFolder, log: silentLog, ...more });
  if (!server.ok) throw new Error(`The embedded server does not open: ${JSON.stringify(server.refusal)}`);
  return { ...server.value, [Symbol.asyncDispose]: () => server.value.stop() };
}

/** Runs statements on a connection of their own; answers the first column of each row of the last one. */
export async function ask(host: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ host, user: 'passerelle', database: 'passerelle' });
  client.on('error', () => {});
  await client.connect();
  try {
    const results = [await client.query<unknown[]>({ text: statement, rowMode: 'array' })].flat();
    return results.at(-1)?.rows.map((row) => row[0]) ?? [];
  } finally {
    await client.end();
  }
}
