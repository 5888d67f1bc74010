import { randomFillSync } from 'node:crypto';

const scratch = Buffer.alloc(10);

/** A UUIDv7 (RFC 9562): sortable by `at`, the rest random, so that ids are made by the application and never by the base. */
export function newId(at: Date): string {
  randomFillSync(scratch);
  const time = at.getTime().toString(16).padStart(12, '0');
  const random = scratch.toString('hex');
  const variant = ((scratch[2] ?? 0) & 0x3f) | 0x80;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant.toString(16)}${random.slice(6, 8)}-${random.slice(8)}`;
}
