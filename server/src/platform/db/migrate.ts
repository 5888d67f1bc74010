import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { no, yes, type Result } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Log } from '#platform/log/index.ts';

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

export interface MigrationDeps {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

type Refused = 'database/newer' | 'database/migration_changed';

/**
 * Applies what is missing, in order, each file in one transaction with its own record: a start killed anywhere
 * leaves whole migrations only. To be called under the start lock. Refuses a base made by a later version
 * (`name`: the first unknown migration) and files that are not what was once applied.
 */
export async function migrate(
  client: pg.ClientBase,
  { folder, clock, log }: MigrationDeps,
): Promise<Result<void, Refused>> {
  await client.query(
    'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null)',
  );
  const files = readMigrations(folder);
  const { rows: applied } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration order by name',
  );
  const refused = compare(files, applied);
  if (refused !== undefined) return refused;
  for (const file of files.slice(applied.length)) {
    await apply(client, file, clock.now());
    log.info('migration applied', { name: file.name });
  }
  return yes(undefined);
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

function compare(files: readonly Migration[], applied: readonly { name: string; sha256: string }[]) {
  const known = new Set(files.map((file) => file.name));
  const unknown = applied.find((row) => !known.has(row.name));
  if (unknown !== undefined) return no('database/newer', { name: unknown.name });
  const changed = applied.find((row, place) => row.name !== files[place]?.name || row.sha256 !== files[place]?.sha256);
  return changed === undefined ? undefined : no('database/migration_changed', { name: changed.name });
}

async function apply(client: pg.ClientBase, { name, text, sha256 }: Migration, at: Date): Promise<void> {
  await client.query('begin');
  try {
    await client.query("select set_config('app.keeper', 'on', true)");
    await client.query(text);
    await client.query('insert into migration (name, sha256, applied_at) values ($1, $2, $3)', [name, sha256, at]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`The migration ${name} failed.`, { cause: error });
  }
}
