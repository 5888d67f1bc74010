import { z } from 'zod';

export type { AuditAction } from './model.ts';

const Filter = {
  actorId: z.string().max(64).optional(),
  action: z.string().max(64).optional(),
  objectType: z.string().max(64).optional(),
  objectId: z.string().max(64).optional(),
  /** Instants; half-open. */
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
} as const;

export const AuditQuery = z.object({
  ...Filter,
  /** The `next` of the page before. */
  after: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const ExportQuery = z.object({ ...Filter, format: z.enum(['csv', 'ndjson']).default('csv') });
export type ExportQuery = z.output<typeof ExportQuery>;

/** `before` and `after` hold ids and states that changed, never what members wrote. */
export const AuditLine = z.object({
  number: z.number(),
  at: z.string(),
  actor: z.object({ kind: z.enum(['person', 'key', 'system']), id: z.string(), name: z.string().optional() }),
  /** One of `AuditAction`, or what a later version wrote. */
  action: z.string(),
  objectType: z.string(),
  objectId: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  why: z.string().optional(),
  mandateId: z.string().optional(),
  hash: z.string(),
});
export type AuditLine = z.output<typeof AuditLine>;

export const AuditPage = z.object({
  items: z.array(AuditLine),
  next: z.string().optional(),
  can: z.object({ export: z.boolean() }),
});
export type AuditPage = z.output<typeof AuditPage>;

/** `head` is the hash of the last event: noted elsewhere, it also shows when the end has been cut off. */
export const AuditCheck = z.object({
  intact: z.boolean(),
  events: z.number(),
  head: z.string().optional(),
  /** Number of the first event that is not what was written. */
  brokenAt: z.number().optional(),
});
export type AuditCheck = z.output<typeof AuditCheck>;
