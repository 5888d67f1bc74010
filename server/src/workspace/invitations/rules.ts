/** How long an invitation may be taken up. */
export const VALID_MS = 7 * 24 * 3_600_000;
export const KIND = 'invitation';
