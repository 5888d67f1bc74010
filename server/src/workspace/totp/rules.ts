import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
/** Codes of the step before and after are taken too: clocks differ. */
const WINDOW = 1;
export const RECOVERY_CODES = 10;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What authenticator applications read from a QR code. */
export function enrolmentUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The 30-second step a code belongs to, when it is right at `now`. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({
    token: code.replaceAll(/\s/g, ''),
    timestamp: now.getTime(),
    window: WINDOW,
  });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Passerelle', label, secret: Secret.fromBase32(secret), period: STEP_SECONDS, digits: 6 });
}

/** `xxxxx-xxxxx`, of letters and digits that are not mistaken for one another (49 bits). */
export function newRecoveryCode(): string {
  const letters: string[] = [];
  while (letters.length < 10) {
    for (const byte of randomBytes(16)) {
      // Bytes past the last whole multiple are thrown away, so that every letter is as likely.
      if (byte < LETTERS.length * 8 && letters.length < 10) letters.push(LETTERS.charAt(byte % LETTERS.length));
    }
  }
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** A recovery code as it is hashed, however it was typed. */
export function plainRecoveryCode(code: string): string {
  return code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
