import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { Keys } from './service.ts';
import { keysPage } from './views.ts';
import { KeyParams, KeysPage, MadeKey, NewKey } from './wire.ts';

/** API keys of the workspace. */
export function keyRoutes({ database, keys }: { readonly database: Database; readonly keys: Keys }): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/keys',
      summary: 'API keys of this workspace',
      answer: KeysPage,
      async handle({ scope }) {
        const page = await database.inScope(scope, keysPage);
        const items = page.map(({ createdBy: _, createdAt, expiresAt, lastUsedAt, scopes, ...one }) => ({
          ...one,
          scopes: [...scopes],
          createdAt: createdAt.toISOString(),
          ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
          ...(lastUsedAt === undefined ? {} : { lastUsedAt: lastUsedAt.toISOString() }),
        }));
        return { ok: true, value: { items } };
      },
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/keys',
      summary: 'Make an API key',
      body: NewKey,
      answer: MadeKey,
      async handle({ scope, by, body }) {
        const expiresAt = body.expiresAt === undefined ? undefined : new Date(body.expiresAt);
        const made = await keys.make(scope, by, { ...body, expiresAt });
        return made.ok ? { ok: true, status: 201, value: made.value } : made;
      },
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/keys/{keyId}',
      summary: 'Revoke an API key',
      params: KeyParams,
      handle: ({ scope, by, params }) => keys.revoke(scope, by, params.keyId),
    }),
  ];
}
