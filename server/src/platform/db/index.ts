import type { Result } from '#kernel/result.ts';
import type { Database, DatabaseCode, DatabaseOptions } from './model.ts';

export type { Database, DatabaseCode, DatabaseLog, DatabaseOptions, Schema, Scoped } from './model.ts';

/** Opens the base (embedded unless `url`), brings it to this version, checks its walls and lends it out. */
export function openDatabase(options: DatabaseOptions): Promise<Result<Database, DatabaseCode>> {
  throw new Error(`The database is not ready to open ${options.dataFolder}.`);
}
