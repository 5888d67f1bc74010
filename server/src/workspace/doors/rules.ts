import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, as text that fits an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: such a secret is too long to be guessed, so one fast hash is enough. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
