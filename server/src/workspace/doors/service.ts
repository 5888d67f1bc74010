import type { Database } from '#platform/db/index.ts';
import type { Door } from './model.ts';
import { tokenHash } from './rules.ts';
import { findDoor } from './store.ts';

/** Where a secret of that kind leads, for stages that know one workspace at a time; undefined when it opens nothing. */
export function doorBehind(database: Database, kind: string, token: string): Promise<Door | undefined> {
  return findDoor(database.installation, kind, tokenHash(token));
}
