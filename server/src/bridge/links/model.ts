/** The kind of secret that opens a decision from outside. */
export const KIND = 'decide';
/** How long a link works. */
export const VALID_DAYS = 30;

/** A link by which somebody outside decides one insight, once. */
export interface DecideLink {
  readonly id: string;
  readonly insightId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}
