import type { Claims } from '#workspace/oidc-client/index.ts';

export const ATTEMPT_MS = 10 * 60_000;

/** Only an address of this house: one slash, then neither another nor a backslash (browsers read it as one). */
export function safeReturn(asked: string | undefined): string {
  return asked !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(asked) ? asked : '/';
}

type Verdict =
  /** Known by (issuer, subject): the e-mail no longer matters. */
  | { readonly kind: 'enter'; readonly personId: string }
  /** Not known yet, but the service vouches for an e-mail that somebody here has. */
  | { readonly kind: 'link'; readonly personId: string }
  /** Nobody here has that e-mail: only an invitation lets him in. */
  | { readonly kind: 'newcomer'; readonly email: string }
  | { readonly kind: 'refused'; readonly code: 'sign-in/oidc_unverified' };

/** Who a stranger with these claims is here. An e-mail nobody vouches for opens nothing, whoever has it. */
export function judge(
  claims: Claims,
  linkedPersonId: string | undefined,
  personIdByEmail: string | undefined,
): Verdict {
  if (linkedPersonId !== undefined) return { kind: 'enter', personId: linkedPersonId };
  if (claims.email === undefined || !claims.emailVerified) return { kind: 'refused', code: 'sign-in/oidc_unverified' };
  if (personIdByEmail !== undefined) return { kind: 'link', personId: personIdByEmail };
  return { kind: 'newcomer', email: claims.email };
}
