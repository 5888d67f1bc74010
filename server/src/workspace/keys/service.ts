import type { By, KeyScope } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { record } from '#workspace/audit/index.ts';
import { findDoor, newToken, putDoor, removeDoors, tokenHash } from '#workspace/doors/index.ts';
import type { ApiKey } from './model.ts';
import { KIND, MARK, prefixOf, tidyScopes, USED_EVERY_MS } from './rules.ts';
import { insertKey, revokeKey, touchKey, workingKey } from './store.ts';

export interface KeysDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt: Date | undefined;
  readonly perMinute: number;
}

export type Keys = ReturnType<typeof createKeys>;

/** API keys of a workspace. A key is shown once; only its hash is kept. */
export function createKeys({ database, clock }: KeysDeps) {
  async function makeIn(
    db: Scoped,
    by: By,
    asked: NewKey,
  ): Promise<Result<{ id: string; key: string }, 'keys/already_over' | 'http/not_allowed'>> {
    if (by.kind !== 'person') return no('http/not_allowed');
    const now = clock.now();
    if (asked.expiresAt !== undefined && asked.expiresAt <= now) return no('keys/already_over');
    const token = `${MARK}${newToken()}`;
    const id = newId(now);
    const scopes = tidyScopes(asked.scopes);
    const key = {
      ...asked,
      id,
      scopes,
      prefix: prefixOf(token),
      createdBy: by.colleagueId,
      createdAt: now,
      lastUsedAt: undefined,
    };
    await insertKey(db, key);
    await putDoor(db.tx, tokenHash(token), { kind: KIND, spaceId: db.scope.workspaceId, objectId: id });
    const after = { scopes, expiresAt: asked.expiresAt ?? null, perMinute: asked.perMinute };
    await record(db, by, now, { action: 'key.made', objectType: 'key', objectId: id, after });
    return yes({ id, key: token });
  }

  return {
    make: (scope: Scope, by: By, asked: NewKey) => database.inScope(scope, (db) => makeIn(db, by, asked)),

    revoke: (scope: Scope, by: By, id: string) =>
      database.inScope(scope, async (db): Promise<Result<void, 'http/not_found'>> => {
        const now = clock.now();
        if (!(await revokeKey(db, id, now))) return no('http/not_found');
        await removeDoors(db.tx, { kind: KIND, spaceId: db.scope.workspaceId, objectId: id });
        await record(db, by, now, { action: 'key.revoked', objectType: 'key', objectId: id });
        return yes(undefined);
      }),

    /** The working key a text is, with its workspace; notes that it was used. */
    async find(text: string): Promise<{ readonly scope: Scope; readonly key: ApiKey } | undefined> {
      const door = text.startsWith(MARK) ? await findDoor(database.installation, KIND, tokenHash(text)) : undefined;
      if (door === undefined) return undefined;
      const scope = { workspaceId: door.spaceId };
      return database.inScope(scope, async (db) => {
        const now = clock.now();
        const key = await workingKey(db, door.objectId, now);
        if (key === undefined) return undefined;
        if (now.getTime() - (key.lastUsedAt?.getTime() ?? 0) >= USED_EVERY_MS) await touchKey(db, key.id, now);
        return { scope, key };
      });
    },
  };
}
