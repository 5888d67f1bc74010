import { z } from 'zod';
import { KEY_SCOPES } from '#kernel/actor.ts';

const Scopes = z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length);

export const KeysPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      prefix: z.string(),
      scopes: Scopes,
      perMinute: z.number(),
      authorName: z.string(),
      createdAt: z.string(),
      expiresAt: z.string().optional(),
      lastUsedAt: z.string().optional(),
    }),
  ),
});
export type KeysPage = z.output<typeof KeysPage>;

export const NewKey = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: Scopes,
  /** An instant; absent: until it is revoked. */
  expiresAt: z.iso.datetime().optional(),
  /** Requests a minute this key may make. */
  perMinute: z.int().min(1).max(6_000).default(60),
});
export type NewKey = z.output<typeof NewKey>;

/** The key is shown this once. */
export const MadeKey = z.object({ id: z.string(), key: z.string() });
export type MadeKey = z.output<typeof MadeKey>;

export const KeyParams = z.object({ keyId: z.uuid() });
