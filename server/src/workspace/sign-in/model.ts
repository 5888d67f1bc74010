/** How long the link of the first start may be used. */
export const WELCOME_MS = 24 * 3_600_000;
