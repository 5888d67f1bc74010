import { createHmac, hash } from 'node:crypto';

/** What a fact can be about. `raw` is the row that keeps what the place sent. */
export type FactKind = 'raw' | 'channel' | 'identity' | 'thread' | 'message' | 'reaction';

/** Cannot stand in an id of a place: parts joined by it cannot be confused with one another. */
const BETWEEN = '\u0000';

/**
 * The id of a fact, from the place it stands in, its kind and the id the place gives it: SHA-256 of the three, its
 * first 128 bits as a UUIDv8 (RFC 9562). A fact may therefore be named before it is known, without a look-up, and
 * reading the same export twice, in any order, writes the same rows.
 */
export function deriveId(placeId: string, type: FactKind, externalId: string): string {
  return uuid8(hash('sha256', placeId + BETWEEN + type + BETWEEN + externalId, 'hex'));
}

/** The member an identity belongs to as long as nobody has merged it into another. */
export function memberIdOf(identityId: string): string {
  return uuid8(hash('sha256', `member${BETWEEN}${identityId}`, 'hex'));
}

/** What a place sent is told apart by its kind too: a message and a person may share a number. */
export function rawIdOf(placeId: string, kind: string, externalId: string): string {
  return deriveId(placeId, 'raw', kind + BETWEEN + externalId);
}

/** A reaction has no id of its own: one person (or nobody named) gives one emoji to one message once. */
export function reactionIdOf(placeId: string, message: string, emoji: string, by: string | undefined): string {
  return deriveId(placeId, 'reaction', message + BETWEEN + emoji + BETWEEN + (by ?? ''));
}

/**
 * The tombstone of an erased person in one place: HMAC-SHA-256 with the secret of the installation, so that a copy of
 * the base alone does not tell who was erased. 32 bytes.
 */
export function tombstoneMark(secret: string, placeId: string, externalId: string): Buffer {
  return createHmac('sha256', secret)
    .update(placeId + BETWEEN + externalId)
    .digest();
}

function uuid8(hex: string): string {
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
