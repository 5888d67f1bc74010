import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { DecideLink } from './model.ts';

export type LinkCode = 'decide/link_gone' | 'decide/link_used' | 'decide/link_over';

/** Whether a link still opens, and if not, why: taken back, used, or past its end. */
export function opens(link: DecideLink | undefined, now: Date): Result<DecideLink, LinkCode> {
  if (link === undefined) return no('decide/link_gone');
  if (link.usedAt !== null) return no('decide/link_used');
  if (link.revokedAt !== null) return no('decide/link_gone');
  return link.expiresAt > now ? yes(link) : no('decide/link_over');
}
