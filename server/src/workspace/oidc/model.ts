export type EntryCode = 'sign-in/oidc_unverified' | 'sign-in/oidc_unknown' | 'team/other_email';

/** Why somebody who left for the sign-in service is not signed in. */
export type OidcCode = EntryCode | 'sign-in/oidc_failed' | 'sign-in/oidc_expired';
