import { createHash } from 'node:crypto';
import type { By } from '#kernel/actor.ts';
import type { AuditRow, ChainedRow } from './model.ts';

/** What the first row of a workspace carries as the hash before it. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** The id under which the record knows an author: the colleague, the key, or the name of the part of the system. */
export function actorId(by: By): string {
  switch (by.kind) {
    case 'person':
      return by.colleagueId;
    case 'key':
      return by.keyId;
    case 'system':
      return by.name;
    default:
      return by satisfies never;
  }
}

/** JSON with keys in one order, so that a value read back from the base gives the very text that was hashed. */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
  return `{${pairs.join(',')}}`;
}

/** The value as the base will give it back: dates are text, what is undefined is absent. */
export function plain(value: object | undefined): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** The version a thing has after an event; undefined where the event does not tell it. */
export function versionIn(after: unknown): number | undefined {
  return isRecord(after) && 'version' in after ? Number(after['version']) : undefined;
}

/** Which fields of a thing an event says it changed: `changed`, a list of names. */
export function fieldsIn(after: unknown): readonly string[] {
  const named = isRecord(after) ? after['changed'] : undefined;
  return Array.isArray(named) ? named.map(String) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** SHA-256 over the hash before it and all the row says. */
export function hashOf(previous: Buffer, row: AuditRow): Buffer {
  const text = canonical([
    row.workspaceId,
    row.number,
    row.at.toISOString(),
    row.actorKind,
    row.actorId,
    row.action,
    row.objectType,
    row.objectId,
    row.before,
    row.after,
    row.why,
    row.mandateId,
  ]);
  return createHash('sha256').update(previous).update(text).digest();
}

/** Whether `row` is what must follow `number` and `hash`. */
export function follows(row: ChainedRow, number: number, hash: Buffer): boolean {
  return row.number === number + 1 && row.previousHash.equals(hash) && row.hash.equals(hashOf(hash, row));
}
